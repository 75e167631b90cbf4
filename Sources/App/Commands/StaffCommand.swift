import ArgumentParser
import Models

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
        @Option(help: "The person's language: \(Language.choices).")
        var language = "pl"
        @Option(help: "The port that the office is served on, for the link.")
        var port = 8080

        func validate() throws {
            guard Staff.Role(rawValue: role) != nil else {
                throw ValidationError("--role: head, supervisor or accountant")
            }
            guard Language(rawValue: language) != nil else { throw ValidationError("--language: \(Language.choices)") }
        }

        func run() async throws {
            let request = StaffRequest(person: name, email: email, role: role, language: language, port: port)
            try await AdminClient.run(request, data: folder.data)
        }
    }
}
