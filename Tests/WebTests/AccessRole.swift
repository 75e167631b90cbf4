import Foundation
import HTTPTypes
import Models
import TestSupport

/// Who may do what: the list of all addresses by role, and the input of its test.
///
/// Each row is one route tried on the bakery's objects. A route that is missing here fails the
/// suite. Letters: `+` done or shown (2xx or a redirect onwards), `-` 404 as for what does not
/// exist, `s` asked to sign in (redirect, or 401 for a change), `.` 404 because it is another portal's,
/// `!` refused for the form's content (422), `r` redirected to the person's own first page.
struct AccessRow: Sendable {
    let method: HTTPRequest.Method
    let pattern: String
    /// The letters of the roles, in the order of `AccessRole.columns`.
    let letters: [Character]
    /// A form that is right, where one is needed.
    var fields: KeyValuePairs<String, String> = [:]

    /// What this role may expect. Roles that stand for a right or a date are like the ones they equal.
    func letter(_ role: AccessRole) -> Character? {
        AccessRole.columns.firstIndex(of: role.column).flatMap { $0 < letters.count ? letters[$0] : nil }
    }

    init(
        _ method: HTTPRequest.Method, _ pattern: String, _ letters: String,
        _ fields: KeyValuePairs<String, String> = [:]
    ) {
        self.method = method
        self.pattern = pattern
        self.letters = letters.filter { $0 != " " }.map { $0 }
        self.fields = fields
    }
}

/// Everybody who could ask. The bakery is the firm; `own` is one who belongs to it.
enum AccessRole: String, CaseIterable, Sendable {
    case visitor, invited, half, reading, disabled
    case ownClient, otherClient, approverOnly, payrollOnly, notifiedOnly
    case ownAccountant, otherAccountant, ownSupervisor, otherSupervisor, head
    /// A client of the bakery who may read and has the right to payroll too.
    case payrollReader
    /// An accountant who takes the bakery's supervisor's firms: not yet, on these days, no longer.
    case deputyBefore, deputyNow, deputyAfter

    /// Those with a column of letters in the matrix.
    static let columns = Array(allCases.prefix { $0 != .payrollReader })

    /// The role whose letters hold for this one too, where it is only about ordinary correspondence.
    var column: AccessRole {
        switch self {
        case .payrollReader: .ownClient
        case .deputyNow: .ownAccountant
        case .deputyBefore, .deputyAfter: .otherAccountant
        default: self
        }
    }
}
