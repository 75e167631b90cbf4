import GRDB
import Models
import TestSupport

extension TestOffice {
    func sortFiles(_ keys: [String], by person: Int64? = nil) async throws -> Draft {
        let (person, now) = (person ?? cast.anna, now)
        let scope = try await scope(person)
        return try await database.write { db in try Draft.sortFiles(db, files: keys, by: person, in: scope, at: now) }
    }

    func filesByFirm(_ draft: Draft, _ matched: Bool) async throws -> [FileByFirm] {
        let scope = try await scope(draft.personId)
        return try await database.read { db in try draft.filesByFirm(db, matched: matched, in: scope) }
    }

    @discardableResult
    func review(
        _ draft: Draft, _ firms: [Int64: String] = [:], subject: String = "Pliki za lipiec",
        body: String = "Plik w załączniku.", isPayroll: Bool = false
    ) async throws -> Int {
        let (scope, day) = (try await scope(draft.personId), day)
        let review = Draft.Review(subject: subject, body: body, isPayroll: isPayroll, firms: firms)
        return try await database.write { db in
            try Draft.find(db, draft.key, of: draft.personId).review(db, review, in: scope, on: day)
        }
    }

    /// Returns the current check page's data.
    func shown(_ draft: Draft) async throws -> DraftCheck {
        try await check(database.read { db in try Draft.find(db, draft.key, of: draft.personId) })
    }

    /// Sends what the check page shows now, or showed before.
    @discardableResult
    func send(
        filesOf draft: Draft, expecting count: Int, as audience: String? = nil, right: String? = nil
    ) async throws -> Broadcast {
        let (scope, now) = (try await scope(draft.personId), now)
        let promised = if let audience { audience } else { try await shown(draft).fingerprint }
        return try await database.write { db in
            try Broadcast.send(
                db, draft, CheckedSend(expecting: count, fingerprint: promised, right: right), in: scope, at: now)
        }
    }
}
