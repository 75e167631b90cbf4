import Dates
import GRDB

/// The firms chosen on the firm list: ticked one by one, or all that match a filter with some exceptions.
package enum Audience: Sendable, Equatable {
    case picked([Int64])
    case matching(FirmFilter, except: Set<Int64>)

    /// Returns the chosen active firms of the scope, by name. Drops those outside the scope.
    package func firms(_ db: Database, in scope: FirmScope, on day: Day) throws -> [Int64] {
        var list = FirmList(scope: scope, day: day)
        switch self {
        case .picked(let ids):
            let chosen = Set(ids)
            return try list.ids(db).filter(chosen.contains)
        case .matching(let filter, let except):
            list.filter = filter
            return try list.ids(db).filter { !except.contains($0) }
        }
    }
}
