/// The error for a database that does not match the mark in its folder.
package enum OlderDatabase: Error, Equatable, CustomStringConvertible {
    case behind(entries: Int64, expected: Int64)
    case another(entry: Int64)
    case unreadable(String)
    /// The number of the last log that the file contains, and the number that the mark expects.
    case foreignLog(held: Int64, expected: Int64)

    package var description: String {
        switch self {
        case .behind(let entries, let expected):
            """
            office.sqlite is older than what this folder has answered: its journal ends at entry \(entries), and \
            \(expected) were written; \(Self.wayOn)
            """
        case .another(let entry):
            """
            office.sqlite is not the database of this folder: entry \(entry) of its journal is another one than was \
            written; \(Self.wayOn)
            """
        case .unreadable(let path):
            "\(path) cannot be read or understood, so nothing proves this database; \(Self.wayOn)"
        case .foreignLog:
            """
            office.sqlite is older than the office.sqlite-wal beside it, which belongs to another state of the database: \
            the two must not be put together; \(Self.wayOn), which sets that log aside as office.sqlite-wal.aside
            """
        }
    }

    /// The facts for the journal when the database was accepted nevertheless.
    var facts: [String: String] {
        switch self {
        case .behind(let entries, let expected): ["entries": "\(entries)", "expected": "\(expected)"]
        case .another(let entry): ["otherEntry": "\(entry)"]
        case .unreadable: ["mark": "unreadable"]
        case .foreignLog(let held, let expected): ["log": "\(held)", "expectedLog": "\(expected)"]
        }
    }

    private static let wayOn = """
        put the newest office.sqlite back together with its office.sqlite-wal, or restore the last backup; to go on with \
        this one and without what is newer, start the server once with --accept-older
        """
}
