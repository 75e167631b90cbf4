import Foundation
import GRDB

/// Extracts the text of PDFs that the office has uploaded, two at a time, each once. Files that a send waits for come
/// before the others.
package actor FileReader {
    private let database: OfficeDatabase
    private let files: AttachmentStore
    private let limits: PDFText.Limits
    private let program: String
    /// The longest time for which a caller waits for a file.
    private let patience: Duration
    /// Each returns whether the program has run on its file, whatever the outcome.
    private var running: [Int64: Task<Bool, Never>] = [:]
    private var free = 2
    private var waiting: [(file: Int64, go: CheckedContinuation<Void, Never>)] = []
    private var urgent: Set<Int64> = []

    package init(
        database: OfficeDatabase, files: AttachmentStore, limits: PDFText.Limits = .init(),
        program: String = PDFText.program, patience: Duration = .seconds(15)
    ) {
        self.patience = patience
        self.database = database
        self.files = files
        self.limits = limits
        self.program = program
    }

    /// The files that wait to be read, or are being read.
    package var underWay: Set<Int64> { Set(running.keys) }

    private struct Unread: StoredRow {
        let id: Int64
        let key: String
    }

    /// Reads those of the files that are unread PDFs of the office. Returns when that is done, or after the time limit,
    /// while the reading continues.
    /// - Parameter keys: of uploads; those of clients and unknown ones are ignored.
    /// - Parameter urgently: whether a send waits for them, so that they are read before those of a folder.
    /// - Returns: the keys of the files that could not be read because the program does not start. They are sent
    ///   unchecked, with a remark, so that an office without the program can still send.
    @discardableResult
    package func read(
        _ keys: [String], urgently: Bool = false, within limit: Duration? = nil, at now: Date
    ) async throws -> Set<String> {
        let unread = try await database.read { db in
            try SQLRequest<Unread>(
                "SELECT id, key FROM storedFile WHERE key IN \(keys) AND \(FileText.isAwaited)"
            ).fetchAll(db)
        }
        if unread.isEmpty { return [] }
        if urgently { urgent.formUnion(unread.map(\.id)) }
        let tasks = unread.map { (key: $0.key, task: begin($0, at: now)) }
        let (failures, signal) = AsyncStream<String>.makeStream()
        let work = Task {
            for (key, task) in tasks {
                if await !task.value { signal.yield(key) }
            }
            signal.finish()
        }
        let alarm = Task {
            try? await Task.sleep(for: limit ?? patience)
            signal.finish()
        }
        var failed: Set<String> = []
        for await key in failures { failed.insert(key) }
        work.cancel()
        alarm.cancel()
        return failed
    }

    private func begin(_ file: Unread, at now: Date) -> Task<Bool, Never> {
        if let task = running[file.id] { return task }
        let task = Task {
            await take(file.id)
            let found = await Self.found(files.readable(file.key), limits, program)
            // A failed write is ignored: the office is being closed and nobody waits for the result.
            if let found { try? await database.write { db in try FileText.keep(db, found, of: file.id, at: now) } }
            running[file.id] = nil
            urgent.remove(file.id)
            give()
            return found != nil
        }
        running[file.id] = task
        return task
    }

    /// Returns the result to store; `nil` when the program did not start, so that the file is tried again.
    private nonisolated static func found(
        _ path: String, _ limits: PDFText.Limits, _ program: String
    ) async -> FileText.Found? {
        switch await PDFText.read(path, limits: limits, by: program) {
        case .contents(let contents): FileText.Found(contents)
        case .unreadable: FileText.Found(nil)
        case .notStarted: nil
        }
    }

    private func take(_ file: Int64) async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append((file, $0)) }
        }
    }

    private func give() {
        if waiting.isEmpty {
            free += 1
        } else {
            let next = waiting.firstIndex { urgent.contains($0.file) } ?? 0
            waiting.remove(at: next).go.resume()
        }
    }
}
