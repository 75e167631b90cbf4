import Dates
import Foundation
import GRDB
import Models
import TestSupport

/// Chooses printouts for tests, and reads them from messages.
extension TestOffice {
    /// Returns kinds of one period, by default February 2026.
    func choice(
        _ kinds: Printout.Kind..., from: String = "2026-02-01", until: String = "2026-02-28"
    ) throws -> PrintoutChoice {
        guard let choice = try PrintoutChoice.typed(kinds.map(\.rawValue), of: "\(from)/\(until)") else {
            throw NotFound()
        }
        return choice
    }

    func draft(
        to firms: [Firm], _ choice: PrintoutChoice, isPayroll: Bool = false, by person: Int64? = nil
    ) async throws -> Draft {
        let (sender, day, now) = (person ?? cast.anna, day, now)
        let scope = try await scope(sender)
        let new = Draft.New(
            subject: "Dokumenty", content: NewContent(body: "W załączeniu.", printouts: choice),
            audience: .picked(firms.map(\.id)), isPayroll: isPayroll)
        return try await database.write { db in try Draft.create(db, new, by: sender, in: scope, on: day, at: now) }
    }

    func check(_ draft: Draft, at place: DraftCheck.Place) async throws -> DraftCheck {
        let (day, zone) = (day, zone)
        let scope = try await scope(draft.personId)
        return try await database.read { db in
            try DraftCheck.make(db, draft, in: scope, on: day, zone: zone, at: place)
        }
    }

    /// Sends what a check page showed.
    @discardableResult
    func send(_ draft: Draft, as check: DraftCheck, need: PrintoutNeed = .any) async throws -> Broadcast {
        let now = now
        let scope = try await scope(draft.personId)
        return try await database.write { db in
            try Broadcast.send(
                db, draft, CheckedSend(expecting: check.count, fingerprint: check.fingerprint, need: need), in: scope,
                at: now)
        }
    }

    /// Checks and sends.
    func broadcast(
        to firms: [Firm], _ choice: PrintoutChoice, need: PrintoutNeed = .any
    ) async throws -> Broadcast {
        let draft = try await draft(to: firms, choice)
        var place = DraftCheck.Place()
        place.need = need
        return try await send(draft, as: check(draft, at: place), need: need)
    }

    /// Returns the printouts on a firm's last message of a broadcast.
    func printouts(_ broadcast: Broadcast, _ firm: Firm) async throws -> [Printout.Facts] {
        try await printouts(thread(broadcast, firm))
    }

    func printouts(_ conversation: Conversation) async throws -> [Printout.Facts] {
        let person = cast.anna
        return try await database.read { db in
            try MessageThread.fetch(db, conversation, seenBy: person, isOfOffice: false).printouts[
                conversation.lastMessageId] ?? []
        }.map(\.facts)
    }

    func offer(_ firms: [Firm], as person: Int64? = nil, period: String = "") async throws -> PrintoutOffer {
        let (day, asked) = (day, Period(period))
        let scope = try await scope(person ?? cast.anna)
        return try await database.read { db in
            let chosen = try Audience.picked(firms.map(\.id)).firms(db, in: scope, on: day)
            return try PrintoutOffer.make(db, firms: chosen, period: asked, on: day)
        }
    }
}
