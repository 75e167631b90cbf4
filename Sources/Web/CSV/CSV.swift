import HTTPTypes
import Hummingbird
import Models
import NIOCore

/// A table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, by which Excel recognizes it).
///
/// Typed text is never a formula in it: a cell that begins like one gets an apostrophe in front (OWASP, "CSV
/// injection"). Cells are written as bytes, like spreadsheets read them: to Swift a quote with a combining mark is not
/// a quote, but it would end the cell.
struct CSV: Sendable {
    private(set) var bytes = ByteBuffer(bytes: [0xEF, 0xBB, 0xBF])
    private let separator: UInt8

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameter decimal: the decimal mark of the reader's language; where it is a comma, spreadsheets expect
    ///   semicolons between cells.
    init(decimal: String, header: [String]) {
        separator = UInt8(ascii: decimal == "," ? ";" : ",")
        add(header)
    }

    mutating func add(_ cells: [String]) {
        for (number, cell) in cells.enumerated() {
            if number > 0 { bytes.writeInteger(separator) }
            bytes.writeBytes(Self.cell(cell))
        }
        bytes.writeBytes([Self.carriageReturn, Self.lineFeed])
    }

    /// Returns a quoted cell, harmless whatever it contains. Line ends become line feeds, because a carriage return
    /// alone ends a row in some programs even between quotes. Drops NUL, which ends the table in others.
    static func cell(_ text: String) -> [UInt8] {
        var cell = [quote]
        if isFormula(text) { cell.append(UInt8(ascii: "'")) }
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0: break
            case quote: cell += [quote, quote]
            case lineFeed where before == carriageReturn: break
            case carriageReturn: cell.append(lineFeed)
            default: cell.append(byte)
            }
            before = byte
        }
        return cell + [quote]
    }

    /// Whether a spreadsheet would calculate the text. Some ignore leading blanks and invisible characters.
    private static func isFormula(_ text: String) -> Bool {
        var isFirst = true
        for scalar in text.unicodeScalars {
            if isFirst, "\t\r\n".unicodeScalars.contains(scalar) { return true }
            isFirst = false
            if isPassedOver(scalar) { continue }
            return "=+-@|%＝＋－＠".unicodeScalars.contains(scalar)
        }
        return false
    }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .spacingMark, .enclosingMark: true
        default: scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Returns the bytes added since the last call, to be sent piece by piece.
    mutating func take() -> ByteBuffer {
        defer { bytes = ByteBuffer() }
        return bytes
    }

    /// - Parameter name: the file's name without its extension; may contain typed text.
    static func headers(named name: String) -> HTTPFields {
        [
            .contentType: "text/csv; charset=utf-8",
            .contentDisposition: FileName.contentDisposition(FileName.made(of: name, "csv")),
        ]
    }
}
