import Foundation
import Models

/// Hands the whole office over to a command that writes it down, while the office works.
struct BackupErrand: Errand {
    static let name = "backup"

    func run(in room: ErrandRoom) async throws {
        let office = room.office
        try await office.files.removalStop.during {
            let snapshot = try await Snapshot(of: office.database, in: office.folder.url)
            let answers = room.answers
            try await Blocking.run { try Self.send(BackupSource(snapshot, folder: office.folder.url), to: answers) }
        }
        let receipt = try await Blocking.run { [answers = room.answers] in try answers.receipt() }
        try await office.database.write { db in try receipt.record(db, at: room.now) }
        try room.answers.say(
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
