import Formats
import Foundation
import Logging
import Models
import ServiceLifecycle
import Web

/// Imports the files in the folder `import` of the data folder, every ten seconds.
struct ImportWatch: Service {
    let office: OpenedOffice
    let settings: Settings
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var folder: ImportFolder?
            var told: Set<String> = []
            while !Task.isCancelled {
                let problems = await look(into: &folder)
                // A lasting problem, such as a file that may not be read, is reported once, not at every check.
                for problem in problems.subtracting(told).sorted() {
                    logger.error("taking files in failed", metadata: ["error": "\(problem)"])
                }
                told = problems
                try? await Task.sleep(for: .seconds(10))
            }
        }
    }

    /// Imports the files that no longer change; one that fails does not stop the others.
    private func look(into folder: inout ImportFolder?) async -> Set<String> {
        var problems: Set<String> = []
        do {
            var watched = try folder ?? ImportFolder(in: office.folder.url)
            defer { folder = watched }
            for file in try watched.settled(at: office.clock.now) where !Task.isCancelled {
                do { try await take(file, in: &watched) } catch is CancellationError {
                    // The rest is imported after the next start, which recognizes what was imported.
                    break
                } catch {
                    problems.insert("\(file.lastPathComponent): \(error)")
                }
            }
        } catch {
            folder = nil
            problems.insert("\(error)")
        }
        return problems
    }

    private func take(_ file: URL, in folder: inout ImportFolder) async throws {
        let language = try await office.database.read { db in try Office.find(db)?.language ?? .pl }
        let wording = try TaxFileWording(language, templates: settings.templates)
        do {
            let refused = try await takeIn(file, wording)
            // It was saved again meanwhile, so it is another file, for the next check.
            guard folder.isUnchanged(file) else { return }
            if refused.isEmpty { return try folder.keepTaken(file) }
            try folder.refuse(file, because: refused.joined(separator: "\n"))
        } catch {
            // Deleted, or being written again: the next check decides.
            guard folder.isUnchanged(file) else { return }
            if Self.endsTooEarly(error), folder.awaitRest(of: file, at: office.clock.now) { return }
            guard let reason = wording.sentence(error) else { throw error }
            try folder.refuse(file, because: reason)
        }
    }

    /// Whether the rest of a file may still arrive.
    private static func endsTooEarly(_ error: any Error) -> Bool {
        switch error {
        case let error as TaxFileError: [.truncated, .empty].contains(error.reason)
        case let error as ZipError: error.reason == .damaged
        case FileRefusal.empty: true
        default: false
        }
    }

    /// - Returns: the reasons why files of an archive were refused, each with its name; a single file throws instead.
    private func takeIn(_ file: URL, _ wording: TaxFileWording) async throws -> [String] {
        let files = office.files
        let bundle = try await Blocking.run {
            try TaxFileBundle(named: file.lastPathComponent, in: files) { body in
                try FileBytes.each(file.path, onlyRegular: true, body)
            }
        }
        var refused: [String] = []
        for part in bundle.files {
            try Task.checkCancellation()
            do {
                let received = try await Blocking.run { try bundle.receive(part, in: files) }
                _ = try await TaxImport.takeIn(received, in: .office, office.database, files, at: office.clock.now)
            } catch {
                guard bundle.isZip, let reason = wording.sentence(error) else { throw error }
                refused.append("\(part.name): \(reason)")
            }
        }
        return refused
    }
}
