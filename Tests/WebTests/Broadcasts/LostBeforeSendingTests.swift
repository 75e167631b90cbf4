import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("A file that is declared lost before the send")
struct LostBeforeSendingTests {
    private static func lose(_ office: TestOffice, _ key: String) async throws {
        let now = office.now
        try FileManager.default.removeItem(atPath: office.files.path(key))
        _ = try await LostFile.declare(key, why: "Dysk", by: "root", in: office.database, office.files, at: now)
    }

    @Test("stops it: the check page says which, the composer keeps all the rest, and nothing is sent")
    func stopped() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let (lost, kept) = (
                    try await anna.uploadKey("umowa.txt", Data("Umowa".utf8)),
                    try await anna.uploadKey("aneks.txt", Data("Aneks".utf8))
                )
                let written = try await anna.post(
                    "/office/broadcasts/check",
                    [
                        ("firm", "\(cast.bakery.id)"), ("firm", "\(cast.carrier.id)"), ("subject", "Temat"),
                        ("body", "Treść listu"), ("files", lost), ("files", kept),
                    ])
                let check = try await anna.get(written.location).text
                try await Self.lose(office, lost)
                let stopped = try await anna.post(
                    "/office/broadcasts",
                    [
                        "draft": SendingTests.field("draft", in: check), "expected": "2",
                        "audience": SendingTests.field("audience", in: check),
                    ])
                #expect(stopped.status == .seeOther && stopped.location.contains("/office/broadcasts/check"))
                let again = try await anna.get(stopped.location).text
                #expect(again.contains("umowa.txt") && again.contains("nie ma już na serwerze"))
                #expect(!again.contains("name=\"expected\""), "there is no button to send it with")
                let count = try await office.database.read { db in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM broadcast")
                }
                #expect(count == 0)
                let edit = String(try #require(again.firstMatch(of: /\/office\/broadcasts\/new\?draft=[\w-]+/)).output)
                let composer = try await anna.get(edit).text
                #expect(composer.contains("Treść listu") && composer.contains("Przepadły i nie pójdą"))
                #expect(composer.contains("value=\"\(kept)\"") && !composer.contains("value=\"\(lost)\""))
                let draft = try SendingTests.field("draft", in: composer)
                let rest = try await anna.post(
                    "/office/broadcasts/check",
                    [("draft", draft), ("subject", "Temat"), ("body", "Treść listu"), ("files", kept)])
                let ready = try await anna.get(rest.location).text
                #expect(ready.contains("Wyślij do 2 firm") && !ready.contains("umowa.txt"))
            }
        }
    }
}
