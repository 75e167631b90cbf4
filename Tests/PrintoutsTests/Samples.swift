import CPango
@testable import Dates
import Foundation

@testable import Formats
@testable import Printouts

/// Invented frames and files, for tests that need no official structure.
enum Samples {
    static let polish = FrameWords(
        direction: .leftToRight, firm: "Podatnik", taxIdentifier: "NIP", period: "Okres", madeOn: "Sporządzono",
        pages: "Strona {page} z {pages}", informational: "Wydruk informacyjny", source: "Plik źródłowy, SHA-256:")
    static let hebrew = FrameWords(
        direction: .rightToLeft, firm: "עסק", taxIdentifier: "NIP", period: "תקופה", madeOn: "הופק ביום",
        pages: "עמוד {page} מתוך {pages}", informational: "תדפיס למידע בלבד", source: "קובץ המקור, SHA-256:")

    /// Returns a PNG of 600 by 300 pixels, half of them transparent.
    static func logo() throws -> Data {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 600, 300)
        let context = cairo_create(surface)
        cairo_set_source_rgb(context, 0.1, 0.4, 0.3)
        cairo_rectangle(context, 0, 0, 300, 300)
        cairo_fill(context)
        cairo_destroy(context)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
        cairo_surface_write_to_png(surface, file.path)
        cairo_surface_destroy(surface)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Data(contentsOf: file)
    }

    static let digest = String(repeating: "0123456789abcdef", count: 4)

    static func frame(
        _ words: FrameWords = polish, firm: String = "Jan Przykładowy Piekarnia Kłos",
        taxIdentifier: String = "1111111111",
        period: String = "2026-01-01 – 2026-12-31"
    ) -> PrintoutFrame {
        PrintoutFrame(
            words: words, firm: firm, taxIdentifier: taxIdentifier, period: period, office: "Biuro Rachunkowe Bilans",
            madeAt: Date(timeIntervalSince1970: 1_800_000_000), madeOn: "2027-01-15 09:00", sourceDigest: digest)
    }

    /// Returns a summary with only the fields that a layout uses.
    static func summary(_ code: String, _ controls: [ControlSum] = [], year: LedgerYear? = nil) -> FileSummary {
        let structure = Structure.known.first { $0.code == code } ?? Structure(.declaration, form: code, 1, "")
        let nothing = FileDigests(sha256: Data())
        return FileSummary(
            structure: structure, taxpayer: Taxpayer(nip: "1111111111", pesel: nil, name: "Jan", isPerson: true),
            period: Period(year: 2026).unsafelyUnwrapped, settledPeriod: nil, fiscalYear: nil,
            purpose: .first, madeAt: Date(timeIntervalSince1970: 1_799_000_000), officeCode: "1435",
            declarationCode: nil, currency: "PLN", marks: [], rows: [:], settlement: nil, ledgerYear: year,
            controls: controls,
            digests: DocumentDigests(size: 0, ofBytes: nothing, ofCanonical: nil, ofEnclosed: nil, signed: []))
    }

    static func ledger(_ summary: FileSummary, words: FrameWords = polish, _ rows: [FileRow]) -> Ledger {
        Ledger(summary, frame: frame(words)) { _, body in for row in rows { try body(row) } }
    }

    /// Returns a KPiR with this many rows: alternating sales and costs through the year.
    static func kpirRows(_ count: Int) -> [FileRow] {
        (1...count).map { number in .taxLedger(kpirRow(number, of: count)) }
    }

    static func kpirRow(_ number: Int, of count: Int) -> KPiRRow {
        let isSale = number.isMultiple(of: 2)
        let day = Day(2026, 1 + (number - 1) * 12 / count, 1 + (number - 1) * 12 % count * 28 / count)
        var row = KPiRRow(
            number: String(number), day: day, document: "FV/2026/\(number)", name: "MŁYN PRZYKŁADOWY S.A.",
            address: "00-001 Nibylandia, ul. Młyńska \(number % 90)", event: isSale ? "Sprzedaż pieczywa" : "Zakup mąki"
        )
        row.country = "PL"
        row.taxNumber = "4444444444"
        row.ksefNumber = "4444444444-20260105-000000000001-0A"
        if isSale {
            (row.sales, row.revenue) = (100_000, 100_000)
        } else {
            row.goods = 40_050
        }
        return row
    }
}
