import Foundation
import Printouts

#if canImport(Glibc)
import Glibc
#endif

/// Makes printouts when they are first requested, two at a time, off the threads that serve requests. A request for one
/// that is being made waits for it, or learns its progress; it is finished whether anybody waits or not. No database
/// connection is held while pages are drawn.
package actor PrintingPool {
    /// Too many printouts wait; the request can be repeated in a moment.
    package struct Busy: Error {}

    /// It could not be printed, and nothing of it was kept. The description is for the log.
    package struct Failed: Error, CustomStringConvertible {
        package let description: String
    }

    /// Returns the texts around each page of a printout, and the name of its file.
    package typealias Framing = @Sendable (ReachablePrintout) throws -> (frame: PrintoutFrame, name: String)

    /// The outcome for a caller that does not wait to the end.
    package enum Outcome: Sendable {
        case made(PrintoutFile)
        /// It is still being made: the progress, from 0 to 99; `nil` while its pages are counted.
        case underway(percent: Int?)
    }

    private struct Job: Hashable {
        let printout: Int64
        let language: Language
    }

    private let database: OfficeDatabase
    private let files: AttachmentStore
    private let writer = PDFWriter()
    private let operations = OperationQueue()
    private let capacity: Int
    private var underway: [Job: Printing] = [:]
    /// Failures that no caller was waiting for: reported to the next one, after which the printout may be requested
    /// again.
    private var failures: [Job: any Error] = [:]

    /// - Parameters:
    ///   - threads: how many printouts are made at once.
    ///   - queue: how many more may wait.
    package init(_ database: OfficeDatabase, _ files: AttachmentStore, threads: Int = 2, queue: Int = 100) {
        self.database = database
        self.files = files
        operations.name = "printouts"
        operations.maxConcurrentOperationCount = threads
        capacity = threads + queue
    }

    /// Returns the file of a printout in a language, making it if needed.
    /// - Parameter framing: in that language. Called again when the firm or the period changed during printing.
    /// - Throws: ``Busy``; ``Failed``; `StorageFailure` when the disk is full, nearly full or failing.
    package func file(
        of printout: ReachablePrintout, in language: Language, by person: Int64, at now: Date,
        framing: @escaping Framing
    ) async throws -> PrintoutFile {
        switch try await begin(printout, in: language, by: person, at: now, framing) {
        case .made(let file): return file
        case .underway(let printing): return try await printing.file()
        }
    }

    /// Does the same for a caller that does not wait to the end.
    /// - Parameter patience: how long to wait for it; zero to learn only the progress.
    package func file(
        of printout: ReachablePrintout, in language: Language, by person: Int64, at now: Date, patience: Duration,
        framing: @escaping Framing
    ) async throws -> Outcome {
        switch try await begin(printout, in: language, by: person, at: now, framing) {
        case .made(let file): return .made(file)
        case .underway(let printing):
            if patience > .zero, let file = try await printing.file(within: patience) { return .made(file) }
            return .underway(percent: printing.percent)
        }
    }

    private enum Begun {
        case made(PrintoutFile), underway(Printing)
    }

    private func begin(
        _ printout: ReachablePrintout, in language: Language, by person: Int64, at now: Date,
        _ framing: @escaping Framing
    ) async throws -> Begun {
        if let made = try database.readHere({ try PrintoutFile.find($0, of: printout.id, in: language) }) {
            if files.has(made.key) { return .made(made) }
            // Its bytes are missing on the disk, and can be made again.
            try await database.write { db in try made.forget(db) }
        }
        let job = Job(printout: printout.id, language: language)
        if let failure = failures.removeValue(forKey: job) { throw failure }
        if let printing = underway[job] { return .underway(printing) }
        guard underway.count < capacity else { throw Busy() }
        let printing = Printing()
        underway[job] = printing
        Task {
            await run(job, printing) {
                try await self.make(printout, in: language, by: person, at: now, framing, printing)
            }
        }
        return .underway(printing)
    }

    private func run(_ job: Job, _ printing: Printing, _ make: () async throws -> PrintoutFile) async {
        let result: Result<PrintoutFile, any Error>
        do { result = .success(try await make()) } catch { result = .failure(error) }
        underway[job] = nil
        if !printing.finish(result), case .failure(let failure) = result { failures[job] = failure }
    }

    private nonisolated func make(
        _ asked: ReachablePrintout, in language: Language, by person: Int64, at now: Date, _ framing: Framing,
        _ printing: Printing
    ) async throws -> PrintoutFile {
        var next = asked
        while true {
            let (printout, framed) = (next, try framing(next))
            let sheet = PrintoutSheet(
                printout: printout, frame: framed.frame, source: files.readable(printout.sourceKey))
            let (kept, pages) = try await print(sheet, named: framed.name, printing)
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

    /// Waits for a free thread, then draws the pages into a file of the store.
    private nonisolated func print(_ sheet: PrintoutSheet, named name: String, _ printing: Printing) async throws -> (
        kept: AttachmentStore.Kept, pages: Int
    ) {
        try await withCheckedThrowingContinuation { continuation in
            operations.addOperation { [writer, files] in
                continuation.resume(
                    with: Result {
                        do {
                            let file = try files.receive(named: name, within: PrintoutFile.rules)
                            let pages = try writer.print(sheet.document(), telling: printing.tell, to: file.write)
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
