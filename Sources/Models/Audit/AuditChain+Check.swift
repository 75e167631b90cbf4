import Foundation
import GRDB
import Secrets

extension AuditChain {
    /// What a check of the chain found: it held, or broke at an entry.
    package typealias Outcome = Result<State, Broken>

    /// Goes through the whole journal for a report. A broken chain is an outcome, not a failure.
    package static func check(_ db: Database) throws -> Outcome {
        do {
            return .success(try verify(db))
        } catch let broken as Broken {
            return .failure(broken)
        }
    }

    /// Writes down that the head had the chain checked, and what came out: the number and the hash of the
    /// last entry then, or the first entry that does not hold.
    package static func record(_ db: Database, _ outcome: Outcome, by head: Int64, at now: Date) throws {
        let detail =
            switch outcome {
            case .success(let state): ["count": "\(state.count)", "head": Hex.text(state.head)]
            case .failure(let broken): ["broken": "\(broken.row)"]
            }
        try AuditEvent.write(db, .chainChecked, by: head, detail, at: now)
    }
}
