import Formats
import Foundation

/// A parsed file of firms and people: rows of cells, keyed by the column of their heading.
package struct FirmSheet: Sendable {
    struct Line: Sendable {
        let number: Int
        let cells: [FirmColumn: String]
        /// Whether there are cells beyond the last heading: the row was shifted.
        let hasMore: Bool

        subscript(_ column: FirmColumn) -> String { cells[column] ?? "" }
    }

    /// The bytes of the file.
    let contents: Data
    package let encoding: TextEncoding
    /// All possible encodings; empty when there is no doubt.
    package let readings: [DecodedText.Reading]
    package let separator: Character
    /// Headings without a column here, whose cells are ignored.
    package let ignored: [String]
    package var rowCount: Int { rows.count }
    let rows: [Line]
    private let places: [FirmColumn: (index: Int, heading: String)]

    /// Parses the file and its headings.
    /// - Parameters:
    ///   - country: the office's country: for Poland the firms need a form of taxation.
    ///   - encoding: one of the ``readings``, chosen by a person.
    /// - Throws: `CSVError` when it is not a table; `Invalid` naming the column when a heading is missing or repeated.
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

    /// Returns the letter of a column, as a spreadsheet shows it, and its heading; `nil` when the file has no such
    /// column.
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

    /// Returns a cell as text. Some programs write `="0123"` so that a spreadsheet keeps the zero, and tables such as
    /// ours put an apostrophe before a phone number so that it does not calculate it.
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
