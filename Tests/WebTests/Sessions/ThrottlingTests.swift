import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import Secrets
import TestSupport
import Testing

/// Throttling must not be a weapon: whatever unknown browsers try, the owner of an account gets in.
@Suite("Strangers who try passwords")
struct ThrottlingTests {
    private static let piotr = "piotr@piekarnia.example"

    private static func visitor(
        _ client: any TestClientProtocol, from address: String, known: String? = nil
    ) -> Browser {
        let token = Token().text
        var browser = Browser(client: client, formToken: token, visitorToken: token)
        (browser.address, browser.known) = (address, known)
        return browser
    }

    private static func signIn(
        _ client: any TestClientProtocol, from address: String, _ password: String = Cast.password,
        as email: String = piotr, known: String? = nil
    ) async throws -> Answer {
        try await visitor(client, from: address, known: known).post(
            "/sign-in", ["email": email, "password": password])
    }

    /// Signs the owner in at home.
    private static func owner(_ client: any TestClientProtocol) async throws -> (known: String, session: String) {
        let response = try await signIn(client, from: "203.0.113.7")
        let cookie = response.headers[values: .setCookie].first { $0.hasPrefix("skrytka-browser=") } ?? ""
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Expires="))
        return (try #require(response.cookie("skrytka-browser")), try #require(response.cookie("skrytka")))
    }

    /// Makes a hundred attempts with wrong passwords from as many providers, which no limit of an address stops.
    private static func flood(_ office: TestOffice, _ email: String = piotr) async throws {
        let (account, now) = (EmailAddress(email).digest, office.now)
        try await office.database.write { db in
            for number in 1...100 {
                let group = AddressGroup("198.51.100.\(number)")
                _ = try SignInAttempt.claim(db, .stranger(account: account, group), at: now)
            }
        }
    }

    @Test("from a hundred addresses of one /64 get five tries together, and lock nobody out elsewhere")
    func oneNetwork() async throws {
        try await TestOffice.with { office in
            try await office.proxied { client in
                let owner = try await Self.owner(client)
                var statuses: [HTTPResponse.Status] = []
                for number in 1...100 {
                    let address = "2001:db8:7:1:\(number)::\(number)"
                    statuses.append(try await Self.signIn(client, from: address, "not the right one").status)
                }
                #expect(statuses.filter { $0 == .unprocessableContent }.count == 5)
                #expect(statuses.filter { $0 == .tooManyRequests }.count == 95)
                #expect(try await Self.signIn(client, from: "203.0.113.7", known: owner.known).status == .seeOther)
                #expect(try await Self.signIn(client, from: "2001:db8:8::1").status == .seeOther)
            }
        }
    }

    @Test("from everywhere keep out strangers, but neither a browser that has signed in before nor an open session")
    func everywhere() async throws {
        try await TestOffice.with { office in
            try await office.proxied { client in
                let owner = try await Self.owner(client)
                // Attempts before a right password no longer count.
                office.pass(60)
                try await Self.flood(office)
                #expect(
                    try await Self.signIn(client, from: "192.0.2.50").status == .tooManyRequests, "a stranger waits")
                // From any address of the owner.
                let back = try await Self.signIn(client, from: "192.0.2.51", known: owner.known)
                #expect(back.status == .seeOther)
                #expect(back.cookie("skrytka-browser") != owner.known, "its token is new each time")
                #expect(
                    try await Self.signIn(client, from: "192.0.2.51", known: owner.known).status == .tooManyRequests,
                    "and the one before is worth nothing")
                var live = try await office.browser(client, as: office.cast.piotr)
                (live.known, live.address) = (back.cookie("skrytka-browser"), "192.0.2.51")
                #expect(try await live.get("/").status == .ok)
                let changed = try await live.post(
                    "/account/password", ["current": Cast.password, "password": "an entirely new sentence"])
                #expect(changed.status == .seeOther)
                let again = try await Self.signIn(
                    client, from: "192.0.2.51", "an entirely new sentence", known: live.known)
                #expect(again.status == .seeOther, "the browser in which the password was changed stays known")
            }
        }
    }

    @Test("in a known browser, or in a session that was left open, are slowed down like anybody")
    func ownCounter() async throws {
        try await TestOffice.with { office in
            try await office.proxied { client in
                let owner = try await Self.owner(client)
                for number in 1...5 {
                    let wrong = try await Self.signIn(client, from: "192.0.2.\(number)", "wrong", known: owner.known)
                    #expect(wrong.status == .unprocessableContent)
                }
                let waits = try await Self.signIn(client, from: "192.0.2.9", known: owner.known)
                #expect(waits.status == .tooManyRequests)
                #expect(try await Self.signIn(client, from: "192.0.2.9").status == .seeOther, "nobody else")
                var live = try await office.browser(client, as: office.cast.piotr)
                let guess: KeyValuePairs = ["current": "wrong", "password": "an entirely new sentence"]
                for number in 1...5 {
                    live.address = "192.0.2.\(number)"
                    #expect(try await live.post("/account/password", guess).status == .unprocessableContent)
                }
                live.address = "192.0.2.10"
                #expect(try await live.post("/account/password", guess).status == .tooManyRequests)
            }
        }
    }

    @Test("are strangers in a browser that knows somebody else, was forgotten, or has not signed in for ninety days")
    func notKnown() async throws {
        try await TestOffice.with { office in
            try await office.proxied { client in
                let ewa = try await Self.signIn(client, from: "192.0.2.1", as: "ewa@przewozy.example")
                try await Self.flood(office)
                let others = ewa.cookie("skrytka-browser")
                #expect(try await Self.signIn(client, from: "192.0.2.1", known: others).status == .tooManyRequests)
                office.pass(25 * 3600)
                let owner = try await Self.owner(client)
                office.pass(90 * 24 * 3600 - 60)
                try await Self.flood(office)
                let kept = try await Self.signIn(client, from: "192.0.2.1", known: owner.known)
                #expect(kept.status == .seeOther)
                office.pass(90 * 24 * 3600 + 60)
                try await Self.flood(office)
                let old = kept.cookie("skrytka-browser")
                #expect(try await Self.signIn(client, from: "192.0.2.1", known: old).status == .tooManyRequests)
            }
        }
    }

    @Test("keep nobody's office from signing in by asking for new passwords, nor the owner from asking")
    func resets() async throws {
        try await TestOffice.with { office in
            try await office.proxied { client in
                var statuses: [HTTPResponse.Status] = []
                for number in 1...70 {
                    statuses.append(
                        try await Self.visitor(client, from: "203.0.113.7").post(
                            "/password-reset", ["email": "somebody\(number)@nowhere.example"]
                        ).status)
                }
                #expect(statuses.filter { $0 == .ok }.count == SignInAttempt.addressLimit)
                #expect(statuses.last == .tooManyRequests)
                #expect(try await Self.signIn(client, from: "203.0.113.7").status == .seeOther, "of the same address")
                for number in 1...120 {
                    _ = try await Self.visitor(client, from: "198.51.100.\(number)").post(
                        "/password-reset", ["email": Self.piotr])
                }
                let own = try await Self.visitor(client, from: "192.0.2.7").post(
                    "/password-reset", ["email": Self.piotr])
                #expect(own.status == .ok)
                #expect(try await Self.signIn(client, from: "192.0.2.7").status == .seeOther)
                let mails = try await office.database.read { db in
                    try OutgoingMail.newest(db).filter { $0.personId == office.cast.piotr && $0.kind == .reset }.count
                }
                #expect(mails == 1)
            }
        }
    }

    @Test("write nothing into the journal while they try")
    func journal() async throws {
        try await TestOffice.with { office in
            try await office.proxied { client in
                let count = { try await office.database.read { db in try AuditLog(.init()).page(db).entries.count } }
                let before = try await count()
                for number in 1...20 { _ = try await Self.signIn(client, from: "198.51.100.\(number)", "wrong") }
                #expect(try await count() == before)
            }
        }
    }

    @Test("who come as IPv4 in IPv6 are counted as IPv4, and what is no address as it came")
    func groups() {
        let groups =
            [
                "192.0.2.1": ("192.0.2.1", nil), "::ffff:192.0.2.1": ("192.0.2.1", nil),
                "::ffff:c000:201": ("192.0.2.1", nil),
                "2001:db8:1:2:3:4:5:6": ("2001:db8:1:2::/64", "2001:db8:1::/48"),
                "2001:0DB8:1:2::": ("2001:db8:1:2::/64", "2001:db8:1::/48"),
                "fe80::1%eth0": ("fe80:0:0:0::/64", "fe80:0:0::/48"), "::1": ("0:0:0:0::/64", "0:0:0::/48"),
                "-": ("-", nil), "not:an:address": ("not:an:address", nil), "": ("", nil),
            ] as [String: (String, String?)]
        for (address, group) in groups {
            #expect(AddressGroup(address).text == group.0, "\(address)")
            #expect(AddressGroup(address).network == group.1, "\(address)")
        }
        #expect(
            AddressGroup.plain("::ffff:192.0.2.1") == "192.0.2.1" && AddressGroup.plain("2001:db8::1") == "2001:db8::1")
    }
}
