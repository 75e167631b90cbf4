import Dates
import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The journal's page")
struct AuditPageTests {
    @Test("says what was done, by whom, about what, newest first")
    func sentences() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Czy <b> dojdzie?", "body": "Treść"]
                )
                let anna = try await office.browser(client, as: cast.anna)
                let page = try await anna.get("/office/audit?firm=\(cast.bakery.id)&person=\(cast.piotr)").text
                #expect(page.contains("Zadano pytanie") && page.contains("Czy &lt;b&gt; dojdzie?"))
                #expect(page.contains("/office/conversations/") && page.contains("Piotr"))
                let none = try await anna.get("/office/audit?action=questionAsked&person=\(cast.ewa)").text
                #expect(!none.contains("dojdzie"))
            }
        }
    }

    @Test("can be filtered by day, with the last day whole")
    func days() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let today = Cast.day.text
                #expect(
                    try await anna.get("/office/audit?from=\(today)&until=\(today)&action=firmAdded").text.contains(
                        "<tbody>"))
                #expect(!(try await anna.get("/office/audit?until=2026-11-19").text.contains("<tbody>")))
                #expect(
                    !(try await anna.get("/office/audit?from=2026-11-21&action=firmAdded").text.contains("<tbody>")))
            }
        }
    }

    @Test("shows that the chain holds once the head had it checked")
    func check() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                #expect(try await anna.get("/office/audit").text.contains("Nie sprawdzano jeszcze"))
                #expect(try await anna.post("/office/audit/checks").location == "/office/audit")
                #expect(try await anna.get("/office/audit").text.contains("są nienaruszone"))
                try await office.database.write { db in
                    try db.execute(
                        sql: "DROP TRIGGER auditEventNotChanged; UPDATE auditEvent SET at = at + 1 WHERE id = 3")
                }
                _ = try await anna.post("/office/audit/checks")
                #expect(try await anna.get("/office/audit").text.contains("ktoś zmienił wpis 3"))
            }
        }
    }

    @Test("goes to a spreadsheet whole, and no cell of it is a formula")
    func export() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "=1+1,\"x\"", "body": "Treść"]
                )
                let anna = try await office.browser(client, as: cast.anna)
                let file = try await anna.get("/office/audit/export")
                #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
                let count = try await office.database.read { db in try AuditChain.verify(db).count }
                #expect(file.text.split(separator: "\r\n").count == Int(count) + 1)
                #expect(file.text.contains("\"'=1+1,\"\"x\"\"\""))
                let one = try await anna.get("/office/audit/export?action=questionAsked").text
                #expect(one.split(separator: "\r\n").count == 2)
            }
        }
    }

    @Test(
        "answers to anything in its filters",
        arguments: ["person=x", "firm=-1", "from=2026-02-31", "until=%00x", "q=%25_%27", "after=999999", "action=nope"])
    func hostile(query: String) async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                #expect(try await anna.get("/office/audit?\(query)").status == .ok)
            }
        }
    }
}
