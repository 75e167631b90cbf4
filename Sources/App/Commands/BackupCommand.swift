import ArgumentParser
import Foundation
import Models

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the whole office, also while it is served, or proves a copy that was made.",
        usage: """
            skrytka backup DIR [--data DATA] [--keep 7d,5w,12m]
            skrytka backup --check BACKUP [--on SPARE]
            """
    )

    @OptionGroup var folder: DataOption
    @Argument(help: "Where the backup is put, in a new folder named after the time: 2026-11-21T22-10-05Z.")
    var directory: String?
    @Option(
        help: """
            Which older backups of this office stay in the folder: the newest of each of so many days, weeks, months and \
            years (d, w, m, y) that have one. The others are removed when the new one is finished. Default: all.
            """)
    var keep: String?
    @Option(help: "A backup to read again, every byte, instead of making one; of a folder with backups, the newest.")
    var check: String?
    @Option(help: "A folder with room for a second database, for --check to open it there. Default: the temporary one.")
    var on: String?

    func validate() throws {
        guard (directory == nil) != (check == nil) else {
            throw ValidationError("name the folder for the backup, or the backup to --check")
        }
        guard keep == nil || directory != nil else { throw ValidationError("--keep belongs to a backup that is made") }
        guard keep.map({ BackupRetention($0) != nil }) ?? true else {
            throw ValidationError("--keep: write numbers of days, weeks, months and years, such as 7d,5w,12m")
        }
        guard on == nil || check != nil else { throw ValidationError("--on belongs to --check") }
    }

    func run() async throws {
        if let check { return try prove(check) }
        guard let directory else { return }
        guard DataFolder.hasOffice(folder.data) else {
            throw SettingError("--data: \(folder.data) holds no office; name the folder of one")
        }
        let writer = try BackupWriter(into: directory, data: folder.data, by: Version.current, at: Date()) { sentence in
            Terminal.complain("skrytka: \(sentence)")
        }
        try await AdminClient.run(BackupRequest(), data: folder.data, writer: writer)
        guard let retention = keep.flatMap(BackupRetention.init), let made = writer.finished else { return }
        try writer.repository.apply(retention, after: made, by: Version.current) { Terminal.say("Removed: \($0)") }
    }

    private func prove(_ path: String) throws {
        let newest = BackupRepository.newest(in: path, by: Version.current)
        let backup = try newest ?? BackupFolder(path, by: Version.current)
        let spare = on.map { URL(fileURLWithPath: $0, isDirectory: true) } ?? FileManager.default.temporaryDirectory
        try BackupCheck.run(backup, spare: spare) { Terminal.complain("skrytka: \($0)") }
        Terminal.say("\(backup.manifest.summary): good. Every byte was read, and its database opened.")
        Terminal.say("Its journal holds: \(backup.manifest.journalSummary).")
    }
}
