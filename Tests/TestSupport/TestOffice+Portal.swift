import Models
import Web

extension TestOffice {
    /// Returns a portal for the same office with other settings, other files or another clock.
    package func portal(
        files: AttachmentStore? = nil, clock: ClockWatch? = nil, _ change: (inout WebSettings) -> Void = { _ in }
    ) throws -> Portal {
        var settings = portal.settings
        change(&settings)
        let now = portal.now
        return try Portal(
            database: database, files: files ?? self.files, passwords: portal.passwords, renderer: portal.renderer,
            sealing: portal.sealing, settings: settings, clock: clock, now: { clock?.now ?? now() })
    }
}
