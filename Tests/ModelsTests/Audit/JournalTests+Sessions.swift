import Foundation
import GRDB
import Secrets
import TestSupport

@testable import Models

extension JournalTests {
    private static let group = AddressGroup("192.0.2.1")

    /// Piotr signs in, and then another verb runs.
    private static func signIn(
        _ office: TestOffice,
        _ follow: @escaping @Sendable (Database, Session, Date) throws -> Void = { _, _, _ in }
    ) async throws -> Int64 {
        try await write(office) { db, cast, _, now in
            let opened = try Session.open(
                db, for: Person.find(db, cast.piotr), device: "Firefox", address: "192.0.2.1", at: now)
            guard let session = try Session.find(db, opened.token, at: now) else { throw NotFound() }
            try follow(db, session, now)
            return session.id
        }
    }

    static let sessions: [AuditEvent.Action: JournalVerb] = [
        .linkMinted: { office in
            try await write(office) { db, cast, _, now in
                _ = try PersonalLink.mint(db, for: cast.piotr, handed: .onScreen, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: "person/\(office.cast.piotr)")
        },
        .linkRevoked: { office in
            try await write(office) { db, cast, _, now in
                try PersonalLink.revoke(db, of: cast.iwona, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: "person/\(office.cast.iwona)")
        },
        .accountActivated: { office in
            let hash = try PasswordHash.make("an entirely new sentence")
            try await write(office) { db, cast, _, now in
                _ = try PersonalLink.consume(db, cast.iwonasLink, password: hash, at: now)
            }
            return JournalEntry(by: office.cast.iwona)
        },
        .resetRequested: { office in
            try await write(office) { db, _, _, now in
                try OutgoingMail.request(db, email: "piotr@piekarnia.example", at: now)
            }
            return JournalEntry(by: nil, about: "person/\(office.cast.piotr)")
        },
        .passwordChanged: { office in
            let hash = try PasswordHash.make("an entirely new sentence")
            _ = try await signIn(office) { db, session, now in
                try Person.find(db, session.personId).changePassword(db, to: hash, keeping: session.id, at: now)
            }
            return JournalEntry(by: office.cast.piotr)
        },
        .signedIn: { office in
            _ = try await signIn(office)
            return JournalEntry(by: office.cast.piotr)
        },
        .signInFailed: { office in
            try await write(office) { db, _, _, now in
                let counter = SignInAttempt.Counter.stranger(account: Data(count: 32), group)
                try SignInAttempt.record(db, counter, succeeded: false, at: now)
            }
            office.pass(2 * 3600)
            try await write(office) { db, _, _, now in try SignInAttempt.sum(db, at: now) }
            return JournalEntry(by: nil)
        },
        .signedOut: { office in
            let session = try await signIn(office) { db, session, now in
                try Session.end(db, session.id, of: session.personId, as: .signedOut, at: now)
            }
            return JournalEntry(by: office.cast.piotr, about: "session/\(session)")
        },
        .sessionEnded: { office in
            let session = try await signIn(office) { db, session, now in
                try Session.end(db, session.id, of: session.personId, at: now)
            }
            return JournalEntry(by: office.cast.piotr, about: "session/\(session)")
        },
        .sessionsEnded: { office in
            _ = try await signIn(office) { db, session, now in
                try Session.endAll(db, by: session.personId, except: session.id, in: nil, at: now)
            }
            return JournalEntry(by: office.cast.piotr)
        },
        .browserRemembered: { office in
            let browser = try await remember(office)
            return JournalEntry(by: office.cast.piotr, about: "browser/\(browser)")
        },
        .browserForgotten: { office in
            let browser = try await remember(office)
            try await write(office) { db, cast, _, now in
                try KnownBrowser.end(db, browser, of: cast.piotr, at: now)
            }
            return JournalEntry(by: office.cast.piotr, about: "browser/\(browser)")
        },
    ]

    private static func remember(_ office: TestOffice) async throws -> Int64 {
        try await write(office) { db, cast, _, now in
            _ = try KnownBrowser.remember(db, nil, of: cast.piotr, device: "Firefox", from: group, at: now)
            return try KnownBrowser.all(db, of: cast.piotr, at: now)[0].id
        }
    }
}
