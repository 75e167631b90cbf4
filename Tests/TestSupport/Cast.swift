import Dates
import Foundation
import GRDB
import Models
import Secrets

/// The named people and firms of every test. `ewa` does not belong to the bakery, and `rafal` works for the carrier
/// only: each test about access covers both.
package struct Cast: Sendable {
    package static let password = "a password for tests"
    /// The time at which tests begin: Friday, 20 November 2026, 12:00 UTC.
    package static let start = Date(timeIntervalSince1970: 1_795_176_000)
    package static let day = Day("2026-11-20").unsafelyUnwrapped

    package let anna, marek, ola, rafal, dana: Int64
    package let piotr, ewa, tomasz, noa, iwona: Int64
    /// Members of the bakery with one right each, and not that to read.
    package let approver, payroller, notified: Int64
    package let bakery, carrier, furniture, sawmill, studio, empty: Firm
    /// Iwona has been invited to the bakery and has not used this link.
    package let iwonasLink: Token

    /// Fills an empty database with the product's own verbs.
    static func make(_ db: Database, _ hash: PasswordHash, at now: Date = start) throws -> Cast {
        try db.execute(sql: "UPDATE addressKey SET bytes = ?", arguments: [AddressNumbers.key])
        let office = NewOffice(
            name: "Biuro Testowe", country: .poland, taxIdentifier: "9999999999", phone: "+48 600 100 200",
            email: "anna@biuro.example", headName: "Anna Lis", language: .pl
        )
        let anna = try PersonalLink.consume(db, Office.create(db, office, at: now).token, password: hash, at: now).id
        // Most tests are not about undoing a send: it goes at once.
        try db.execute(sql: "UPDATE office SET undoSeconds = 0")
        func staff(_ name: String, _ email: String, _ role: Staff.Role, _ language: Language = .pl) throws -> Int64 {
            let new = NewPerson(name: name, email: email, phone: "+48 600 100 201", language: language)
            let id = try Staff.add(db, new, role: role, by: anna, at: now).personId
            return try PersonalLink.consume(
                db, PersonalLink.mint(db, for: id, handed: .byMail, by: anna, at: now).token, password: hash, at: now
            ).id
        }
        func firm(
            _ name: String, _ identifier: String, _ form: TaxationForm, _ country: Country = .poland,
            supervisor: Int64?
        ) throws -> Firm {
            let new = NewFirm(
                name: name, country: country, taxIdentifier: identifier, form: form, supervisor: supervisor
            )
            return try Firm.add(db, new, by: anna, on: day, at: now)
        }
        func member(
            _ name: String, _ email: String, of firm: Firm, _ rights: Membership.Rights = .init(),
            _ language: Language = .pl
        ) throws -> Int64 {
            let new = NewPerson(name: name, email: email, language: language)
            if let link = try Membership.invite(db, new, to: firm, rights: rights, by: anna, at: now) {
                return try PersonalLink.consume(db, link.token, password: hash, at: now).id
            }
            return try Person.find(db, email: EmailAddress(email)).unsafelyUnwrapped.id
        }
        let marek = try staff("Marek Wilk", "marek@biuro.example", .supervisor)
        let dana = try staff("Dana Bar", "dana@biuro.example", .supervisor, .he)
        let ola = try staff("Ola Zych", "ola@biuro.example", .accountant)
        let rafal = try staff("Rafał Lew", "rafal@biuro.example", .accountant)
        let bakery = try firm("Piekarnia Kłos", "1111111111", .lumpSum, supervisor: marek)
        let carrier = try firm("Przewozy Ewa Nowak", "2222222222", .ledger, supervisor: dana)
        let furniture = try firm("Meble Dąb sp. z o.o.", "3333333333", .fullBooks, supervisor: marek)
        let sawmill = try firm("Tartak Dąb", "4444444444", .ledger, supervisor: marek)
        let studio = try firm("Studio Noa", "511111114", .israeli, .israel, supervisor: dana)
        let empty = try firm("Kwiaty Mak", "5555555555", .card, supervisor: marek)
        try Assignment.assign(db, firm: bakery.id, to: ola, duty: .accountant, from: day, by: anna, at: now)
        try Assignment.assign(db, firm: carrier.id, to: rafal, duty: .accountant, from: day, by: anna, at: now)
        let tomasz = try member("Tomasz Dąb", "tomasz@meble.example", of: furniture)
        _ = try member("Tomasz Dąb", "tomasz@meble.example", of: sawmill)
        let iwona = NewPerson(name: "Iwona Kłos", email: "iwona@piekarnia.example", language: .pl)
        let iwonasLink = try Membership.invite(db, iwona, to: bakery, by: anna, at: now).unsafelyUnwrapped
        return Cast(
            anna: anna, marek: marek, ola: ola, rafal: rafal, dana: dana,
            piotr: try member("Piotr Kłos", "piotr@piekarnia.example", of: bakery),
            ewa: try member("Ewa Nowak", "ewa@przewozy.example", of: carrier), tomasz: tomasz,
            noa: try member("נועה לוי", "noa@studio.example", of: studio, .init(), .he), iwona: iwonasLink.personId,
            approver: try member("Adam Zgoda", "adam@piekarnia.example", of: bakery, .only(\.canApprove)),
            payroller: try member("Kasia Płaca", "kasia@piekarnia.example", of: bakery, .only(\.canPayroll)),
            notified: try member("Nina Wieść", "nina@piekarnia.example", of: bakery, .only(\.isNotified)),
            bakery: bakery, carrier: carrier, furniture: furniture, sawmill: sawmill, studio: studio, empty: empty,
            iwonasLink: iwonasLink.token
        )
    }
}

extension Membership.Rights {
    /// Returns one right without the others.
    static func only(_ right: WritableKeyPath<Self, Bool>) -> Self {
        var rights = Self()
        rights.canRead = false
        rights.canApprove = false
        rights.isNotified = false
        rights[keyPath: right] = true
        return rights
    }
}
