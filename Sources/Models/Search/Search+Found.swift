import Dates
import GRDB

extension Search {
    /// The kinds of results that a page shows.
    package enum Show: String, Sendable { case messages, files }

    /// Results by kind. The first page begins with a few firms, people and files; later pages have messages alone, or
    /// files alone.
    package struct Found: Sendable {
        package var firms: [FirmHit] = []
        package var people: [PersonHit] = []
        /// The number of all matching firms.
        package var firmCount = 0
        package var files: Page<FileHit>
        package var messages: Page<Hit>

        package var isEmpty: Bool { firms.isEmpty && people.isEmpty && files.rows.isEmpty && messages.rows.isEmpty }
    }

    private static let few = 5

    /// - Parameters:
    ///   - after: the content after which the page begins.
    ///   - day: for the office, the day for which firms are shown; `nil` for clients, who do not search firms.
    package static func find(
        _ db: Database, _ typed: String, _ show: Show, after: Int64?, in scope: FirmScope, office day: Day? = nil
    ) throws -> Found {
        let search = Search(typed, in: scope)
        let none = Page<Hit>(rows: [], next: nil)
        if show == .files {
            return Found(files: try search.files(db, after: after), messages: none)
        }
        let messages = try search.messages(db, after: after)
        guard after == nil else { return Found(files: Page(rows: [], next: nil), messages: messages) }
        var found = Found(files: try search.files(db, limit: few), messages: messages)
        if let day {
            (found.firms, found.people, found.firmCount) = try firms(db, typed, in: scope, on: day, limit: few)
        }
        return found
    }
}
