import Foundation
import GRDB

/// Reads PDFs that the office has uploaded, a few at a time, each once. Whoever needs what is in them waits for it.
package actor FileReader {
    private let database: OfficeDatabase
    private let files: AttachmentStore
    private let limits: PDFText.Limits
    private var running: [Int64: Task<Void, Never>] = [:]
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(database: OfficeDatabase, files: AttachmentStore, limits: PDFText.Limits = .init()) {
        self.database = database
        self.files = files
        self.limits = limits
    }

    private struct Unread: StoredRow {
        let id: Int64
        let key: String
    }

    /// Reads those of the files that are PDFs of the office and have not been read, and returns when that is done or
    /// when it has taken too long. What is not done then goes on.
    /// - Parameter keys: of uploads; those of clients and those that are gone are passed over.
    package func read(_ keys: [String], within limit: Duration = .seconds(15), at now: Date) async throws {
        let unread = try await database.read { db in
            try SQLRequest<Unread>(
                """
                SELECT id, key FROM storedFile WHERE key IN \(keys) AND mediaType = 'application/pdf'
                    AND uploadedBy IN (SELECT personId FROM staff)
                    AND NOT EXISTS (SELECT 1 FROM fileText WHERE fileId = storedFile.id)
                """
            ).fetchAll(db)
        }
        if unread.isEmpty { return }
        let tasks = unread.map { begin($0, at: now) }
        let (end, signal) = AsyncStream<Void>.makeStream()
        let work = Task {
            for task in tasks { await task.value }
            signal.finish()
        }
        let patience = Task {
            try? await Task.sleep(for: limit)
            signal.finish()
        }
        for await _ in end {}
        work.cancel()
        patience.cancel()
    }

    private func begin(_ file: Unread, at now: Date) -> Task<Void, Never> {
        if let task = running[file.id] { return task }
        let task = Task {
            await take()
            let found = await Self.found(files.path(file.key), limits)
            // An office that is being closed has nobody left to be told.
            try? await database.write { db in try FileText.keep(db, found, of: file.id, at: now) }
            running[file.id] = nil
            give()
        }
        running[file.id] = task
        return task
    }

    private nonisolated static func found(_ path: String, _ limits: PDFText.Limits) async -> FileText.Found {
        FileText.Found(await PDFText.read(path, limits: limits))
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
