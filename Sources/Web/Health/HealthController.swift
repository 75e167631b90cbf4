import Foundation
import HTTPTypes
import Hummingbird
import Models
import Secrets

/// The interface for monitoring: whether the server works, and its figures.
struct HealthController: Sendable {
    let portal: Portal

    /// Whether the server responds, its database can be read, and no damage is known.
    @Sendable func health(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let isRead = (try? portal.database.readHere { db in try Office.find(db) }) != nil
        guard portal.database.condition.damage == nil else {
            return Self.plain(
                "The database is damaged. The server's log says more, and «skrytka doctor» what to do.\n",
                status: .serviceUnavailable)
        }
        guard isRead else { return Self.plain("The database cannot be read now.\n", status: .serviceUnavailable) }
        return Self.plain("ok\n")
    }

    /// Figures for Prometheus, without anybody's name.
    /// - Throws: `NotFound` except for requests of this machine itself or with the token.
    @Sendable func metrics(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard mayLook(request, context) else { throw NotFound() }
        let now = portal.now()
        let (figures, watch) = try await portal.database.read { db in
            (try OfficeFigures.fetch(db, at: now), try WatchFigures.fetch(db, at: now))
        }
        var text = MetricsText()
        text.add(portal.meter.counts)
        text.add(portal.securityEvents)
        text.add("live_streams", .gauge, "Open pages that wait for changes.", Double(portal.database.changes.listeners))
        add(figures, at: now, to: &text)
        add(watch, portal.database.condition, at: now, to: &text)
        add(ProcessFigures.read(folder: portal.files.folder), to: &text)
        add(portal.files.allowance, to: &text)
        text.add(
            "clock_doubted", .gauge, "Whether the machine's time is not believed: 1 or 0.",
            portal.clock?.doubt == nil ? 0 : 1)
        return Self.plain(text.text, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    /// With a token set, checks the bearer; without one, admits this machine by an address that no proxy passes on.
    private func mayLook(_ request: Request, _ context: VisitorContext) -> Bool {
        if let token = portal.settings.metricsToken {
            let given = request.headers[.authorization] ?? ""
            return ConstantTime.equal(Data(given.utf8), Data("Bearer \(token)".utf8))
        }
        let isProxied = request.headers.contains { field in
            field.name == .forwardedFor || ["forwarded", "via", "x-real-ip"].contains(field.name.canonicalName)
        }
        return !isProxied && ["127.0.0.1", "::1"].contains(context.app.address)
            && portal.settings.localHosts.contains(request.head.authority?.lowercased() ?? "")
    }

    private func add(_ figures: OfficeFigures, at now: Date, to text: inout MetricsText) {
        text.add("firms", .gauge, "Firms that are not archived.", Double(figures.firms))
        text.add("people", .gauge, "People who can sign in.", Double(figures.people))
        text.add("sessions", .gauge, "Sessions that have not ended.", Double(figures.sessions))
        text.add("messages", .gauge, "Messages of all conversations.", Double(figures.messages))
        text.add(
            "unread", .gauge, "Messages of the office that wait for a client, for each person.",
            Double(figures.unread))
        text.add("questions_waiting", .gauge, "Questions of clients without an answer.", Double(figures.waiting))
        let age = figures.waitingSince.map { now.timeIntervalSince($0) } ?? 0
        text.add("questions_waiting_seconds", .gauge, "How long the oldest of them waits.", max(0, age.rounded()))
        text.add("failed_sign_ins", .gauge, "Wrong passwords of the last hour.", Double(figures.failedSignIns))
        text.add("files", .gauge, "Stored files.", Double(figures.files))
        text.add("file_bytes", .gauge, "Bytes of stored files.", Double(figures.fileBytes))
        text.add("database_bytes", .gauge, "Bytes of the database.", Double(figures.databaseBytes))
    }

    private func add(
        _ figures: WatchFigures, _ condition: DatabaseCondition, at now: Date, to text: inout MetricsText
    ) {
        func age(_ moment: Date?) -> Double? { moment.map { max(0, now.timeIntervalSince($0).rounded()) } }
        let backup = "Since the last whole backup; since the office was made, where there was none."
        if let age = age(figures.lastBackup) { text.add("backup_age_seconds", .gauge, backup, age) }
        text.add("outbox_waiting", .gauge, "Mails in the outbox that wait for the head.", Double(figures.waitingMails))
        let check = "Since all pages of the database were looked at; left out until that was done once."
        if let age = age(condition.checkedAt) { text.add("database_check_age_seconds", .gauge, check, age) }
        text.add("database_damaged", .gauge, "1 when the database was found damaged.", condition.damage == nil ? 0 : 1)
    }

    private func add(_ figures: ProcessFigures, to text: inout MetricsText) {
        text.add("resident_bytes", .gauge, "Memory of the process.", Double(figures.resident))
        text.add("open_files", .gauge, "Open files and connections of the process.", Double(figures.openFiles))
        text.add("disk_free_bytes", .gauge, "Free space of the disk with the data.", Double(figures.free))
    }

    private func add(_ allowance: DiskAllowance, to text: inout MetricsText) {
        text.add(
            "disk_floor_bytes", .gauge, "Free space that uploads and imports leave for all else.",
            Double(allowance.floor))
        text.add("disk_low", .gauge, "Whether uploads and imports are refused for it: 1 or 0.", allowance.isLow ? 1 : 0)
    }

    private static func plain(
        _ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
