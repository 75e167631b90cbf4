import Dates
import Foundation
import GRDB

extension FirmImportPlan {
    /// Adds the firms, the people and their accesses, in the given transaction. No link is created: each new person
    /// gets a mail in the outbox that waits for one.
    /// - Parameter author: `nil` at the command line.
    package func takeIn(
        _ db: Database, named file: String, by author: Int64?, on day: Day, at now: Date
    ) throws {
        try AuditEvent.write(db, .firmsImported, by: author, detail(file), at: now)
        var people: [String: Int64] = [:]
        for entry in entries where entry.known == nil || !entry.members.isEmpty {
            let firm =
                try entry.known?.id
                ?? Firm.insert(db, entry.new, identifier: entry.identifier, by: author, on: day, at: now)
            for member in entry.members {
                let email = member.new.email
                let person = try member.knownId ?? people[email] ?? invite(db, member, to: firm, by: author, at: now)
                people[email] = person
                try Membership.add(db, person, to: firm, rights: member.rights, by: author, at: now)
            }
            try Firm.refreshSearchText(db, firm)
        }
    }

    /// Adds a person and a mail in the outbox, whose link is created when it is handed over.
    private func invite(
        _ db: Database, _ member: Member, to firm: Int64, by author: Int64?, at now: Date
    ) throws -> Int64 {
        let person = try Person.insert(db, member.new, at: now)
        try OutgoingMail.add(db, .activation, to: person, firm: firm, by: author, at: now)
        return person
    }

    private func detail(_ file: String) -> [String: String] {
        [
            "file": file, "firms": "\(firmCount)", "people": "\(personCount)", "memberships": "\(membershipCount)",
            "leftOut": "\(wrongRowCount)",
        ]
    }
}
