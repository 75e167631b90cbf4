import Models
import Secrets

/// Every field of the portal's forms and queries, with its limit in bytes. A field that is not listed is ignored before
/// anything is decoded; a test compares the list with the pages.
package enum FormFields {
    /// The limit of a field's name in bytes, and the most fields of a form or a query.
    static let longestName = 64
    static let most = 5_000

    /// Returns the limit of a field's value in bytes; `nil` for an unknown field.
    static func limit(_ name: String) -> Int? { limits[name] ?? (isFirmOfFile(name) ? line : nil) }

    static var names: Set<String> { Set(limits.keys) }

    /// The fields that people write in, which are named in an error about their length.
    static let written: Set = [
        "address", "body", "current", "email", "host", "identifier", "line", "name", "note", "openingHours", "password",
        "phone", "port", "q",
        "senderAddress", "senderName", "subject", "tags", "user",
    ]

    /// A code, a date, a key.
    private static let word = 128
    private static let line = 1024
    /// The codes of about ten thousand firms.
    private static let codes = 160 * 1024
    /// A whole form, in a field of another one that is smaller than `PostedForms.bodyLimit`.
    static let keptLimit = 480 * 1024
    /// UTF-8 has at most four bytes for a code point.
    private static let bytesOfCodePoint = 4

    private static let limits: [String: Int] = {
        var limits = [
            "body": NewContent.bodyLimit * bytesOfCodePoint, "note": Note.bodyLimit * bytesOfCodePoint,
            "email": EmailAddress.limit, "address": 2 * line, "openingHours": 2 * line, "tags": 4 * line,
            "next": 8 * line, "matching": 32 * line,
            "firm": codes, "except": codes, "shown": codes, "kept": keptLimit, "keptFor": line,
        ]
        for name in lines { limits[name] = line }
        for name in words { limits[name] = word }
        return limits
    }()

    /// The fields that contain numbers of rows, which are codes on pages and in addresses.
    package static let rows: Set = [
        "after", "afterNotice", "again", "at", "before", "colleague", "deputiesAfter", "deputy", "document", "except",
        "file", "firm",
        "message", "notice", "person", "recipients", "shown", "skipped", "supervisor", "template", "waiting", "without",
    ]

    /// Returns a value in the form for pages and addresses.
    static func coded(_ name: String, _ value: String) -> String {
        guard rows.contains(name), let codes = AddressCodes.current else { return value }
        return codes.coded(value)
    }

    /// Returns the value of a received field.
    static func decoded(_ name: String, _ value: String) -> String {
        guard rows.contains(name), let codes = AddressCodes.current else { return value }
        return codes.decoded(value)
    }

    private static let lines = [
        "current", "host", "identifier", "kind", "line", "name", "password", "phone", "port", "q", "senderAddress",
        "senderName", "subject", "supervisor", "tag",
        "user",
    ]

    private static let words = [
        "action", "after", "afterNotice", "again", "all", "approvalRequired", "at", "audience", "awaited", "before",
        "changed", "colleague", "colour", "country", "csrf", "deputiesAfter", "deputy", "document", "done", "draft",
        "duty", "encoding",
        "entries",
        "expected", "expiresOn", "file", "files", "forgotten", "form", "formKey", "from", "key", "keys", "lacking",
        "language",
        "matchAgain",
        "message", "mistakes", "notice", "of", "order", "payroll", "period", "person", "printout", "printouts",
        "recipients",
        "right", "rightFiles", "rights", "role", "security", "show", "skipped", "sort", "span", "state", "summary",
        "undoSeconds", "unfinished",
        "supervisorFrom", "tab",
        "taxation", "taxationFrom", "template", "then", "timeZone", "to", "until", "vat", "waiting", "warnings",
        "which", "without", "year",
    ]

    /// Whether it is the firm typed for one of the files by firm: a field `firm-` and the file's code.
    private static func isFirmOfFile(_ name: String) -> Bool {
        let bytes = name.utf8
        return bytes.starts(with: "firm-".utf8) && bytes.count == 5 + AddressCodes.count
            && bytes.dropFirst(5).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
}
