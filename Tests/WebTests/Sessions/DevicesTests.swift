import Foundation
import Hummingbird
import HummingbirdTesting
import Models
import Secrets
import TestSupport
import Testing

@Suite("The devices of an account")
struct DevicesTests {
    @Test("are all signed out but this one, or with this one, and stand in the journal")
    func endAll() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let here = try await office.browser(client, as: cast.piotr)
                let there = try await office.browser(client, as: cast.piotr)
                let ewa = try await office.browser(client, as: cast.ewa)
                let done = try await here.post("/account/sessions/end", ["which": "others"])
                #expect(done.location == "/account?done=sessionsEnded")
                #expect(try await here.get("/account").status == .ok)
                #expect(try await there.get("/account").location.hasPrefix("/sign-in"))
                let all = try await here.post("/account/sessions/end", ["which": "all"])
                #expect(all.location == "/sign-in" && all.cookie("skrytka")?.isEmpty == true)
                #expect(try await here.get("/account").location.hasPrefix("/sign-in"))
                #expect(try await ewa.get("/account").status == .ok, "nobody else's")
                var filter = AuditLog.Filter()
                filter.action = .sessionsEnded
                let log = AuditLog(filter)
                let entries = try await office.database.read { db in try log.page(db).entries }
                #expect(entries.map(\.personId) == [cast.piotr, cast.piotr])
            }
        }
    }

    @Test("that are known are listed, and one that is forgotten is a stranger")
    func forget() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let known = try await office.database.write { db in
                try KnownBrowser.remember(
                    db, nil, of: cast.piotr, device: "Firefox, Mac", from: AddressGroup("2001:db8::1"), at: now)
            }
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let page = try await piotr.get("/account").text
                #expect(page.contains("Firefox, Mac") && page.contains("2001:db8:0:0::/64"))
                let action = try #require(page.firstMatch(of: /\/account\/browsers\/(\d+)\/end/))
                let ewa = try await office.browser(client, as: cast.ewa)
                #expect(try await ewa.post(String(action.output.0)).status == .notFound)
                let done = try await piotr.post(String(action.output.0))
                #expect(done.location == "/account?done=browserForgotten")
                #expect(try await !piotr.get("/account").text.contains("Firefox, Mac"))
                let found = try await office.database.read { db in
                    try KnownBrowser.find(db, known.token, email: "piotr@piekarnia.example", at: now)
                }
                #expect(found == nil)
            }
        }
    }

    @Test("that are known are ten at most, and none after a new password by a link, or when the person is disabled")
    func ended() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let hash = try PasswordHash.make("another password for tests")
            let all = { try await office.database.read { db in try KnownBrowser.all(db, of: cast.piotr, at: now) } }
            @Sendable func remember() async throws {
                try await office.database.write { db in
                    for number in 1...12 {
                        _ = try KnownBrowser.remember(
                            db, nil, of: cast.piotr, device: "\(number)", from: AddressGroup("-"),
                            at: now.addingTimeInterval(Double(number)))
                    }
                }
            }
            try await remember()
            #expect(try await all().map(\.device) == (3...12).reversed().map { "\($0)" })
            try await office.database.write { db in
                let link = try PersonalLink.mint(db, for: cast.piotr, handed: .byMail, by: cast.anna, at: now)
                _ = try PersonalLink.consume(db, link.token, password: hash, at: now)
            }
            #expect(try await all().isEmpty)
            try await remember()
            try await office.database.write { db in try Person.find(db, cast.piotr).disable(db, by: cast.anna, at: now)
            }
            #expect(try await all().isEmpty)
        }
    }

    @Test("of several people who share a browser are known together, and change their token together")
    func shared() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let known = try await office.database.write { db in
                let group = AddressGroup("192.0.2.1")
                let first = try KnownBrowser.remember(db, nil, of: cast.piotr, device: "", from: group, at: now)
                let second = try KnownBrowser.remember(db, first.token, of: cast.ewa, device: "", from: group, at: now)
                let emails = ["piotr@piekarnia.example", "ewa@przewozy.example", "noa@studio.example"]
                return try [first, second].map { each in
                    try emails.map { try KnownBrowser.find(db, each.token, email: $0, at: now) != nil }
                }
            }
            #expect(known == [[false, false, false], [true, true, false]])
        }
    }
}
