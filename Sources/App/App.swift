import ArgumentParser
import Foundation

/// The command line program.
@main
struct Skrytka: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skrytka",
        abstract: "The locked mailbox between an accounting office and its client firms.",
        version: Version.text,
        subcommands: [
            Serve.self, DemoCommand.self, OfficeCommand.self, StaffCommand.self, FirmsCommand.self, ImportCommand.self,
            BackupCommand.self, RestoreCommand.self, FilesCommand.self, DoctorCommand.self,
        ]
    )

    /// Exit status 0 done, 1 failed, 2 wrong usage; an error is one line on stderr.
    static func main() async {
        Memory.prepare()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            fail(error)
        }
    }

    private static func fail(_ error: any Error) -> Never {
        let status = exitCode(for: error)
        if status == .success { exit(withError: error) }
        if status == .validationFailure {
            Terminal.complain("skrytka: \(message(for: error)); see skrytka --help")
            Foundation.exit(2)
        }
        Terminal.complain("skrytka: \(error)")
        Foundation.exit(1)
    }
}
