import Dates
import Foundation
import GRDB
import Secrets

/// A file of a notice as an employee of the office downloads it from the report, where it belongs to no particular
/// firm: only the journal records the download, no firm's list.
package struct ReportAttachment: DownloadableFile {
    private let attachment: Attachment

    package init(_ attachment: Attachment) {
        self.attachment = attachment
    }

    package var key: String { attachment.key }
    package var name: String { attachment.name }
    package var mediaType: String { attachment.mediaType }
    package var size: Int64 { attachment.size }

    package func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool {
        try attachment.isOpen(db, to: person, at: now)
    }

    package func recordDownload(_ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date) throws {
        try AuditEvent.write(
            db, .fileDownloaded, by: person, subject: "attachment/\(attachment.id)",
            ["sha256": Hex.text(attachment.sha256)], at: now)
    }
}
