import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import Secrets
import Synchronization
import Web

/// The office of one test: a real database and real files on the disk, and the production router.
package final class TestOffice: Sendable {
    package let database: OfficeDatabase
    package let files: AttachmentStore
    package let portal: Portal
    package let cast: Cast
    package let folder: URL
    private let time: Clock

    private init(folder: URL, cast: Cast) throws {
        self.folder = folder
        self.cast = cast
        let clock = Clock()
        database = try OfficeDatabase(path: folder.appendingPathComponent("office.sqlite").path)
        files = try AttachmentStore(folder: folder.appendingPathComponent("files"))
        var settings = WebSettings(origins: ["http://localhost"])
        // Tests run at the same time and leave each other little of the machine.
        settings.idleSeconds = 60
        settings.readingPatience = .seconds(300)
        settings.printingPatience = .seconds(300)
        portal = try Portal(
            database: database, files: files, passwords: Self.passwords, renderer: try Self.renderer.get(),
            sealing: SealingKeyFile(folder: folder), settings: settings, now: { clock.now }
        )
        time = clock
    }

    /// The office's clock.
    package var now: Date { time.now }

    /// Moves the office's clock forward.
    package func pass(_ seconds: TimeInterval) { time.pass(seconds) }

    /// Runs a test with an office of its own, which is deleted afterwards.
    package static func with<Value>(_ test: (TestOffice) async throws -> Value) async throws -> Value {
        let made = try await template.value
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("skrytka-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: made.file, to: folder.appendingPathComponent("office.sqlite"))
        let office = try TestOffice(folder: folder, cast: made.cast)
        let value = try await test(office)
        try office.database.close()
        return value
    }

    /// Runs a test with browsers, through the production router.
    package func app<Value: Sendable>(
        _ other: Portal? = nil, logger: Logger = Logger(label: "skrytka"),
        _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        try await buildApplication(other ?? portal, logger: logger).test(.router, test)
    }

    /// Does the same behind a proxy that reports each browser's address.
    package func proxied<Value: Sendable>(
        _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        var settings = portal.settings
        // The address of every request in tests.
        settings.trustedProxies = ["-"]
        let behind = try Portal(
            database: database, files: files, passwords: portal.passwords, renderer: try Self.renderer.get(),
            sealing: portal.sealing, settings: settings, now: portal.now)
        return try await buildApplication(behind).test(.router, test)
    }

    /// Returns a browser in which a person is signed in.
    package func browser(
        _ client: any TestClientProtocol, as person: Int64?, kind: Session.Kind = .full
    ) async throws -> Browser {
        guard let person else { return Browser(client: client) }
        let now = time.now
        let token = try await database.write { db in
            try Session.open(
                db, for: Person.find(db, person), kind: kind, device: "Chrome, Linux", address: "192.0.2.1", at: now
            ).token
        }
        let form = try await database.read { db in try Session.find(db, token, at: now)?.formToken }
        return Browser(client: client, session: token.text, formToken: form ?? "")
    }

    /// The project's folder.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let passwords = PasswordPool()

    /// Compiled once: the templates are the same for every test.
    private static let renderer = Result {
        try Renderer(
            templates: root.appendingPathComponent("Templates"), assets: root.appendingPathComponent("Public")
        )
    }

    /// The cast's database, made once and copied for each test.
    private static let template = Task { () throws -> (file: URL, cast: Cast) in
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "skrytka-cast-\(UUID().uuidString).sqlite")
        let hash = try PasswordHash.make(Cast.password)
        let database = try OfficeDatabase(path: file.path)
        let cast = try await database.write { db in try Cast.make(db, hash) }
        try database.close()
        return (file, cast)
    }
}

private final class Clock: Sendable {
    private let moment = Mutex(Cast.start)

    var now: Date { moment.withLock { $0 } }

    func pass(_ seconds: TimeInterval) { moment.withLock { $0 = $0.addingTimeInterval(seconds) } }
}
