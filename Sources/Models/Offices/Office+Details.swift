import Foundation
import GRDB

extension Office {
    /// The facts of the office that its head may change and that clients see, as typed.
    package struct Details: Sendable {
        let name: String
        let phone: String
        let email: String
        let address: String
        let openingHours: String
        let timeZone: String
        let language: Language

        package init(
            name: String, phone: String, email: String, address: String, openingHours: String, timeZone: String,
            language: Language
        ) {
            self.name = TypedText.line(name)
            self.phone = PhoneNumber.line(phone)
            self.email = EmailAddress(email).text
            self.address = TypedText.block(address)
            self.openingHours = TypedText.block(openingHours)
            self.timeZone = timeZone
            self.language = language
        }

        /// The facts of today.
        fileprivate init(of office: Office) {
            name = office.name
            phone = office.phone ?? ""
            email = office.email ?? ""
            address = office.address ?? ""
            openingHours = office.openingHours ?? ""
            timeZone = office.timeZone
            language = office.language
        }

        /// Returns the facts by the names of their columns and fields, for comparing and for the journal.
        fileprivate var facts: [(name: String, value: String)] {
            [
                ("name", name), ("phone", phone), ("email", email), ("address", address),
                ("openingHours", openingHours), ("timeZone", timeZone), ("language", language.rawValue),
            ]
        }
    }

    /// The time zones to choose from: those of the countries where offices work, and the one that is set.
    package static func timeZones(with current: String) -> [String] {
        let known = TimeZone.knownTimeZoneIdentifiers.filter { $0.hasPrefix("Europe/") || $0 == "Asia/Jerusalem" }
        return Set(known + [current]).sorted()
    }

    /// Changes the office's facts, with what was before in the journal.
    /// - Throws: `Invalid` naming the fields with errors.
    package static func correct(_ db: Database, _ details: Details, by head: Int64, at now: Date) throws {
        guard let office = try find(db) else { throw NotFound() }
        try office.problems(of: details).check()
        let changed = zip(Details(of: office).facts, details.facts).filter { $0.value != $1.value }
        guard !changed.isEmpty else { return }
        try db.execute(
            sql: """
                UPDATE office SET name = :name, phone = nullif(:phone, ''), email = nullif(:email, ''),
                    address = nullif(:address, ''), openingHours = nullif(:openingHours, ''), timeZone = :timeZone,
                    language = :language
                """,
            arguments: StatementArguments(Dictionary(uniqueKeysWithValues: details.facts.map { ($0.name, $0.value) })))
        let journal = changed.flatMap { before, after in
            [("\(before.name)Before", before.value), (after.name, after.value)]
        }
        try AuditEvent.write(
            db, .officeCorrected, by: head, Dictionary(uniqueKeysWithValues: [("subject", details.name)] + journal),
            at: now)
    }

    private func problems(of details: Details) -> Invalid {
        var invalid = Invalid()
        Self.check(name: details.name, phone: details.phone, into: &invalid)
        if !details.email.isEmpty, !EmailAddress.isPlausible(details.email) {
            invalid.add("email", "errors.emailWrong")
        }
        invalid.limit("address", details.address, to: 300)
        invalid.limit("openingHours", details.openingHours, to: 300)
        if !Self.timeZones(with: timeZone).contains(details.timeZone) { invalid.add("timeZone", "errors.zoneWrong") }
        return invalid
    }

    static func check(name: String, phone: String, into invalid: inout Invalid) {
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: 120)
        if !phone.isEmpty, !PhoneNumber.isPlausible(phone) { invalid.add("phone", "errors.phoneWrong") }
    }
}
