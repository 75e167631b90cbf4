import ArgumentParser
import Foundation

struct FilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Says what became of files whose bytes are gone.",
        subcommands: [Lost.self, Found.self]
    )

    struct Lost: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declares a file lost that no backup has: pages say so, and later backups are whole without it."
        )

        @OptionGroup var folder: DataOption
        @Argument(help: "The file's number or key, as «skrytka doctor» and «skrytka backup» name it.")
        var file: String
        @Option(help: "What became of it, in a sentence for the journal.")
        var why: String

        func run() async throws {
            try await AdminClient.run(LostFileRequest(file: file, why: why, user: Self.user), data: folder.data)
        }

        /// The user's own name, also under sudo.
        static var user: String {
            let name = ProcessInfo.processInfo.environment["SUDO_USER"] ?? ""
            return String((name.isEmpty ? NSUserName() : name).prefix(64))
        }
    }

    struct Found: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes that back, when the file is in its place again with every byte."
        )

        @OptionGroup var folder: DataOption
        @Argument(help: "The file's number or key.")
        var file: String

        func run() async throws {
            try await AdminClient.run(LostFileRequest(file: file, why: nil, user: Lost.user), data: folder.data)
        }
    }
}
