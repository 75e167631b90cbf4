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
            while !Task.isCancelled {
                do {
                    var watched = try folder ?? ImportFolder(in: office.folder.url)
                    let settled = try watched.settled()
                    folder = watched
                    for file in settled { try await take(file, in: watched) }
                } catch {
                    logger.error("taking files in failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(10))
            }
        }
    }

    private func take(_ file: URL, in folder: ImportFolder) async throws {
        let files = office.files
        do {
            let received = try await Blocking.run {
                try TaxImport.receive(named: file.lastPathComponent, into: files) { body in
                    try FileBytes.each(file.path, body)
                }
            }
            _ = try await TaxImport.takeIn(received, office.database, files, at: Date())
            try folder.putAway(file)
        } catch {
            let language = try await office.database.read { db in try Office.find(db)?.language ?? .pl }
            let wording = try TaxFileWording(language, templates: settings.templates)
            guard let reason = wording.sentence(error) else { throw error }
            try folder.refuse(file, because: reason)
        }
    }
}
