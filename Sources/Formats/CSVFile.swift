import Foundation

/// A table as spreadsheets save it (RFC 4180): cells separated by `;`, `,` or tabs, quoted where they contain a
/// separator, a quote or a line end. The separator and the encoding are detected from the bytes.
///
/// Own code, because the one maintained package (SwiftCSV) takes decoded text and does not report the row of a cell,
/// which a person who corrects a file needs.
package struct CSVFile: Sendable {
    package struct Record: Sendable, Equatable {
        /// The row's number in a spreadsheet: the first row is 1, and a cell of several lines counts as one row.
        package let row: Int
        package let fields: [String]
    }

    /// The largest table that is read, since its cells are held in memory.
    package struct Limits: Sendable {
        package var bytes = 5 * 1024 * 1024
        package var rows = 20_000
        package var columns = 200
        /// The bytes of one cell, as UTF-8.
        package var cell = 20_000

        package init() {}
    }

    package let encoding: TextEncoding
    /// All possible encodings; empty when there is no doubt.
    package let readings: [DecodedText.Reading]
    /// The character between two cells.
    package let separator: Character
    /// The rows that are not blank.
    package let records: [Record]

    /// Parses a whole file.
    /// - Parameter encoding: one of the ``readings``, chosen by a person.
    /// - Throws: ``CSVError`` with the position, when it is not a table or exceeds the limits.
    package init(_ bytes: Data, as encoding: TextEncoding? = nil, limits: Limits = Limits()) throws(CSVError) {
        guard bytes.count <= limits.bytes else { throw CSVError(.tooLarge) }
        let text = try DecodedText(Array(bytes), as: encoding)
        var parser = CSVParser(text.utf8, limits: limits)
        (self.encoding, readings) = (text.encoding, text.readings)
        separator = Character(Unicode.Scalar(parser.separator))
        records = try parser.records()
        if records.isEmpty { throw CSVError(.empty) }
    }
}

/// The reason why a file is not a readable table, and the position.
package struct CSVError: Error, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// More bytes, rows, columns or bytes in a cell than the limits.
        case tooLarge, tooManyRows, tooManyColumns, cellTooLong
        /// A cell opens with a quote that is never closed; or text follows a closing quote.
        case unclosedQuote, textAfterQuote
        /// A workbook of Excel or the like; other binary data; text in an unknown encoding.
        case workbook, binary, unknownEncoding
        case empty
    }

    package let kind: Kind
    /// The row and the column, both from 1; 0 for the whole file.
    package let row: Int
    package let column: Int

    package init(_ kind: Kind, row: Int = 0, column: Int = 0) {
        self.kind = kind
        self.row = row
        self.column = column
    }
}
