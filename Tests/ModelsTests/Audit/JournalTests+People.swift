import Foundation
import GRDB
import TestSupport

@testable import Models

extension JournalTests {
    private static let stranger = NewPerson(name: "Nowa Osoba", email: "nowa@piekarnia.example", language: .pl)

    private static func subject(_ person: Int64) -> String { "person/\(person)" }

    /// A supervisor requests access for a person, and then another verb runs.
    private static func ask(
        _ office: TestOffice, by person: Int64,
        _ follow: @escaping @Sendable (Database, Invitation, Cast, Date) throws -> Void = { _, _, _, _ in }
    ) async throws -> JournalEntry {
        let scope = try await office.scope(office.cast.marek)
        let id = try await write(office) { db, cast, _, now in
            _ = try Invitation.ask(
                db, stranger, to: cast.bakery, rights: .init(), by: cast.marek, in: scope, at: now)
            let asked = try Invitation.waiting(db)[0]
            try follow(db, asked, cast, now)
            return asked.id
        }
        return JournalEntry(by: person, of: office.cast.bakery, about: "invitation/\(id)")
    }

    static let people: [AuditEvent.Action: JournalVerb] = [
        .memberInvited: { office in
            let person = try await write(office) { db, cast, _, now in
                _ = try Membership.invite(db, stranger, to: cast.bakery, by: cast.marek, at: now)
                return try Person.find(db, email: "nowa@piekarnia.example")?.id ?? 0
            }
            return JournalEntry(by: office.cast.marek, of: office.cast.bakery, about: subject(person))
        },
        .rightsChanged: { office in
            try await write(office) { db, cast, _, now in
                var rights = Membership.Rights()
                rights.canApprove = false
                try Membership.change(db, rights: rights, of: cast.piotr, in: cast.bakery, by: cast.marek, at: now)
            }
            return JournalEntry(by: office.cast.marek, of: office.cast.bakery, about: subject(office.cast.piotr))
        },
        .membershipEnded: { office in
            try await write(office) { db, cast, _, now in
                try Membership.end(db, of: cast.piotr, in: cast.bakery, by: cast.marek, at: now)
            }
            return JournalEntry(by: office.cast.marek, of: office.cast.bakery, about: subject(office.cast.piotr))
        },
        .personCorrected: { office in
            try await write(office) { db, cast, _, now in
                let details = PersonDetails(name: "Piotr Kłos", phone: "+48 600 100 222", language: .pl)
                try Person.find(db, cast.piotr).correct(db, details, by: cast.marek, at: now)
            }
            return JournalEntry(by: office.cast.marek, about: subject(office.cast.piotr))
        },
        .personDisabled: { office in
            try await write(office) { db, cast, _, now in
                try Person.find(db, cast.piotr).disable(db, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: subject(office.cast.piotr))
        },
        .personEnabled: { office in
            try await write(office) { db, cast, _, now in
                try Person.find(db, cast.piotr).disable(db, by: cast.anna, at: now)
                try Person.find(db, cast.piotr).enable(db, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: subject(office.cast.piotr))
        },
        .accessAsked: { office in try await ask(office, by: office.cast.marek) },
        .accessAdmitted: { office in
            try await ask(office, by: office.cast.anna) { db, asked, cast, now in
                _ = try asked.admit(db, by: cast.anna, at: now)
            }
        },
        .accessRefused: { office in
            try await ask(office, by: office.cast.anna) { db, asked, cast, now in
                try asked.refuse(db, by: cast.anna, at: now)
            }
        },
        .accessWithdrawn: { office in
            try await ask(office, by: office.cast.marek) { db, asked, cast, now in
                try asked.withdraw(db, by: cast.marek, at: now)
            }
        },
    ]
}
