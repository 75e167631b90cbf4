import ArgumentParser
import Foundation
import Models

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts an office back from a backup, into a new or an empty folder."
    )

    @OptionGroup var folder: DataOption
    @Argument(help: "The backup: a folder with a manifest.json.")
    var backup: String

    func run() async throws {
        let backup = try BackupFolder(backup, by: Version.current)
        let target = try DataFolder(locking: folder.data)
        try Restoration.run(backup, into: target) { Terminal.complain("skrytka: \($0)") }
        Terminal.say("\(backup.manifest.summary): restored into \(folder.data) and checked there.")
        let command = backup.manifest.isDemo ? "demo" : "serve"
        Terminal.say("Serve it with: skrytka \(command) --data \(folder.data)")
    }
}
