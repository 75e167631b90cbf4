import HTTPTypes
import Hummingbird
import Models
import NIOCore

/// A table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, by which Excel knows it).
///
/// What people typed is never a formula there: a cell that begins as one gets an apostrophe in front
/// (OWASP, "CSV injection").
struct CSV: Sendable {
    private(set) var text = "\u{FEFF}"
    private let separator: String

    /// - Parameter decimal: the decimal mark of the reader's language; where it is a comma, spreadsheets
    ///   expect semicolons between cells.
    init(decimal: String, header: [String]) {
        separator = decimal == "," ? ";" : ","
        add(header)
    }

    mutating func add(_ cells: [String]) {
        text += cells.map(Self.cell).joined(separator: separator) + "\r\n"
    }

    /// A cell in quotes, harmless whatever it holds.
    static func cell(_ text: String) -> String {
        let begins = text.unicodeScalars.first.map { "=+-@\t\r\n|%＝＋－＠".unicodeScalars.contains($0) } ?? false
        let harmless = begins ? "'" + text : text
        return "\"\(harmless.replacing("\"", with: "\"\""))\""
    }

    /// What has been added since the last call, to be sent piece by piece.
    mutating func take() -> String {
        defer { text = "" }
        return text
    }

    /// The table as a download.
    func response(named name: String) -> Response {
        let headers: HTTPFields = [
            .contentType: "text/csv; charset=utf-8", .contentDisposition: FileName.contentDisposition(name),
        ]
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
