import ArgumentParser
import Demo
import Foundation
import Models
import Secrets
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serves a made-up office on this computer only; makes it first if the folder is empty."
    )

    @Option(help: "The folder of the demo office.")
    var data = "demo-data"
    @Option(help: "The address to listen on: loopback only.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080
    @Flag(help: "Go on with a database that is older than what this folder has answered. Once, after the refusal.")
    var acceptOlder = false

    func validate() throws {
        guard ["127.0.0.1", "localhost", "::1"].contains(host) else {
            throw ValidationError("--host: the demo's passwords are public, so it is served on 127.0.0.1 only")
        }
    }

    func run() async throws {
        try ListeningPort.check(host, port)
        let settings = try await Settings.read(data: data)
        let office = try OpenedOffice(
            data, floor: settings.diskFloor, isServed: true, acceptsOlder: acceptOlder)
        switch try await office.database.read({ db in try Office.find(db)?.isDemo }) {
        case true?: break
        case false?: throw SettingError("--data: \(data) holds a real office, not the demo; choose another folder")
        case nil:
            Terminal.say("Making the demo office …")
            let hash = try PasswordHash.make(DemoOffice.password)
            try await DemoOffice.create(office.database, office.files, passwordHash: hash, at: Date())
        }
        try await Server(office: office, settings: settings, cast: Self.cast)
            .run(host: host, port: port, announce: announce)
    }

    /// Whom the sign-in page offers.
    private static var cast: DemoCast {
        DemoCast(
            password: DemoOffice.password,
            people: DemoOffice.cast.map { DemoCast.Person(name: $0.name, role: $0.role, email: $0.email) })
    }

    private func announce(port: Int) {
        Terminal.say(
            "\nThe demo office is ready: http://localhost:\(port)\n\nWho can sign in, all with the password \(DemoOffice.password):"
        )
        for person in DemoOffice.cast {
            Terminal.say(
                "  \(person.email.padding(toLength: 26, withPad: " ", startingAt: 0))\(person.role), \(person.name)")
        }
    }
}
