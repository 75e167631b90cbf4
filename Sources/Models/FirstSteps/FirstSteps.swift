import Dates
import Foundation
import GRDB

/// The first steps of a new office, told from what is there: nothing is ticked off by hand.
package struct FirstSteps: Sendable {
    /// Clients would see the office's phone, and the head under her own name.
    package let isIntroduced: Bool
    /// There is a firm besides the office's own.
    package let hasFirms: Bool
    /// The office has written to a firm.
    package let hasWritten: Bool
    /// The office's own firm, at which a notice can be tried.
    package let trialFirm: Int64?

    package var areDone: Bool { isIntroduced && hasFirms && hasWritten }

    /// Returns the steps for the head, until they are done or put away.
    package static func fetch(_ db: Database, _ office: Office, head: Person) throws -> FirstSteps? {
        guard office.firstStepsEndedAt == nil else { return nil }
        let own = try ownFirm(db, office)
        let others = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM firm WHERE id IS NOT ?)", arguments: [own])
        let hasWritten = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM message WHERE side = 'office')")
        let steps = FirstSteps(
            isIntroduced: office.phone != nil && !head.name.utf8.contains(UInt8(ascii: "@")),
            hasFirms: others ?? false, hasWritten: hasWritten ?? false, trialFirm: own)
        return steps.areDone ? nil : steps
    }

    /// Puts the steps away for good.
    package static func end(_ db: Database, by head: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE office SET firstStepsEndedAt = ?, firstStepsEndedBy = ? WHERE firstStepsEndedAt IS NULL",
            arguments: [now.milliseconds, head])
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firstStepsEnded, by: head, at: now)
    }

    /// Makes the office a firm of its own, with a reader at an address of the head's that she does not sign in with: a
    /// person of the office cannot be a client too.
    /// - Returns: the firm to write to.
    /// - Throws: `Invalid` naming `email`.
    package static func prepare(
        _ db: Database, _ office: Office, reader: NewPerson, by head: Person, on day: Day, at now: Date
    ) throws -> Int64 {
        let firm =
            try ownFirm(db, office).map { try Firm.find(db, $0, in: .wholeOffice) } ?? add(db, office, head, day, now)
        if try Membership.people(db, of: firm).isEmpty {
            _ = try Membership.invite(
                db, reader, to: firm, by: head.id, at: now)
        }
        return firm.id
    }

    private static func add(
        _ db: Database, _ office: Office, _ head: Person, _ day: Day, _ now: Date
    ) throws -> Firm {
        let new = NewFirm(
            name: office.name, country: office.country, taxIdentifier: office.taxIdentifier,
            form: office.country == .poland ? .ledger : .israeli, supervisor: head.id)
        return try Firm.add(db, new, by: head.id, on: day, at: now)
    }

    private static func ownFirm(_ db: Database, _ office: Office) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT id FROM firm WHERE country = ? AND taxIdentifier = ?",
            arguments: [office.country, office.taxIdentifier])
    }
}
