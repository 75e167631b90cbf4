import Dates
import Foundation
import GRDB

/// A change of a firm that the head makes on its card.
package enum FirmChange: Sendable {
    case settings(FirmSettings)
    case supervisor(Int64, from: Day)
    case taxation(TaxationForm, from: Day)
    case lastTaxationRemoved
    case closed
    case broughtBack
}

extension Firm {
    /// - Throws: `Invalid` like the verb of the change.
    package func make(_ db: Database, _ change: FirmChange, by head: Int64, on day: Day, at now: Date) throws {
        switch change {
        case .settings(let new): try self.change(db, to: new, by: head, at: now)
        case .supervisor(let person, let start):
            try supervise(db, by: person, from: start, head: head, on: day, at: now)
        case .taxation(let form, let start): try tax(db, as: form, from: start, by: head, at: now)
        case .lastTaxationRemoved: try removeLastTaxation(db, by: head, at: now)
        case .closed: try close(db, by: head, at: now)
        case .broughtBack: try bringBack(db, by: head, at: now)
        }
    }
}
