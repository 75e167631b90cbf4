import ArgumentParser
import Foundation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks at the database, the files, the machine and the settings, also while the office is served."
    )

    @OptionGroup var folder: DataOption
    @Flag(help: "Read every byte of every file and compare it with what was written down.")
    var deep = false
    @Option(help: "The certificate (PEM) that the proxy shows.")
    var certificate: String?

    func run() async throws {
        var pem: Data?
        if let certificate {
            pem = FileManager.default.contents(atPath: certificate)
            guard pem != nil else { throw SettingError("--certificate: \(certificate) cannot be read") }
        }
        try await AdminClient.run(DoctorRequest(isDeep: deep, certificate: pem), data: folder.data)
    }
}
