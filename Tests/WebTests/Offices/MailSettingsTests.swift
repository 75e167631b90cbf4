import Foundation
import HTTPTypes
import Models
import Secrets
import TestSupport
import Testing
import Transports
import Web

@Suite("The office's mail settings")
struct MailSettingsTests {
    private static let form: [(String, String)] = [
        ("host", "127.0.0.1"), ("port", "1"), ("security", "none"), ("user", "biuro"), ("password", "tajne hasło/7"),
        ("senderName", "Biuro Rachunkowe"), ("senderAddress", "biuro@lis.example"),
    ]

    private static func form(_ changes: [String: String]) -> [(String, String)] {
        form.map { ($0.0, changes[$0.0] ?? $0.1) }
    }

    private static func readiness(_ office: TestOffice) async throws -> MailReadiness {
        let (settings, found) = try await office.database.read { db in (try MailSettings.find(db), try Office.find(db))
        }
        return MailReadiness(
            settings, try #require(found), given: nil, authorities: nil, key: try office.portal.sealing.find())
    }

    @Test("Are kept with the password sealed, which no page, journal or database shows, and which opens for sending")
    func kept() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                let saved = try await anna.post("/office/settings/mail", Self.form)
                #expect(saved.location == "/office/settings?done=saved#mail-title")
                let page = try await anna.get("/office/settings").text
                #expect(page.contains("value=\"127.0.0.1\"") && page.contains("Hasło jest zapisane"))
                #expect(!page.contains("tajne"))
                let journal = try await anna.get("/office/audit/export").text
                #expect(journal.contains("Zmieniono ustawienia poczty") && !journal.contains("tajne"))
                // An empty password keeps the stored one.
                _ = try await anna.post("/office/settings/mail", Self.form(["password": "", "port": "2525"]))
            }
            guard case .ready(let relay, let sender) = try await Self.readiness(office) else {
                Issue.record("mail is not ready")
                return
            }
            #expect(relay.password == "tajne hasło/7" && relay.user == "biuro" && relay.port == 2525)
            #expect(sender.address.text == "biuro@lis.example" && sender.name == "Biuro Rachunkowe")
            let key = try #require(try office.portal.sealing.find())
            try await office.database.copy(to: office.folder.appendingPathComponent("copy").path)
            let copy = try Data(contentsOf: office.folder.appendingPathComponent("copy"))
            #expect(copy.range(of: Data("tajne".utf8)) == nil)
            #expect(copy.range(of: key.bytes) == nil)
        }
    }

    @Test("Keep their key in a file beside the database that nobody else reads, and make one key however many save")
    func key() async throws {
        try await TestOffice.with { office in
            let sealing = office.portal.sealing
            #expect(try sealing.find() == nil)
            let keys = try await withThrowingTaskGroup(of: Data.self) { group in
                for _ in 0..<20 { group.addTask { try sealing.key().bytes } }
                return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
            let path = office.folder.appendingPathComponent("sealing.key").path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("Without their key say in plain words that the password must be typed again, and try nothing")
    func restored() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                _ = try await anna.post("/office/settings/mail", Self.form)
                try FileManager.default.removeItem(at: office.folder.appendingPathComponent("sealing.key"))
                let page = try await anna.get("/office/settings").text
                #expect(page.contains("Zapisanego hasła nie da się otworzyć"))
                #expect(!page.contains("Wyślij próbę"))
                let refused = try await anna.post("/office/settings/mail/tests")
                #expect(refused.status == .unprocessableContent && refused.text.contains("Wpisz hasło jeszcze raz"))
                _ = try await anna.post("/office/settings/mail", Self.form)
                #expect(try await anna.get("/office/settings").text.contains("Wyślij próbę"))
            }
        }
    }

    @Test("Come back with what was typed when something is wrong, and name the field; the password is never given back")
    func refused() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                let wrong: [([String: String], String)] = [
                    (["host": "https://x/"], "mail-host-error"), (["host": "a b"], "mail-host-error"),
                    (["port": "0"], "mail-port-error"), (["port": "70000"], "mail-port-error"),
                    (["port": "x"], "mail-port-error"), (["host": "smtp.biuro.example"], "mail-security-error"),
                    (["user": String(repeating: "x", count: 255)], "mail-user-error"),
                    (["password": ""], "mail-password-error"), (["password": "a\r\nQUIT"], "mail-password-error"),
                    (["password": String(repeating: "x", count: 257)], "mail-password-error"),
                    (["senderName": ""], "mail-sender-name-error"),
                    (["senderAddress": "biuro@żółw.example"], "mail-sender-address-error"),
                    (["senderAddress": "a@b.example>\r\nRCPT TO:<c@d.example"], "mail-sender-address-error"),
                ]
                for (changes, error) in wrong {
                    let page = try await anna.post("/office/settings/mail", Self.form(changes))
                    #expect(page.status == .unprocessableContent && page.text.contains("id=\"\(error)\""), "\(changes)")
                    #expect(page.text.contains("value=\"Biuro Rachunkowe\"") || changes["senderName"] != nil)
                    #expect(!page.text.contains("tajne"))
                }
                #expect(
                    try await anna.post("/office/settings/mail", Self.form(["security": "x"])).status == .badRequest)
            }
            #expect(try await office.number("SELECT count(*) FROM mailSettings") == 0)
        }
    }

    @Test("Send a stored password to no other server than the one that it was typed for")
    func otherServer() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                _ = try await anna.post(
                    "/office/settings/mail", Self.form(["host": "smtp.lis.example", "security": "tls"]))
                let stolen = ["host": "smtp.zli.example", "security": "tls", "password": ""]
                let refused = try await anna.post("/office/settings/mail", Self.form(stolen))
                #expect(refused.status == .unprocessableContent && refused.text.contains("To już inny serwer"))
                let port = ["host": "smtp.lis.example", "security": "starttls", "password": ""]
                #expect(try await anna.post("/office/settings/mail", Self.form(port)).status == .seeOther)
            }
        }
    }

    @Test("Are switched off with an empty server, and forget the password then")
    func off() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                _ = try await anna.post("/office/settings/mail", Self.form)
                _ = try await anna.post("/office/settings/mail", Self.form(["host": ""]))
                #expect(try await anna.post("/office/settings/mail/tests").status == .unprocessableContent)
            }
            #expect(try await office.number("SELECT count(*) FROM mailSettings WHERE host IS NULL") == 1)
            #expect(try await office.number("SELECT count(*) FROM mailSettings WHERE sealedPassword IS NULL") == 1)
            guard case .serverMissing = try await Self.readiness(office) else {
                Issue.record("mail is not off")
                return
            }
        }
    }

    @Test("Saved without a change write nothing")
    func unchanged() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                _ = try await anna.post("/office/settings/mail", Self.form)
                let before = try await office.number("SELECT count(*) FROM auditEvent")
                _ = try await anna.post("/office/settings/mail", Self.form(["password": ""]))
                #expect(try await office.number("SELECT count(*) FROM auditEvent") == before)
            }
        }
    }

    @Test("Give way to a server from outside, which is shown and cannot be changed; the sender can")
    func given() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            let portal = try office.portal {
                $0.relay = SMTPRelay(url: "smtps://biuro:zewnetrzne@smtp.lis.example")
            }
            try await office.app(portal) { client in
                let anna = try await office.browser(client, as: anna)
                _ = try await anna.post("/office/settings/mail", Self.form(["senderName": "Lis"]))
                let page = try await anna.get("/office/settings").text
                #expect(page.contains("smtp.lis.example:465") && !page.contains("name=\"host\""))
                #expect(page.contains("value=\"Lis\"") && !page.contains("zewnetrzne"))
            }
            #expect(try await office.number("SELECT count(*) FROM mailSettings WHERE host IS NOT NULL") == 0)
        }
    }

    @Test("Are tested by a mail that nobody else may send; what the server said stands on the page and in the journal")
    func tested() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                // Nobody listens at port 1.
                _ = try await anna.post("/office/settings/mail", Self.form)
                #expect(try await anna.post("/office/settings/mail/tests").location == "/office/settings#mail-title")
                let page = try await anna.get("/office/settings").text
                #expect(page.contains("Próba nieudana") && page.contains("Serwer nie odpowiada na tym porcie."))
                #expect(page.contains("Sprawdź port i to, czy zapora"))
                // A change makes the test one of other settings.
                _ = try await anna.post("/office/settings/mail", Self.form(["port": "2"]))
                #expect(!(try await anna.get("/office/settings").text.contains("Próba nieudana")))
            }
            let entry = try await office.database.read { db in
                try AuditLog(.init()).page(db).entries.first { $0.action == "mailTested" }
            }
            #expect(entry?.fact("outcome") == "cannotConnect" && entry?.fact("subject") == "127.0.0.1:1")
        }
    }

    @Test("Are tested ten times within ten minutes, and no more")
    func pace() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                _ = try await anna.post("/office/settings/mail", Self.form)
                for _ in 0..<MailTest.most {
                    #expect(try await anna.post("/office/settings/mail/tests").status == .seeOther)
                }
                let refused = try await anna.post("/office/settings/mail/tests")
                #expect(refused.status == .unprocessableContent && refused.text.contains("Odczekaj dziesięć minut"))
                office.pass(601)
                #expect(try await anna.post("/office/settings/mail/tests").status == .seeOther)
            }
        }
    }
}
