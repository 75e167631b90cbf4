import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

extension JournalTests {
    private static func storedFile(_ office: TestOffice) async throws -> Int64 {
        try await office.number("SELECT max(id) FROM storedFile") ?? 0
    }

    /// Declares an uploaded file lost, after damaging its bytes.
    private static func lose(_ office: TestOffice) async throws -> (key: String, bytes: Data) {
        let key = try await office.upload()
        let place = URL(fileURLWithPath: office.files.path(key))
        let bytes = try Data(contentsOf: place)
        try Data("damaged".utf8).write(to: place)
        _ = try await LostFile.declare(
            key, why: "Dysk", by: "anna", in: office.database, office.files, at: office.now)
        return (key, bytes)
    }

    static let files: [AuditEvent.Action: JournalVerb] = [
        .fileUploaded: { office in
            _ = try await office.upload()
            return JournalEntry(by: office.cast.anna, about: "file/\(try await storedFile(office))")
        },
        .fileDownloaded: { office in
            let sent = try await office.broadcast(to: [office.cast.bakery], files: [office.upload()])
            let thread = try await office.thread(sent, office.cast.bakery)
            try await office.download(thread.lastMessageId, by: office.cast.piotr)
            let attachment = try await office.number("SELECT max(id) FROM attachment") ?? 0
            return JournalEntry(by: office.cast.piotr, of: office.cast.bakery, about: "attachment/\(attachment)")
        },
        .filesConfirmed: { office in
            let cast = office.cast
            let file = try await office.readPDF("Ewidencja, NIP 222-222-22-22")
            let draft = try await office.draft(to: .picked([cast.bakery.id, cast.carrier.id]), files: [file])
            let wrong = try await #require(throws: WrongFiles.self) {
                _ = try await office.send(draft, expecting: 2)
            }
            let sent = try await office.send(draft, expecting: 2, right: wrong.name)
            return JournalEntry(by: cast.anna, about: sent.topic)
        },
        .filesStopped: { office in
            let cast = office.cast
            let file = try await office.readPDF("Ewidencja, NIP 222-222-22-22", by: cast.marek)
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: [file], by: cast.marek)
            let wrong = try await #require(throws: WrongFiles.self) {
                _ = try await office.send(draft, expecting: 1)
            }
            try await write(office) { db, cast, _, now in
                try wrong.recordStop(db, by: cast.marek, firm: cast.bakery.id, at: now)
            }
            return JournalEntry(by: cast.marek, of: cast.bakery)
        },
        .fileLost: { office in
            _ = try await lose(office)
            return JournalEntry(by: nil, about: "file/\(try await storedFile(office))")
        },
        .fileFound: { office in
            let lost = try await lose(office)
            try lost.bytes.write(to: URL(fileURLWithPath: office.files.path(lost.key)))
            _ = try await LostFile.takeBack(
                lost.key, by: "anna", in: office.database, office.files, at: office.now)
            return JournalEntry(by: nil, about: "file/\(try await storedFile(office))")
        },
    ]
}
