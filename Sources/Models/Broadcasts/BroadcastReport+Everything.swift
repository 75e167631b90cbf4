import GRDB

extension BroadcastReport {
    /// Returns all pages of the report as one, for printing and saving.
    package func everything(_ db: Database, _ show: Show = .all) throws -> Page {
        var (rows, readers, downloads): ([Recipient], [Int64: [Mark]], [Int64: [Mark]]) = ([], [:], [:])
        var contacts: [Int64: [Contact]] = [:]
        var printouts: [Int64: [SentPrintout]] = [:]
        while true {
            let page = try page(db, show, after: rows.last?.conversationId)
            rows += page.rows
            readers.merge(page.readers) { $1 }
            downloads.merge(page.downloads) { $1 }
            contacts.merge(page.contacts) { $1 }
            printouts.merge(page.printouts) { $1 }
            guard page.hasNext else { break }
        }
        return Page(
            rows: rows, readers: readers, downloads: downloads, contacts: contacts, printouts: printouts, hasNext: false
        )
    }

    /// Returns all firms that were skipped.
    package func allSkipped(_ db: Database) throws -> [DraftCheck.Skipped] {
        var all: [DraftCheck.Skipped] = []
        while true {
            let page = try skipped(db, after: all.last?.firmId)
            all += page.prefix(Self.pageSize)
            if page.count <= Self.pageSize { return all }
        }
    }
}
