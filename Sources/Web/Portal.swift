import Foundation
import Models
import Secrets

/// All that a request needs of one office. There is no global one: a process may host several.
package struct Portal: Sendable {
    package let database: OfficeDatabase
    package let files: AttachmentStore
    package let passwords: PasswordPool
    package let settings: WebSettings
    /// The clock, an argument everywhere else.
    package let now: @Sendable () -> Date
    let renderer: Renderer

    /// - Throws: `TemplateError` naming the template or the missing language key.
    package init(
        database: OfficeDatabase, files: AttachmentStore, passwords: PasswordPool, settings: WebSettings,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.database = database
        self.files = files
        self.passwords = passwords
        self.settings = settings
        self.now = now
        renderer = try Renderer(templates: settings.templates, assets: Assets(folder: settings.assets))
    }
}
