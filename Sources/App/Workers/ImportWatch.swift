import Formats
import Foundation
import Logging
import Models
import ServiceLifecycle
import Web

/// Every ten seconds: takes in what was put into the folder `import` of the data folder.
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
                // What stays as it is, such as a file that may not be read, is said once, not at every look.
                for problem in problems.subtracting(told).sorted() {
                    logger.error("taking files in failed", metadata: ["error": "\(problem)"])
                }
                told = problems
                try? await Task.sleep(for: .seconds(10))
            }
        }
    }

    /// Takes in what has settled; one file that cannot be taken holds up no other.
    private func look(into folder: inout ImportFolder?) async -> Set<String> {
        var problems: Set<String> = []
        do {
            var watched = try folder ?? ImportFolder(in: office.folder.url)
            defer { folder = watched }
            for file in try watched.settled(at: office.clock.now) where !Task.isCancelled {
                do { try await take(file, in: &watched) } catch is CancellationError {
                    // The rest is taken in after the next start; what came in already is known then.
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
            // Saved anew meanwhile: it is another file, to be looked at again.
            guard folder.isUnchanged(file) else { return }
            if refused.isEmpty { return try folder.putAway(file) }
            try folder.refuse(file, because: refused.joined(separator: "\n"))
        } catch {
            // Gone, or being written again: another look decides.
            guard folder.isUnchanged(file) else { return }
            if Self.endsTooEarly(error), folder.awaitRest(of: file, at: office.clock.now) { return }
            guard let reason = wording.sentence(error) else { throw error }
            try folder.refuse(file, because: reason)
        }
    }

    /// Whether the rest of a file may still come.
    private static func endsTooEarly(_ error: any Error) -> Bool {
        switch error {
        case let error as TaxFileError: [.truncated, .empty].contains(error.reason)
        case let error as ZipError: error.reason == .damaged
        case FileRefusal.empty: true
        default: false
        }
    }

    /// - Returns: why files of an archive were not taken, each by its name; one that came alone throws.
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
