import GRDB
import Models
import TestSupport
import Testing

@Suite("A send that fails")
struct AllOrNothingTests {
    @Test(
        "Leaves nothing, wherever it fails, and can be pressed again",
        arguments: [
            "INSERT ON content WHEN TRUE", "INSERT ON broadcast WHEN TRUE", "INSERT ON broadcastSkip WHEN TRUE",
            "INSERT ON everyConversation WHEN (SELECT count(*) FROM conversation) = 3",
            "INSERT ON everyMessage WHEN (SELECT count(*) FROM message) = 3",
            "UPDATE ON everyConversation WHEN OLD.firmId = (SELECT max(firmId) FROM conversation)",
            "INSERT ON unread WHEN (SELECT count(*) FROM unread) = 4", "UPDATE ON draft WHEN TRUE",
            "INSERT ON auditEvent WHEN TRUE",
        ]
    )
    func nothingRemains(place: String) async throws {
        try await TestOffice.with { office in
            let key = try await office.upload()
            let draft = try await office.draft(to: .matching(FirmFilter(), except: []), files: [key])
            let before = try await office.counts()
            try await office.execute(
                "CREATE TRIGGER broken BEFORE \(place) BEGIN SELECT raise(ABORT, 'the disk is full'); END"
            )
            await #expect(throws: DatabaseError.self) { try await office.send(draft, expecting: 5) }
            #expect(try await office.counts() == before)
            #expect(try await office.texts("SELECT key FROM draft WHERE broadcastId IS NULL") == [draft.key])
            try await office.execute("DROP TRIGGER broken")
            _ = try await office.send(draft, expecting: 5)
            #expect(try await office.number("SELECT count(*) FROM conversation") == 5)
        }
    }
}
