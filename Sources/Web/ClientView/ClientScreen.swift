import Dates
import Foundation
import Models

/// Whose page it is: the client's own screen, or an employee's view of it.
struct ClientScreen: Sendable {
    let person: Person
    /// The firm that the page is about; `nil` for all of a person's firms.
    let firm: Int64?
    let office: Office
    let today: Day
    let now: Date
    let paths: ClientPaths

    init(_ context: ClientContext, firm: Int64?) {
        (person, self.firm, paths) = (context.person, firm, .own)
        (office, today, now) = (context.office, context.day, context.now)
    }

    init(viewing person: Person, of firm: Int64, _ context: StaffContext) {
        (self.person, self.firm, paths) = (person, firm, ClientPaths(viewing: firm, as: person.id))
        (office, today, now) = (context.office, context.day, context.now)
    }
}
