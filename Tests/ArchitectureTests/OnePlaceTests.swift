import Testing

@Suite("What stands in one place")
struct OnePlaceTests {
    /// Returns the sources of Models without the migrations: the statements of daily use.
    private static func files() throws -> [SourceTree.File] {
        try SourceTree.files(in: "Sources/Models", "swift").filter {
            !$0.path.contains("/Migrations/")
        }
    }

    private static func paths(_ pattern: Regex<some Any>) throws -> Set<String> {
        Set(try files().filter { $0.text.contains(pattern.wordBoundaryKind(.simple)) }.map(\.path))
    }

    @Test("What was withdrawn is known to the office's own pages alone: all others read the views without it")
    func withdrawn() throws {
        let models = "Sources/Models/"
        let writers = ["Conversations/Posting", "Conversations/Conversation", "Conversations/Conversation+Handling"]
        let keepers = [
            "Archive/FirmArchive", "Archive/FirmArchive+Threads", "Attachments/Attachment", "Audit/AuditSubject",
            "Broadcasts/Broadcast", "Broadcasts/Broadcast+Withdrawal", "Broadcasts/BroadcastReport",
            "Conversations/MessageThread", "Conversations/NewContent+FormKey", "Conversations/Withdrawal",
            "Firms/FirmListCache", "Printouts/ReachablePrintout",
        ]
        let found = try Self.paths(/\bevery(?:Message|Conversation)\b/).filter { !$0.contains("/Migrations/") }
        #expect(found == Set((writers + keepers).map { "\(models)\($0).swift" }))
    }

    @Test("A message is posted by one type, with the last message, the unread marks and the files that belong to it")
    func posting() throws {
        let posting: Set = ["Sources/Models/Conversations/Posting.swift"]
        #expect(try Self.paths(/INSERT\s+(?:OR \w+\s+)?INTO\s+"?(?:everyM|m)essage\b/) == posting)
        // A message that is withdrawn gives the place of the last one back to the one before it.
        let last = posting.union(["Sources/Models/Conversations/Withdrawal.swift"])
        #expect(try Self.paths(/\blastMessage(?:Id|At)\s*=(?!\s*(?:row|Date)\b)/) == last)
        #expect(try Self.paths(/\bhasFiles\s*=\s*(?:TRUE|FALSE|\d)/) == posting)
        // A message that becomes visible later is marked with OR IGNORE, as it may have been marked when posted.
        #expect(try Self.paths(/INSERT\s+INTO\s+"?unread\b/) == posting)
    }

    @Test("Who of a client may read is said by the schema's views, and what payroll takes besides by the scope")
    func readers() throws {
        // These two read when a right was given and taken, of memberships that may have ended.
        let history: Set = [
            "Sources/Models/Firms/Membership+Rights.swift", "Sources/Models/Firms/Membership+Unread.swift",
        ]
        let condition = /\b(?:AND|OR|WHERE|NOT|WHEN)\s+(?:\w+\.)?canRead\b|\bcanRead\s+(?:AND|OR)\b/
        #expect(try Self.paths(condition).subtracting(history) == [])
        #expect(try Self.paths(/\bcanPayroll\s+OR\b/) == ["Sources/Models/Staff/FirmScope.swift"])
        let views = try SourceTree.files(in: "Sources/Models/Database/Migrations", "swift").filter {
            $0.text.contains(condition.wordBoundaryKind(.simple))
        }
        #expect(views.map(\.path) == ["Sources/Models/Database/Migrations/FirmsMigration.swift"])
    }
}
