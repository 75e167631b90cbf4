import Dates
import Foundation
import GRDB

/// A printout for download, with the file made of it.
package struct MadePrintout: DownloadableFile {
    private let printout: ReachablePrintout
    private let file: PrintoutFile

    package init(_ printout: ReachablePrintout, _ file: PrintoutFile) {
        (self.printout, self.file) = (printout, file)
    }

    package var key: String { file.key }
    package var name: String { file.name }
    package var mediaType: String { file.mediaType }
    package var size: Int64 { file.size }

    package func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool {
        try printout.isOpen(db, to: person, at: now)
    }

    package func recordDownload(_ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date) throws {
        try printout.recordDownload(db, file, by: person, goesOn: goesOn, on: day, at: now)
    }
}
