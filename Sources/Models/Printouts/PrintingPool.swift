import Foundation
import Printouts

#if canImport(Glibc)
import Glibc
#endif

/// Makes printouts when they are first asked for, one or two at once, off the threads that serve requests. Whoever asks
/// for one that is being made waits for it. While pages are drawn neither a reader nor the writer is held.
package actor PrintingPool {
    /// Too many wait already: to be asked again in a moment.
    package struct Busy: Error {}

    /// It could not be printed; nothing of it was kept. The reason is for the log.
    package struct Failed: Error, CustomStringConvertible {
        package let description: String
    }

    /// What stands around each page of a printout, and the name of its file.
    package typealias Dress = @Sendable (ReachablePrintout) -> (frame: Frame, name: String)

    private struct Job: Hashable {
        let printout: Int64
        let language: Language
    }

    private let database: OfficeDatabase
    private let files: AttachmentStore
    private let press = Press()
    private let operations = OperationQueue()
    private let room: Int
    private var underway: [Job: Task<PrintoutFile, any Error>] = [:]

    /// - Parameters:
    ///   - threads: how many are printed at once.
    ///   - queue: how many more may wait.
    package init(_ database: OfficeDatabase, _ files: AttachmentStore, threads: Int = 2, queue: Int = 100) {
        self.database = database
        self.files = files
        operations.name = "printouts"
        operations.maxConcurrentOperationCount = threads
        room = threads + queue
    }

    /// The file of a printout in a language, made now if it was not before.
    /// - Parameter dress: in that language. It is asked again when the firm or the period changed while it was printed.
    /// - Throws: ``Busy``; ``Failed``; `StorageFailure` when the disk refuses or is nearly full.
    package func file(
        of printout: ReachablePrintout, in language: Language, by person: Int64, at now: Date, dress: @escaping Dress
    ) async throws -> PrintoutFile {
        if let made = try database.readHere({ try PrintoutFile.find($0, of: printout.id, in: language) }) {
            if files.has(made.key) { return made }
            // Its bytes are gone from the disk, and can be made anew.
            try await database.write { db in try made.forget(db) }
        }
        let job = Job(printout: printout.id, language: language)
        if let task = underway[job] { return try await task.value }
        guard underway.count < room else { throw Busy() }
        let task = Task { try await make(printout, in: language, by: person, at: now, dress) }
        underway[job] = task
        defer { underway[job] = nil }
        return try await task.value
    }

    private nonisolated func make(
        _ asked: ReachablePrintout, in language: Language, by person: Int64, at now: Date, _ dress: Dress
    ) async throws -> PrintoutFile {
        var next = asked
        while true {
            let (printout, dressed) = (next, dress(next))
            let sheet = PrintoutSheet(
                printout: printout, frame: dressed.frame, source: files.readable(printout.sourceKey))
            let (kept, pages) = try await print(sheet, named: dressed.name)
            do {
                let outcome = try await database.write { db in
                    try PrintoutFile.keep(db, kept, pages: pages, of: printout, in: language, by: person, at: now)
                }
                switch outcome {
                case .kept(let file):
                    if file.key != kept.key { files.remove(kept.key) }
                    return file
                case .outdated(let current):
                    files.remove(kept.key)
                    next = current
                }
            } catch {
                files.remove(kept.key)
                throw error
            }
        }
    }

    /// Waits for its turn, then draws the pages into a file of the store, which has its place when it is whole.
    private nonisolated func print(_ sheet: PrintoutSheet, named name: String) async throws -> (
        kept: AttachmentStore.Kept, pages: Int
    ) {
        try await withCheckedThrowingContinuation { continuation in
            operations.addOperation { [press, files] in
                continuation.resume(
                    with: Result {
                        do {
                            let file = try files.receive(named: name, within: PrintoutFile.rules)
                            let pages = try press.print(sheet.document(), to: file.write)
                            return (try file.keep(), pages)
                        } catch let failure as StorageFailure {
                            throw failure
                        } catch is DiskFloorReached {
                            throw StorageFailure(code: ENOSPC)
                        } catch {
                            throw Failed(description: "printout \(sheet.printout.id): \(error)")
                        }
                    })
            }
        }
    }
}
