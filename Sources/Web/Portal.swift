import Foundation
import Models
import Secrets

/// Everything that a request needs of one office. There is no global one, because a process may host several.
package struct Portal: Sendable {
    package let database: OfficeDatabase
    package let files: AttachmentStore
    package let passwords: PasswordPool
    package let settings: WebSettings
    /// The clock behind the office's time, if it can be doubted.
    package let clock: ClockWatch?
    /// Returns the office's time; elsewhere time is an argument.
    package let now: @Sendable () -> Date
    package let meter = RequestMeter()
    package let securityEvents = SecurityEvents()
    /// Extracts the texts of the office's PDFs.
    package let reader: FileReader
    /// Uploads whose bytes are still arriving.
    package let uploads = UploadsUnderWay()
    package let renderer: Renderer
    /// The key of the passwords that the office keeps for other machines.
    package let sealing: SealingKeyFile
    let mailTests = MailTestGate()
    /// The codes in addresses for numbers of rows.
    package let codes: AddressCodes
    let contents = RenderedContents()
    let pictures = PicturePool()
    /// Makes printouts.
    let printing: PrintingPool

    /// - Throws: when the key of the office's address codes cannot be read.
    package init(
        database: OfficeDatabase, files: AttachmentStore, passwords: PasswordPool, renderer: Renderer,
        sealing: SealingKeyFile, settings: WebSettings, clock: ClockWatch? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        codes = try database.addressCodes()
        self.clock = clock
        self.database = database
        self.files = files
        self.passwords = passwords
        self.renderer = renderer
        self.sealing = sealing
        self.settings = settings
        self.now = now
        reader = FileReader(database: database, files: files, patience: settings.readingPatience)
        printing = PrintingPool(database, files)
    }
}
