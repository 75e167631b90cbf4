import Dates
import Foundation
import GRDB

/// The firms that a signed-in person may see. Every query about firms uses a scope: what is outside it is not found, as
/// if it did not exist.
package enum FirmScope: Sendable, Hashable {
    case wholeOffice
    case assigned(to: Int64, on: Day)
    case member(Int64)

    package var isOfClient: Bool { if case .member = self { true } else { false } }

    /// A condition over a column that holds a firm's id.
    func contains(_ column: String) -> SQL {
        switch self {
        case .wholeOffice:
            "TRUE"
        case .assigned(let person, let day):
            """
            \(sql: column) IN (SELECT firmId FROM assignment WHERE personId = \(person)
                AND fromOn <= \(day) AND (untilOn IS NULL OR untilOn >= \(day)))
            """
        case .member(let person):
            "\(sql: column) IN (SELECT firmId FROM readingMembership WHERE personId = \(person))"
        }
    }

    /// A condition over a column that holds a firm's id: it is in a person's care on a day, by an assignment of their
    /// own or of the person whom they deputize. A deputy of the head sees all firms, but only those assigned to the
    /// head are in their care.
    static func isInCare(_ column: String, of person: Int64, on day: Day) -> SQL {
        """
        \(sql: column) IN (SELECT firmId FROM assignment WHERE personId = \(person)
            AND fromOn <= \(day) AND (untilOn IS NULL OR untilOn >= \(day))
            AND (deputyshipId IS NULL OR firmId IN (SELECT own.firmId FROM assignment AS own
                JOIN deputyship ON deputyship.id = assignment.deputyshipId
                WHERE own.personId = absentId AND own.deputyshipId IS NULL
                    AND own.fromOn <= \(day) AND (own.untilOn IS NULL OR own.untilOn >= \(day)))))
        """
    }

    /// A condition over a row of `conversation` with this name in the query: the firm is in the scope, and for a client
    /// without the right to payroll the conversation is not about payroll.
    func containsConversation(_ name: String) -> SQL {
        let firms = contains("\(name).firmId")
        guard case .member(let person) = self else { return firms }
        return """
            (\(firms) AND (NOT \(sql: name).isPayroll OR \(sql: name).firmId IN (
                SELECT firmId FROM readingMembership WHERE personId = \(person) AND canPayroll)))
            """
    }

    /// A query of `personId`: the people of the office who see a firm on a day.
    static func staff(of firm: SQL, on day: Day) -> SQL {
        """
        SELECT staff.personId FROM staff
        JOIN person ON person.id = staff.personId AND \(isColleague(of: firm, on: "\(day)"))
        """
    }

    /// A join for `conversation`: the people of the office who see its firm on a day.
    /// - Parameter day: an SQL expression.
    static func colleagues(on day: SQL) -> SQL {
        """
        staff CROSS JOIN person ON person.id = staff.personId AND \(isColleague(of: "conversation.firmId", on: day))
        """
    }

    private static func isColleague(of firm: SQL, on day: SQL) -> SQL {
        """
        person.disabledAt IS NULL AND (staff.role = 'head' OR EXISTS (
            SELECT 1 FROM assignment WHERE assignment.personId = staff.personId AND assignment.firmId = \(firm)
                AND fromOn <= \(day) AND (untilOn IS NULL OR untilOn >= \(day))))
        """
    }

    /// A query of `personId`: the client's people who may read a firm's messages.
    /// - Parameter payroll: whether the messages are about payroll, which requires a right of its own.
    static func readers(of firm: SQL, payroll: SQL = "FALSE") -> SQL {
        "SELECT reader.personId FROM reader WHERE \(reads(firm, payroll))"
    }

    /// A condition over a row of `reader` and one of `conversation`: the person may see it.
    static let readsConversation = reads("conversation.firmId", "conversation.isPayroll")

    private static func reads(_ firm: SQL, _ payroll: SQL) -> SQL {
        "reader.firmId = \(firm) AND (reader.canPayroll OR NOT \(payroll))"
    }
}
