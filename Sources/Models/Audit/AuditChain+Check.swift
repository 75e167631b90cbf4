import Foundation
import GRDB
import Secrets

extension AuditChain {
    /// The result of a check of the chain: intact, or broken at an entry.
    package typealias Outcome = Result<State, Broken>

    /// Verifies the whole journal for a report. A broken chain is an outcome, not an error.
    package static func check(_ db: Database) throws -> Outcome {
        do {
            return .success(try verify(db))
        } catch let broken as Broken {
            return .failure(broken)
        }
    }

    /// Records that the head had the chain checked, with the outcome: the number and the hash of the last entry, or the
    /// number of the first entry that was changed.
    package static func record(_ db: Database, _ outcome: Outcome, by head: Int64, at now: Date) throws {
        let detail =
            switch outcome {
            case .success(let state): ["count": "\(state.count)", "head": Hex.text(state.head)]
            case .failure(let broken): ["broken": "\(broken.row)"]
            }
        try AuditEvent.write(db, .chainChecked, by: head, detail, at: now)
    }
}
