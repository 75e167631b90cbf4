import ArgumentParser
import Formats
import Foundation

struct FirmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "firms", abstract: "The client firms of the office.", subcommands: [Import.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes in firms and their people from a CSV file, all of them or none.",
            discussion: """
                Columns are found by their headings: the page Firms, From a CSV file, lists them and has a sample. What the
                office has already is left as it is.
                """
        )

        @Argument(help: "The file.", completion: .file(extensions: ["csv"]))
        var file: String
        @OptionGroup var folder: DataOption
        @Flag(help: "Only says what would be done.")
        var check = false
        @Flag(help: "Takes the good rows in, and leaves out those with mistakes.")
        var skipErrors = false

        @Option(
            help: "How the letters of the file are read, where that is in doubt: windows1250, cp852, iso88592 or macCE."
        )
        var encoding: String?

        func validate() throws {
            guard encoding.map({ TextEncoding(rawValue: $0) != nil }) ?? true else {
                throw ValidationError("--encoding: windows1250, cp852, iso88592 or macCE")
            }
        }

        func run() async throws {
            guard let contents = FileManager.default.contents(atPath: file) else {
                throw SettingError("\(file): there is no such file, or it cannot be read")
            }
            let request = FirmsImportRequest(
                file: file, contents: contents, isTrial: check, skipsErrors: skipErrors,
                encoding: encoding)
            try await AdminClient.run(request, data: folder.data)
        }
    }
}
