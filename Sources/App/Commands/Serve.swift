import ArgumentParser
import Foundation
import Models
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the office of a data folder.")

    @OptionGroup var folder: DataOption
    @Option(help: "The address to listen on. Anything but loopback belongs behind a proxy with TLS.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080
    @Flag(help: "Go on with a database that is older than what this folder has answered. Once, after the refusal.")
    var acceptOlder = false

    func run() async throws {
        try ListeningPort.check(host, port)
        let settings = try await Settings.read(data: folder.data)
        let office = try OpenedOffice(
            folder.data, floor: settings.diskFloor, isServed: true, acceptsOlder: acceptOlder)
        guard let found = try await office.database.read({ db in try Office.find(db) }) else {
            throw SettingError("--data: \(folder.data) holds no office yet; make one with «skrytka office create»")
        }
        guard !found.isDemo else {
            throw SettingError(
                "--data: \(folder.data) holds the demo, whose passwords are public; serve it with «skrytka demo»")
        }
        try await Server(office: office, settings: settings).run(host: host, port: port) { port in
            Terminal.say("\(found.name) is served on \(settings.web(port: port).origins.first ?? "")")
        }
    }
}
