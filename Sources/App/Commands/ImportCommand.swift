import ArgumentParser
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in JPK, declarations and UPO.",
        discussion: """
            Each file, also each in a ZIP, goes to the firm whose NIP it has; one of no firm is held for the office. The same file twice is taken
            in once. Firms themselves come with «skrytka firms import».
            """
    )

    @Argument(help: "The files, or ZIPs of them.", completion: .file(extensions: ["xml", "zip"]))
    var files: [String]
    @OptionGroup var folder: DataOption

    func run() async throws {
        for file in files where !FileManager.default.isReadableFile(atPath: file) {
            throw SettingError("\(file): there is no such file, or it cannot be read")
        }
        let names = files.map { URL(fileURLWithPath: $0).lastPathComponent }
        try await AdminClient.run(TaxImportRequest(names: names), data: folder.data, files: files)
    }
}
