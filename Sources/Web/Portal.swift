import Foundation
import Models
import Secrets

/// All that a request needs of one office. There is no global one: a process may host several.
package struct Portal: Sendable {
    package let database: OfficeDatabase
    package let files: AttachmentStore
    package let passwords: PasswordPool
    package let settings: WebSettings
    /// The clock that the office's time comes from, where it is more than a number.
    package let clock: ClockWatch?
    /// The clock, an argument everywhere else.
    package let now: @Sendable () -> Date
    package let meter = RequestMeter()
    package let securityEvents = SecurityEvents()
    /// Reads what stands in the office's PDFs.
    package let reader: FileReader
    /// Uploads whose bytes are still coming.
    package let uploads = UploadsUnderWay()
    package let renderer: Renderer
    /// The codes that stand in addresses for numbers of rows.
    package let codes: AddressCodes
    let contents = RenderedContents()
    /// Makes printouts.
    let printing: PrintingPool

    /// - Throws: when the office's key of addresses cannot be read.
    package init(
        database: OfficeDatabase, files: AttachmentStore, passwords: PasswordPool, renderer: Renderer,
        settings: WebSettings, clock: ClockWatch? = nil, now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        codes = try database.addressCodes()
        self.clock = clock
        self.database = database
        self.files = files
        self.passwords = passwords
        self.renderer = renderer
        self.settings = settings
        self.now = now
        reader = FileReader(database: database, files: files, patience: settings.readingPatience)
        printing = PrintingPool(database, files)
    }
}
