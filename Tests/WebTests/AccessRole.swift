import Foundation
import HTTPTypes
import Models
import TestSupport

/// A row of the access matrix: the permissions of each role for one route, and the input of its test.
///
/// Each route is tried on the bakery's objects. A route without a row fails the suite. Letters: `+` done or shown (2xx
/// or a redirect onwards), `-` 404 as for an object that does not exist, `s` sign-in required (redirect, or 401 for a
/// change), `.` 404 because the route is of the other portal, `!` refused for the form's content (422), `r` redirected
/// to the person's own first page.
struct AccessRow: Sendable {
    let method: HTTPRequest.Method
    let pattern: String
    /// The letters of the roles, in the order of `AccessRole.columns`.
    let letters: [Character]
    /// A valid form, where one is needed.
    var fields: KeyValuePairs<String, String> = [:]

    /// Returns the expected letter of a role. Roles for a right or a date share the column of an equal role.
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

/// Everybody who could make a request. The bakery is the firm; `own` roles belong to it.
enum AccessRole: String, CaseIterable, Sendable {
    case visitor, invited, half, reading, disabled
    case ownClient, otherClient, approverOnly, payrollOnly, notifiedOnly
    case ownAccountant, otherAccountant, ownSupervisor, otherSupervisor, head
    /// A client of the bakery who may read and has the right to payroll too.
    case payrollReader
    /// An accountant who deputizes the bakery's supervisor: not yet, on these days, no longer.
    case deputyBefore, deputyNow, deputyAfter

    /// The roles with a column of letters in the matrix.
    static let columns = Array(allCases.prefix { $0 != .payrollReader })

    /// The role whose letters also apply to this one, for ordinary correspondence.
    var column: AccessRole {
        switch self {
        case .payrollReader: .ownClient
        case .deputyNow: .ownAccountant
        case .deputyBefore, .deputyAfter: .otherAccountant
        default: self
        }
    }
}
