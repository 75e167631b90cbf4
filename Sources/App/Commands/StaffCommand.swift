import ArgumentParser
import Foundation
import Models
import Secrets
import Web

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "The people of the office.", subcommands: [Add.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a person into the office and prints the link with which a password is set."
        )

        @OptionGroup var folder: DataOption
        @Option(help: "The person's name.")
        var name: String
        @Option(help: "The person's e-mail: the name to sign in with.")
        var email: String
        @Option(help: "head, supervisor or accountant.")
        var role = "supervisor"
        @Option(help: "The person's language: pl, en or he.")
        var language = "pl"
        @Option(help: "The port that the office is served on, for the link.")
        var port = 8080

        func validate() throws {
            guard Staff.Role(rawValue: role) != nil else {
                throw ValidationError("--role: head, supervisor or accountant")
            }
            guard Language(rawValue: language) != nil else { throw ValidationError("--language: pl, en or he") }
        }

        func run() async throws {
            guard let role = Staff.Role(rawValue: role), let language = Language(rawValue: language) else { return }
            let settings = try await Settings.read(data: folder.data)
            let office = try OpenedOffice(folder.data)
            let new = NewPerson(name: name, email: email, language: language)
            let link = try await Explained.run {
                try await office.database.write { db in
                    let staff = try Staff.add(db, new, role: role, by: nil, at: Date())
                    return try PersonalLink.mint(db, for: staff.personId, by: nil, at: Date())
                }
            }
            try office.database.close()
            Terminal.say(settings.web(port: port).link(to: .activation(link.token.text)))
        }
    }
}
