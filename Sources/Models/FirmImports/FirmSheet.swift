import Formats
import Foundation

/// A file of firms and people as rows of cells, each under the column that its heading means.
package struct FirmSheet: Sendable {
    struct Line: Sendable {
        let number: Int
        let cells: [FirmColumn: String]
        /// Cells that stand beside the last heading: the row was shifted.
        let hasMore: Bool

        subscript(_ column: FirmColumn) -> String { cells[column] ?? "" }
    }

    /// The file as it came.
    let contents: Data
    package let encoding: TextEncoding
    /// All that its letters may be as well; none where there is no doubt.
    package let readings: [DecodedText.Reading]
    package let separator: Character
    /// Headings that mean no column of ours; what stands under them is left alone.
    package let ignored: [String]
    package var rowCount: Int { rows.count }
    let rows: [Line]
    private let places: [FirmColumn: (index: Int, heading: String)]

    /// Reads the file and its headings.
    /// - Parameters:
    ///   - country: the office's: its firms need a form when it is Poland.
    ///   - encoding: one of the ``readings``, as a person chose it.
    /// - Throws: `CSVError` when it is no table; `Invalid` naming the column when a heading is missing or stands twice.
    package init(_ bytes: Data, country: Country, as encoding: TextEncoding? = nil) throws {
        let file = try CSVFile(bytes, as: encoding)
        contents = bytes
        let headings = (file.records.first?.fields ?? []).map(TypedText.line)
        (places, ignored) = try Self.columns(headings, country)
        (self.encoding, readings, separator) = (file.encoding, file.readings, file.separator)
        let places = places
        rows = file.records.dropFirst().map { record in
            Line(
                number: record.row,
                cells: places.compactMapValues { place in
                    record.fields.indices.contains(place.index) ? Self.cell(record.fields[place.index]) : nil
                },
                hasMore: record.fields.dropFirst(headings.count).contains { !TypedText.line($0).isEmpty }
            )
        }
        if rows.isEmpty { throw Invalid("files", "errors.importNoRows") }
    }

    /// The letter of a column, as a spreadsheet shows it, and its heading; nothing when the file has no such column.
    package func place(of column: FirmColumn) -> (letter: String, heading: String)? {
        places[column].map { (Self.letter($0.index), $0.heading) }
    }

    package static func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }

    private static func columns(
        _ headings: [String], _ country: Country
    ) throws -> ([FirmColumn: (index: Int, heading: String)], [String]) {
        var places: [FirmColumn: (index: Int, heading: String)] = [:]
        var (ignored, invalid): ([String], Invalid) = ([], Invalid())
        for (index, heading) in headings.enumerated() where !heading.isEmpty {
            guard let column = FirmColumn(heading: heading) else {
                ignored.append(heading)
                continue
            }
            if let first = places[column] {
                let both = ["first": letter(first.index), "second": letter(index)]
                invalid.add(column.rawValue, "errors.importColumnTwice", both)
            }
            places[column] = (index, heading)
        }
        for column in FirmColumn.required(in: country) where places[column] == nil {
            invalid.add(column.rawValue, "errors.importColumnMissing")
        }
        try invalid.check()
        return (places, ignored)
    }

    /// A cell as text. `="0123"` is how some programs keep a spreadsheet from taking the zero away, and an apostrophe how
    /// our tables, and others, keep it from calculating a phone number.
    private static func cell(_ raw: String) -> String {
        let text = TypedText.line(raw)
        let bytes = text.utf8
        if bytes.first == UInt8(ascii: "'"), let second = bytes.dropFirst().first, "=+-@|%".utf8.contains(second) {
            return String(text.unicodeScalars.dropFirst())
        }
        guard bytes.starts(with: "=\"".utf8), bytes.last == UInt8(ascii: "\""), bytes.count > 2 else { return text }
        return TypedText.line(String(text.unicodeScalars.dropFirst(2).dropLast()))
    }
}
