import Models
import Secrets
import Web

/// Takes a person into the office and says the link with which a password is set.
struct StaffRequest: AdminRequest {
    static let name = "staff add"

    let person: String
    let email: String
    let role: String
    let language: String
    /// For the link when the office is not being served.
    let port: Int

    func run(in context: AdminContext) async throws {
        guard let role = Staff.Role(rawValue: role), let language = Language(rawValue: language) else { return }
        let new = NewPerson(name: person, email: email, language: language)
        let link = try await Explained.run {
            try await context.office.database.write { db in
                let staff = try Staff.add(db, new, role: role, by: nil, at: context.now)
                return try PersonalLink.mint(db, for: staff.personId, handed: .byMail, by: nil, at: context.now)
            }
        }
        try context.answers.say(context.settings.web(port: context.port ?? port).link(to: .activation(link.token.text)))
    }
}
