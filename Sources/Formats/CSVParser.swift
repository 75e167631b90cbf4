/// Splits UTF-8 text into rows and cells.
struct CSVParser {
    let separator: UInt8
    private let bytes: [UInt8]
    private let limits: CSVFile.Limits
    private var position: Int
    private var row = 1
    private var column = 1

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ bytes: [UInt8], limits: CSVFile.Limits) {
        self.bytes = bytes
        self.limits = limits
        // Excel's own first line that names the separator; Excel does not show it as a row.
        if bytes.starts(with: "sep=".utf8), bytes.count > 5, Self.isLineEnd(bytes[5]) {
            separator = bytes[4]
            let isPair = bytes.count > 6 && bytes[5] == Self.carriageReturn && bytes[6] == Self.lineFeed
            position = isPair ? 7 : 6
        } else {
            separator = Self.separator(in: bytes)
            position = 0
        }
    }

    /// Returns all rows that are not blank.
    mutating func records() throws(CSVError) -> [CSVFile.Record] {
        var records: [CSVFile.Record] = []
        while position < bytes.count {
            let fields = try record()
            if fields.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
                guard records.count < limits.rows else { throw CSVError(.tooManyRows, row: row) }
                records.append(.init(row: row, fields: fields))
            }
            row += 1
        }
        return records
    }

    /// Returns the most frequent separator in the first row, outside of quotes.
    private static func separator(in bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte) { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
    }

    private mutating func record() throws(CSVError) -> [String] {
        var fields: [String] = []
        column = 1
        while true {
            guard column <= limits.columns else { throw CSVError(.tooManyColumns, row: row, column: column) }
            fields.append(try cell())
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
            column += 1
        }
        skipLineEnd()
        return fields
    }

    private mutating func cell() throws(CSVError) -> String {
        if position < bytes.count, bytes[position] == Self.quote { return try quotedCell() }
        let start = position
        while position < bytes.count, bytes[position] != separator, !Self.isLineEnd(bytes[position]) { position += 1 }
        try check(position - start)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Reads a quoted cell, in which two quotes stand for one.
    private mutating func quotedCell() throws(CSVError) -> String {
        var content: [UInt8] = []
        position += 1
        while true {
            let start = position
            while position < bytes.count, bytes[position] != Self.quote { position += 1 }
            guard position < bytes.count else { throw CSVError(.unclosedQuote, row: row, column: column) }
            content.append(contentsOf: bytes[start..<position])
            try check(content.count)
            position += 1
            guard position < bytes.count, bytes[position] == Self.quote else { break }
            content.append(Self.quote)
            position += 1
        }
        guard position == bytes.count || bytes[position] == separator || Self.isLineEnd(bytes[position]) else {
            throw CSVError(.textAfterQuote, row: row, column: column)
        }
        return String(decoding: content, as: UTF8.self)
    }

    private func check(_ count: Int) throws(CSVError) {
        if count > limits.cell { throw CSVError(.cellTooLong, row: row, column: column) }
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        let isReturn = bytes[position] == Self.carriageReturn
        position += 1
        if isReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}
