import Foundation
import GRDB
import Models
import Secrets

/// The office of the demo, and the cast of the tests: made-up people and firms with two years behind them.
package enum DemoOffice {
    package static let password = "demo-skrytka-2026"

    /// Those who are named to a visitor, in the order in which they are worth trying.
    package static let cast = [
        DemoPerson(name: "Anna Lis", email: "anna@biuro.example", role: "head"),
        DemoPerson(name: "Marek Wilk", email: "marek@biuro.example", role: "supervisor"),
        DemoPerson(name: "Ola Zych", email: "ola@biuro.example", role: "accountant"),
        DemoPerson(name: "Dana Bar", email: "dana@biuro.example", role: "supervisor"),
        DemoPerson(name: "Piotr Kłos", email: "piotr@piekarnia.example", role: "client"),
        DemoPerson(name: "Ewa Nowak", email: "ewa@przewozy.example", role: "client"),
        DemoPerson(name: "Tomasz Dąb", email: "tomasz@meble.example", role: "client"),
        DemoPerson(name: "נועה לוי", email: "noa@studio.example", role: "client"),
    ]

    /// Founds the office and lives through its two years up to `now`, all or nothing. Everybody who
    /// can sign in has this password, set through the activation link like anybody's.
    package static func create(
        _ database: OfficeDatabase, _ files: AttachmentStore, passwordHash: PasswordHash, at now: Date
    ) async throws {
        try await database.write { db in
            let history = DemoHistory(db, files, passwordHash: passwordHash, until: now)
            try history.live()
            try Draft.sweep(db, at: now)
        }
    }
}

/// Someone whom a visitor of the demo may sign in as.
package struct DemoPerson: Sendable {
    package let name: String
    package let email: String
    /// `head`, `supervisor`, `accountant` or `client`.
    package let role: String
}
