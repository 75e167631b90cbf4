import Foundation

/// A table as spreadsheets save it (RFC 4180): cells between `;`, `,` or tabs, quotes around those that hold a
/// separator, a quote or a line end. The separator and the encoding are told from the bytes.
///
/// Own code, because the one well-kept package for this (SwiftCSV) takes text that is decoded already and says of
/// no cell in which row it stands, while a person who corrects a file needs just that.
package struct CSVFile: Sendable {
    package struct Record: Sendable, Equatable {
        /// As a spreadsheet counts: the first row is 1, a cell of several lines makes no further row.
        package let row: Int
        package let fields: [String]
    }

    /// What is read at most: a file is somebody's, and its cells are held in memory.
    package struct Limits: Sendable {
        package var bytes = 5 * 1024 * 1024
        package var rows = 20_000
        package var columns = 200
        /// Bytes of one cell, as UTF-8.
        package var cell = 20_000

        package init() {}
    }

    package let encoding: TextEncoding
    /// All that it may be as well as this; none where there is no doubt.
    package let readings: [DecodedText.Reading]
    /// The character between two cells.
    package let separator: Character
    /// The rows that are not blank.
    package let records: [Record]

    /// Reads a whole file.
    /// - Parameter encoding: one of the ``readings``, as a person chose it.
    /// - Throws: ``CSVError`` with the place, when it is no table or larger than the limits.
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

/// Why a file is no table that can be read, and where.
package struct CSVError: Error, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// More bytes, rows, columns or bytes in a cell than are read.
        case tooLarge, tooManyRows, tooManyColumns, cellTooLong
        /// A cell opens with a quote that nothing closes; or text stands between the closing quote and the separator.
        case unclosedQuote, textAfterQuote
        /// A workbook of Excel or the like; other bytes that are no text; text in an encoding that is not known.
        case workbook, binary, unknownEncoding
        case empty
    }

    package let kind: Kind
    /// The row and the column where it is, both from 1; 0 when it is the whole file.
    package let row: Int
    package let column: Int

    package init(_ kind: Kind, row: Int = 0, column: Int = 0) {
        self.kind = kind
        self.row = row
        self.column = column
    }
}
