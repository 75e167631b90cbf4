import ArgumentParser
import Foundation
import Models
import Secrets
import Web

struct OfficeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office", abstract: "Founds the office of an empty data folder.", subcommands: [Create.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the office and prints the link with which its head sets a password."
        )

        @OptionGroup var folder: DataOption
        @Option(help: "The office's name. Asked for when missing, like the next two.")
        var name: String?
        @Option(help: "The office's tax identifier: NIP, or ח.פ. with --country IL.")
        var taxIdentifier: String?
        @Option(help: "The head's e-mail: the name to sign in with.")
        var email: String?
        @Option(help: "The head's name, as clients see it. Asked for too.")
        var person: String?
        @Option(help: "The head's phone, shown to clients. Asked for too.")
        var personPhone: String?
        @Option(help: "The office's phone, shown to clients of whom nobody takes care; the head's, when missing.")
        var phone = ""
        @Option(help: "PL or IL.")
        var country = "PL"
        @Option(help: "The head's language: \(Language.choices).")
        var language = "pl"
        @Option(help: "The port that the office will be served on, for the link.")
        var port = 8080

        func validate() throws {
            guard Country(rawValue: country) != nil else { throw ValidationError("--country: PL or IL") }
            guard Language(rawValue: language) != nil else { throw ValidationError("--language: \(Language.choices)") }
        }

        func run() async throws {
            guard let country = Country(rawValue: country), let language = Language(rawValue: language) else { return }
            let settings = try await Settings.read(data: folder.data)
            let office = try OpenedOffice(folder.data)
            let new = try newOffice(country, language)
            let link = try await Explained.run {
                try await office.database.write { db in try Office.create(db, new, at: Date()) }
            }
            try office.database.close()
            Terminal.say(
                "The office is made. Its head opens this link, until \(link.expiresAt.formatted(.iso8601)), and sets a password:"
            )
            Terminal.say(settings.web(port: port).link(to: .activation(link.token.text)))
            Terminal.say("Serve it with: skrytka serve --data \(folder.data) --port \(port)")
        }

        private func newOffice(_ country: Country, _ language: Language) throws -> NewOffice {
            let answers = FoundingAnswers(country: country)
            // Errors in the options are reported before anything is asked.
            if let taxIdentifier { _ = try answers.identifier(taxIdentifier) }
            if let email { _ = try answers.email(email) }
            if let person { _ = try answers.headName(person, email: "") }
            if let personPhone { _ = try answers.headPhone(personPhone) }
            let phone = try answers.phone(phone)
            let name = try answers.name(name, "The office's name", option: "name")
            let identifier = try answers.identifier(taxIdentifier)
            let email = try answers.email(email)
            let headName = try answers.headName(person, email: email)
            // With only the office's phone given, it is the head's too.
            let headPhone = try phone.isEmpty || personPhone != nil ? answers.headPhone(personPhone) : phone
            return NewOffice(
                name: name, country: country, taxIdentifier: identifier, phone: phone.isEmpty ? headPhone : phone,
                email: email, headName: headName, headPhone: headPhone, language: language
            )
        }
    }
}
