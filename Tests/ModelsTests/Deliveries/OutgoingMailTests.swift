import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("The outbox")
struct OutgoingMailTests {
    private static func mails(_ office: TestOffice, to person: Int64) async throws -> [OutgoingMail] {
        try await office.database.read { db in try OutgoingMail.newest(db).filter { $0.personId == person } }
    }

    private static func show(_ office: TestOffice, _ mail: OutgoingMail) async throws -> PersonalLink.Minted {
        let (anna, now) = (office.cast.anna, office.now)
        return try await office.database.write { db in try mail.show(db, by: anna, at: now) }
    }

    @Test(
        "Knows whether a link was shown to somebody when it was made, and to whom, or waits to be handed over",
        arguments: [(OutgoingMail.Way.onScreen, OutgoingMail.State.handedOver), (.byMail, .waiting)])
    func handed(way: OutgoingMail.Way, state: OutgoingMail.State) async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let new = NewPerson(name: "Nowa Osoba", email: "nowa@piekarnia.example", language: .pl)
            let person = try await office.database.write { db in
                let marek = cast.marek
                let link = try Membership.invite(db, new, to: cast.bakery, by: marek, handing: way, at: now)
                return try #require(link).personId
            }
            #expect(try await Self.mails(office, to: person).map { $0.state(at: now) } == [state])
            let hands = try await office.number("SELECT handedBy FROM outgoingMail WHERE personId = \(person)")
            #expect(hands == (way == .onScreen ? cast.marek : nil))
        }
    }

    @Test("Has a mail for each link, whose token it does not know")
    func invitation() async throws {
        try await TestOffice.with { office in
            let mail = try #require(try await Self.mails(office, to: office.cast.iwona).first)
            #expect(mail.kind == .activation && mail.firmName == "Piekarnia Kłos" && mail.demoToken == nil)
            #expect(mail.state(at: office.now) == .waiting)
            let texts = try await office.texts("SELECT ifnull(demoToken, '') FROM outgoingMail")
            #expect(texts.allSatisfy { $0.isEmpty })
            office.pass(PersonalLink.lifetime)
            #expect(mail.state(at: office.now) == .expired)
        }
    }

    @Test("Shows a link made anew, ends the one before, and says what became of it")
    func shown() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let mail = try #require(try await Self.mails(office, to: cast.iwona).first)
            let link = try await Self.show(office, mail)
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try PersonalLink.find(db, cast.iwonasLink, at: now) }
            }
            #expect(try await Self.mails(office, to: cast.iwona).map { $0.state(at: now) } == [.handedOver])
            let hash = try PasswordHash.make("an entirely new sentence")
            _ = try await office.database.write { db in
                try PersonalLink.consume(db, link.token, password: hash, at: now)
            }
            let used = try #require(try await Self.mails(office, to: cast.iwona).first)
            #expect(used.state(at: now) == .used)
            await #expect(throws: NotFound.self) { _ = try await Self.show(office, used) }
        }
    }

    @Test("Takes a request for a new password once, for a person who can sign in, and without a link until it is shown")
    func requested() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let before = try await office.counts()
            for email in ["piotr@piekarnia.example", " Piotr@Piekarnia.example", "nikt@nigdzie.example"] {
                try await office.database.write { db in
                    try OutgoingMail.request(db, email: EmailAddress(email), at: now)
                }
            }
            #expect(try await office.added(since: before) == ["outgoingMail": 1, "auditEvent": 1])
            let mail = try #require(try await Self.mails(office, to: cast.piotr).first)
            #expect(mail.kind == .reset && mail.expiresAt == nil && mail.state(at: now) == .waiting)
            let link = try await Self.show(office, mail)
            #expect(link.purpose == .reset && link.personId == cast.piotr)
            try await office.database.write { db in try PersonalLink.revoke(db, of: cast.piotr, by: cast.anna, at: now)
            }
            #expect(try await Self.mails(office, to: cast.piotr).first?.state(at: now) == .replaced)
            try await office.database.write { db in
                try Person.find(db, cast.ewa).disable(db, by: cast.anna, at: now)
                try OutgoingMail.request(db, email: "ewa@przewozy.example", at: now)
            }
            #expect(try await Self.mails(office, to: cast.ewa).allSatisfy { $0.linkIsGone(at: now) })
        }
    }
}

extension OutgoingMail {
    fileprivate func linkIsGone(at now: Date) -> Bool { !isOpen(at: now) }
}
