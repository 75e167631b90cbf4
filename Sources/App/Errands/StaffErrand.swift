import Models
import Secrets
import Web

/// Takes a person into the office and says the link with which a password is set.
struct StaffErrand: Errand {
    static let name = "staff add"

    let person: String
    let email: String
    let role: String
    let language: String
    /// For the link when the office is not being served.
    let port: Int

    func run(in room: ErrandRoom) async throws {
        guard let role = Staff.Role(rawValue: role), let language = Language(rawValue: language) else { return }
        let new = NewPerson(name: person, email: email, language: language)
        let link = try await Explained.run {
            try await room.office.database.write { db in
                let staff = try Staff.add(db, new, role: role, by: nil, at: room.now)
                return try PersonalLink.mint(db, for: staff.personId, handed: .byMail, by: nil, at: room.now)
            }
        }
        try room.answers.say(room.settings.web(port: room.port ?? port).link(to: .activation(link.token.text)))
    }
}
