import Foundation
import Models

/// Hands the whole office over to a command that writes it down, while the office works.
struct BackupRequest: AdminRequest {
    static let name = "backup"

    func run(in context: AdminContext) async throws {
        let office = context.office
        try await office.files.removalStop.during {
            let snapshot = try await Snapshot(of: office.database, in: office.folder.url)
            let answers = context.answers
            try await Blocking.run { try Self.send(BackupSource(snapshot, folder: office.folder.url), to: answers) }
        }
        let receipt = try await Blocking.run { [answers = context.answers] in try answers.receipt() }
        try await office.database.write { db in try receipt.record(db, at: context.now) }
        try context.answers.say(
            """
            \(receipt.files == 1 ? "1 file" : "\(receipt.files) files"), \(receipt.bytes.formatted(.byteCount(style: .file))), of them \
            \(receipt.newBytes.formatted(.byteCount(style: .file))) new, every byte checked: \(receipt.path)
            """
        )
    }

    private static func send(_ source: BackupSource, to answers: any Answers) throws {
        try source.send(to: answers)
    }
}
