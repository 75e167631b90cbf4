import Models
import Secrets

/// Every field of our forms and queries, with the most bytes that its value may have. A field that is not here is
/// passed over before anything is made of it, whatever its name is; a test holds the list against the pages.
package enum FormFields {
    /// The most bytes of a field's name, and the most fields of a form or a query.
    static let longestName = 64
    static let most = 5_000

    /// The most bytes of a field's value; nothing for what is no field of ours.
    static func limit(_ name: String) -> Int? { limits[name] ?? (isFirmOfFile(name) ? line : nil) }

    static var names: Set<String> { Set(limits.keys) }

    /// The fields that people write in. Too much in one of them is told with its name.
    static let written: Set = [
        "body", "current", "email", "identifier", "name", "note", "password", "phone", "q", "subject", "tags",
    ]

    /// A code, a date, a key of ours.
    private static let word = 128
    private static let line = 1024
    /// Codes of some ten thousand firms.
    private static let codes = 160 * 1024
    /// A whole form, in a field of another one that is smaller than `PostedForms.bodyLimit`.
    static let keptLimit = 480 * 1024
    /// UTF-8 has at most four bytes for a code point.
    private static let bytesOfCodePoint = 4

    private static let limits: [String: Int] = {
        var limits = [
            "body": NewContent.bodyLimit * bytesOfCodePoint, "note": Note.bodyLimit * bytesOfCodePoint,
            "email": EmailAddress.limit, "tags": 4 * line, "next": 8 * line, "matching": 32 * line,
            "firm": codes, "except": codes, "shown": codes, "kept": keptLimit, "keptFor": line,
        ]
        for name in lines { limits[name] = line }
        for name in words { limits[name] = word }
        return limits
    }()

    /// The fields that hold numbers of rows, for which codes stand on pages and in addresses.
    package static let rows: Set = [
        "after", "again", "at", "before", "colleague", "deputiesAfter", "deputy", "document", "except", "file", "firm",
        "message", "person", "recipients", "shown", "skipped", "supervisor", "template", "waiting", "without",
    ]

    /// A value as it stands on a page or in an address.
    static func coded(_ name: String, _ value: String) -> String {
        guard rows.contains(name), let codes = AddressCodes.current else { return value }
        return codes.coded(value)
    }

    /// The value that was meant by what came.
    static func decoded(_ name: String, _ value: String) -> String {
        guard rows.contains(name), let codes = AddressCodes.current else { return value }
        return codes.decoded(value)
    }

    private static let lines = [
        "current", "identifier", "kind", "name", "password", "phone", "q", "subject", "supervisor", "tag",
    ]

    private static let words = [
        "action", "after", "again", "all", "approvalRequired", "at", "audience", "awaited", "before", "changed",
        "colleague", "country", "csrf", "deputiesAfter", "deputy", "document", "done", "draft", "duty", "encoding",
        "entries",
        "expected", "expiresOn", "file", "files", "forgotten", "form", "formKey", "from", "key", "lacking", "language",
        "matchAgain",
        "message", "mistakes", "of", "order", "payroll", "period", "person", "printout", "printouts", "recipients",
        "right", "rightFiles", "rights", "role", "show", "side", "skipped", "sort", "span", "state", "summary",
        "supervisorFrom", "tab",
        "taxation", "taxationFrom", "template", "to", "until", "vat", "waiting", "warnings", "which", "without", "year",
    ]

    /// The firm that was typed for one of the files by firm: a field `firm-` and the file's code.
    private static func isFirmOfFile(_ name: String) -> Bool {
        let bytes = name.utf8
        return bytes.starts(with: "firm-".utf8) && bytes.count == 5 + AddressCodes.count
            && bytes.dropFirst(5).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
}
