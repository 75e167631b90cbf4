import Foundation
import Testing

@testable import Formats

/// The samples outside of the project, where available.
enum SharedSamples {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/formats")

    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(path))
    }
}

@Suite("Each shared sample", .enabled(if: SharedSamples.isThere))
struct SharedSamplesTests {
    @Test(
        "Is read right",
        arguments: [
            ("JPK_V7M/synthetic_jpk_v7m3_2026-05_pusty.xml", "JPK_V7M (3)", "9999999999", 0),
            ("JPK_V7M/synthetic_jpk_v7m3_2026-06_nadwyzka_zwrot.xml", "JPK_V7M (3)", "9999999999", 0),
            ("JPK_V7M/synthetic_jpk_v7m3_2026-07_do_wplaty.xml", "JPK_V7M (3)", "1111111111", 185_200),
            ("JPK_V7M/synthetic_jpk_v7m3_2026-07_korekta.xml", "JPK_V7M (3)", "1111111111", 162_200),
            ("JPK_V7K/synthetic_jpk_v7k3_2026-09_kwartal3.xml", "JPK_V7K (3)", "1111111111", 185_200),
            ("JPK_PKPIR/synthetic_jpk_pkpir3_2026.xml", "JPK_PKPIR (3)", "1111111111", nil),
            ("JPK_EWP/synthetic_jpk_ewp4_2026.xml", "JPK_EWP (4)", "2222222222", nil),
            ("JPK_KR/synthetic_jpk_kr1_2026-06.xml", "JPK_KR (1)", "9999999999", nil),
            ("JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml", "JPK_KR_PD (1)", "9999999999", nil),
            ("e-Deklaracje/synthetic_vat_ue5_2026-07.xml", "VAT-UE (5)", "1111111111", nil),
            ("e-Deklaracje/deklaracja_pit36.xml", "PIT-36 (27)", "898998", nil),
        ] as [(String, String, String, Int64?)]
    )
    func files(path: String, code: String, nip: String, due: Int64?) throws {
        let bytes = try SharedSamples.bytes(path)
        let summary = try TaxFixture.summary(bytes)
        #expect(summary.structure.code == code && summary.taxpayer.nip == nip && summary.amountDue == due)
        #expect(summary.agrees)
        let rows = try TaxFixture.rows(bytes, Set(FilePart.allCases))
        #expect(!"\(summary)\(rows)".contains("39080"))
        #expect(rows.isEmpty == summary.rows.values.allSatisfy { $0 == 0 })
    }

    @Test("Of books tells the same books, by either structure")
    func books() throws {
        let paths = ["JPK_KR/synthetic_jpk_kr1_2026-06.xml", "JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml"]
        let postings = try paths.map { path in
            try TaxFixture.rows(SharedSamples.bytes(path), [.ledgerAccounts]).compactMap { row -> String? in
                guard case .posting(let posting) = row else { return nil }
                return "\(posting.entry) \(posting.account) \(posting.side) \(posting.amount)"
            }
        }
        #expect(postings[0].sorted() == postings[1].sorted() && postings[0].count == 10)
    }

    @Test("Of an UPO proves its document by a digest, signed or not")
    func receipts() throws {
        let vat = try TaxFixture.summary(SharedSamples.bytes("JPK_V7M/synthetic_jpk_v7m3_2026-07_do_wplaty.xml"))
            .digests
        let list = try TaxFixture.summary(SharedSamples.bytes("e-Deklaracje/synthetic_vat_ue5_2026-07.xml")).digests
        let signed = try TaxFixture.receipt(
            SharedSamples.bytes("UPO/synthetic_upo6_jpk_v7m3_2026-07_signed_enveloping.xml"))
        let unsigned = try TaxFixture.receipt(SharedSamples.bytes("UPO/synthetic_upo6_jpk_v7m3_2026-07_unsigned.xml"))
        let other = try TaxFixture.receipt(SharedSamples.bytes("UPO/synthetic_upo6_vat_ue5_2026-07_unsigned.xml"))
        #expect(signed.signature == .intact && unsigned.signature == .unsigned)
        #expect(signed.names(vat) && unsigned.names(vat) && !signed.names(list))
        #expect(other.names(list) && !other.names(vat))
        // Both digests (Base64 SHA-256, and MD5 in brackets) are of the canonical form, which has a comment here.
        let canonical = try #require(list.ofCommented)
        let short = try #require(canonical.md5)
        #expect(other.digests.contains(canonical.sha256) && other.digests.contains(short))
    }
}

@Suite("Each shared case that failed once", .enabled(if: SharedSamples.isThere))
struct SharedCasesTests {
    @Test(
        "is refused by the name of what it is",
        arguments: [("fa3", TaxFileError.Reason.notNeeded, "FA (3)"), ("kedu", .notSupported, "KEDU")])
    func refused(name: String, reason: TaxFileError.Reason, what: String) throws {
        let error = TaxFixture.error(try SharedSamples.bytes("../cases/tax/\(name).xml"))
        #expect(error?.reason == reason && error?.detail == what)
    }

    @Test("is a table of a DOS program, with its letters")
    func dos() throws {
        let decoded = try DecodedText([UInt8](SharedSamples.bytes("../cases/bugs/firmy-cp852.csv")))
        #expect(String(decoding: decoded.utf8, as: UTF8.self).contains("Dąb i Róża, Gdańsk;5261040828"))
    }

    @Test("is a ZIP that was written into a pipe, with a Zip64 record")
    func piped() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).zip")
        try SharedSamples.bytes("../cases/bugs/piped-zip64.zip").write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let archive = try ZipArchive(path: path.path, limits: ZipLimits(bytes: 4_000_000, total: 6_000_000))
        var size = 0
        try archive.read(archive.files[0]) { size += $0.count }
        #expect(archive.files.count == 1 && size == 6324)
    }
}
