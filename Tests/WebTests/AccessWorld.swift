import Dates
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import Secrets
import TestSupport

@testable import Web

/// The bakery's objects on which the access matrix is tried.
struct AccessWorld: Sendable {
    let office: TestOffice
    let conversation: Int64
    let message: Int64
    let attachment: Int64
    /// A printout of an imported file of the bakery, sent with the message.
    let printout: Int64
    let broadcast: Int64
    /// A template of the head.
    let template: Int64
    /// The fingerprint of the one firm that has not read the notice.
    let audience: String
    static let key = String(repeating: "k", count: 40)
    /// An unsent draft of the head, to the bakery.
    let draft: String
    /// An unsent draft of the head, with a file by firm for the bakery.
    let filesByFirm: String
    /// A file of firms that the head has uploaded, and one that waits on the check page.
    let importFile: String
    let heldImport: String
    let link: Token
    /// A saved filter of the head.
    let savedFilter: Int64
    /// An UPO of the bakery, whose document the office does not have.
    let taxImport: Int64
    /// The session of another person, and a browser known for the same person.
    let foreignSession: Int64
    let foreignBrowser: Int64
    /// A request of Marek's for access to the bakery.
    let invitation: Int64
    /// A future deputyship of Ola for Rafał.
    let deputyship: Int64
    /// Iwona's invitation in the outbox.
    let mail: Int64
    /// The digests of the office's logo and of Marek's photo.
    let logo: String
    let photo: String

    /// - Parameter isPayroll: whether the notice is about payroll; then a person of the bakery has the right to it.
    init(_ office: TestOffice, isPayroll: Bool = false) async throws {
        self.office = office
        let kept = try Self.file(office)
        let (firms, sheet) = try Self.firms(office)
        let ledger = try TestLedger(office)
        let (cast, now) = (office.cast, office.now)
        let made = try await office.database.write { db in
            let file = try StoredFile.add(db, kept, by: cast.anna, at: now)
            // Somebody must have the right to payroll, or the firm is skipped.
            if isPayroll { try Self.right(db, cast.iwona, to: cast) }
            let sent = try Self.draft(db, cast, files: [file.key], isPayroll: isPayroll, at: now)
            let broadcast = try Broadcast.send(db, sent, CheckedSend(expecting: 1), in: .wholeOffice, at: now)
            let waiting = try Self.draft(db, cast, files: [], at: now)
            let sorted = try Self.filesByFirm(db, cast, file, at: now)
            let uploaded = try StoredFile.add(db, firms, by: cast.anna, at: now)
            let held = try FirmImport.hold(db, sheet, named: "firmy.csv", by: cast.anna, at: now)
            let template = try NoticeTemplate.save(
                db, name: "Święta", subject: "Temat", NewContent(body: "Treść"), by: cast.anna, at: now
            )
            let audience = try broadcast.unreached(db, in: .wholeOffice).fingerprint
            let ids = try Row.fetchOne(
                db,
                sql: """
                    SELECT conversation.id, lastMessageId, attachment.id FROM conversation
                    JOIN message ON message.id = lastMessageId
                    JOIN attachment ON attachment.contentId = message.contentId
                    """
            )
            guard let ids else { throw NotFound() }
            let printout = try ledger.send(db, with: ids[1], at: now)
            return (
                conversation: ids[0] as Int64, message: ids[1] as Int64, attachment: ids[2] as Int64,
                printout: printout,
                broadcast: broadcast.id, draft: waiting.key, filesByFirm: sorted.key, importFile: uploaded.key,
                heldImport: held.key,
                template: template.id, audience: audience,
                filter: try SavedFilter.save(
                    db, FirmFilter(search: "kłos"), as: "Kłos", by: cast.anna, at: now
                )
            )
        }
        conversation = made.conversation
        message = made.message
        attachment = made.attachment
        printout = made.printout
        broadcast = made.broadcast
        draft = made.draft
        filesByFirm = made.filesByFirm
        importFile = made.importFile
        heldImport = made.heldImport
        savedFilter = made.filter
        template = made.template
        audience = made.audience
        link = cast.iwonasLink
        (logo, photo) = try await office.takePictures()
        taxImport = try await office.takeIn(Self.receipt).found.id
        (deputyship, mail) = try await office.database.write { db in
            let days = [Day("2026-12-20"), Day("2026-12-24")].compactMap { $0 }
            try Deputyship.begin(
                db, absent: cast.rafal, deputy: cast.ola, from: days[0], until: days[1], by: cast.anna,
                today: Cast.day, at: now
            )
            let mail = try OutgoingMail.newest(db).first { $0.personId == cast.iwona }?.id
            return (try Deputyship.current(db, on: Cast.day)[0].id, mail ?? 0)
        }
        (foreignSession, foreignBrowser, invitation) = try await office.database.write { db in
            let noa = try Person.find(db, cast.noa)
            let group = AddressGroup("192.0.2.2")
            _ = try Session.open(db, for: noa, device: "Firefox", address: group.text, at: now)
            _ = try KnownBrowser.remember(db, nil, of: noa.id, device: "Firefox", from: group, at: now)
            let asked = NewPerson(name: "Zofia Kłos", email: "zofia@piekarnia.example", language: .pl)
            _ = try Invitation.ask(
                db, asked, to: cast.bakery, rights: .init(), by: cast.marek,
                in: .assigned(to: cast.marek, on: Cast.day), at: now)
            return (
                try Session.all(db, of: cast.noa, at: now)[0].id, try KnownBrowser.all(db, of: cast.noa, at: now)[0].id,
                try Invitation.waiting(db)[0].id
            )
        }
    }

    func browser(_ client: any TestClientProtocol, _ role: AccessRole) async throws -> Browser {
        let cast = office.cast
        switch role {
        case .visitor, .invited: return try await visitor(client)
        case .half: return try await office.browser(client, as: cast.piotr, kind: .half)
        case .reading: return try await office.browser(client, as: cast.piotr, kind: .reading)
        case .disabled:
            var browser = try await office.browser(client, as: cast.piotr)
            browser.visitorToken = Token().text
            browser.formToken = browser.visitorToken ?? ""
            try await office.database.write { db in
                try db.execute(sql: "UPDATE person SET disabledAt = 1 WHERE id = ?", arguments: [cast.piotr])
            }
            return browser
        case .payrollReader:
            try await office.database.write { db in try Self.right(db, cast.piotr, to: cast) }
            return try await office.browser(client, as: cast.piotr)
        case .deputyBefore: return try await deputy(client, from: 1, until: 5)
        case .deputyNow: return try await deputy(client, from: 0, until: 0)
        case .deputyAfter: return try await deputy(client, from: -5, until: -1)
        default: return try await office.browser(client, as: person(role))
        }
    }

    /// - Parameters:
    ///   - field: replaces the row's own field of that name, or is added.
    ///   - query: appended to the address.
    func ask(
        _ browser: Browser, _ row: AccessRow, with field: (name: String, value: String)? = nil, query: String? = nil
    ) async throws -> Answer {
        let plain = self.path(row)
        let path = query.map { "\(plain)\(plain.contains("?") ? "&" : "?")\($0)" } ?? plain
        if row.method == .get {
            // A stream never ends, so only its head is read.
            return row.pattern == "/events" ? try await head(browser, path) : try await browser.get(path)
        }
        if row.pattern == "/office/imports" { return try await browser.bring("upo.xml", Data(Self.receipt.utf8)) }
        if row.pattern.hasSuffix("/photo") || row.pattern.hasSuffix("/logo") {
            return try await browser.upload("obraz.png", TestPicture.png(), to: path)
        }
        if row.pattern == "/uploads" { return try await browser.upload("nota.txt", Data("Treść\n".utf8)) }
        var body = row.fields.filter { !$0.key.utf8.elementsEqual((field?.name ?? "").utf8) }.map {
            ($0.key, value($0.value))
        }
        if let field { body.append(field) }
        body.append(("csrf", browser.formToken))
        let form = body.map(AddressNumbers.coded).map { "\($0.0)=\(Browser.encode($0.1))" }.joined(separator: "&")
        return try await browser.send(
            .post, path, [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost"],
            body: ByteBuffer(string: form)
        )
    }

    private func path(_ row: AccessRow) -> String {
        let id = id(row.pattern)
        let path = row.pattern.replacing(":id", with: "\(id)").replacing(":message", with: "\(message)")
            .replacing(":key", with: heldImport).replacing(":person", with: "\(office.cast.iwona)").replacing(
                ":token", with: link.text
            )
            .replacing(":conversation", with: "\(conversation)").replacing(":invitation", with: "\(invitation)")
            .replacing("/logo/:digest", with: "/logo/\(logo)").replacing("/photos/:digest", with: "/photos/\(photo)")
            .replacing(":fingerprint/:colour/m", with: ":fingerprint\(office.portal.renderer.assets.digest)/ffd200/m")
            .replacing("/:colour", with: "/ffd200").replacing(":fingerprint", with: Accent.fingerprint)
            .replacing("/accent/sample", with: "/accent/sample?colour=ffd200")
            .replacing("/assets/:digest/**", with: "\(office.portal.renderer.assets.prefix)/app.css")
        return row.pattern == "/office/broadcasts/check" && row.method == .get ? "\(path)?draft=\(draft)" : path
    }

    /// Returns the id for `:id`: the first of these that fits the address.
    private func id(_ pattern: String) -> Int64 {
        let ids: [(part: String, id: Int64)] = [
            ("/conversations/:id", conversation), ("/filters/:id", savedFilter), ("/firms/", office.cast.bakery.id),
            ("/templates/", template), ("/imports/", taxImport), ("/attachments/", attachment),
            ("/printouts/", printout),
            ("/sessions/", foreignSession), ("/browsers/", foreignBrowser), ("/office/invitations/", invitation),
            ("/staff/", office.cast.rafal),
            ("/people/:id", office.cast.iwona), ("/deputies/:id", deputyship), ("/outbox/", mail),
        ]
        return ids.first { pattern.contains($0.part) }?.id ?? broadcast
    }

    private static let receipt = TaxFileText.receipt()

    private func value(_ text: String) -> String {
        [
            "BAKERY": "\(office.cast.bakery.id)", "CARRIER": "\(office.cast.carrier.id)", "DRAFT": draft,
            "FILES_BY_FIRM": filesByFirm,
            "OLA": "\(office.cast.ola)", "IMPORT FILE": importFile, "KEY": Self.key, "AUDIENCE": audience,
            "MAREK": "\(office.cast.marek)",
        ][text] ?? text
    }

    private func visitor(_ client: any TestClientProtocol) async throws -> Browser {
        let token = Token().text
        return Browser(client: client, formToken: token, visitorToken: token)
    }

    private func head(_ browser: Browser, _ path: String) async throws -> Answer {
        let changes = office.database.changes
        let closing = Task {
            while !Task.isCancelled {
                changes.finish()
                await Task.yield()
            }
        }
        defer { closing.cancel() }
        return try await browser.get(path)
    }

    private func person(_ role: AccessRole) -> Int64 {
        let cast = office.cast
        let people: [AccessRole: Int64] = [
            .ownClient: cast.piotr, .otherClient: cast.ewa, .approverOnly: cast.approver,
            .payrollOnly: cast.payroller, .notifiedOnly: cast.notified, .ownAccountant: cast.ola,
            .otherAccountant: cast.rafal, .ownSupervisor: cast.marek, .otherSupervisor: cast.dana, .head: cast.anna,
        ]
        return people[role] ?? 0
    }

    /// Gives a reader of the bakery the right to payroll.
    private static func right(_ db: Database, _ person: Int64, to cast: Cast) throws {
        var rights = Membership.Rights()
        rights.canPayroll = true
        try Membership.change(db, rights: rights, of: person, in: cast.bakery, by: cast.anna, at: Cast.start)
    }

    /// Returns the browser of Rafał, named the deputy of the bakery's supervisor for some days counted from today.
    private func deputy(_ client: any TestClientProtocol, from first: Int, until last: Int) async throws -> Browser {
        let (cast, now) = (office.cast, office.now)
        let day = { @Sendable (number: Int) in
            Day(now.addingTimeInterval(Double(number) * 24 * 3600), in: TimeZone(identifier: "Europe/Warsaw") ?? .gmt)
        }
        try await office.database.write { db in
            try Deputyship.begin(
                db, absent: cast.marek, deputy: cast.rafal, from: day(first), until: day(last), by: cast.anna,
                today: day(first), at: now
            )
        }
        return try await office.browser(client, as: cast.rafal)
    }

    private static func file(_ office: TestOffice) throws -> AttachmentStore.Kept {
        let incoming = try office.files.receive(named: "godziny.txt")
        try Data("Godziny otwarcia\n".utf8).withUnsafeBytes { try incoming.write($0) }
        return try incoming.keep()
    }

    private static func firms(_ office: TestOffice) throws -> (AttachmentStore.Kept, FirmSheet) {
        let contents = Data("nazwa;NIP;forma;osoba;e-mail\nNowa;6666666666;KPiR;Jan;jan@nowa.example\n".utf8)
        let incoming = try office.files.receive(named: "firmy.csv")
        try contents.withUnsafeBytes { try incoming.write($0) }
        return (try incoming.keep(), try FirmSheet(contents, country: .poland))
    }

    private static func draft(
        _ db: Database, _ cast: Cast, files: [String], isPayroll: Bool = false, at now: Date
    ) throws -> Draft {
        let new = Draft.New(
            subject: "Godziny otwarcia", content: NewContent(body: "Biuro nieczynne 24 grudnia.", files: files),
            audience: .picked([cast.bakery.id]), isPayroll: isPayroll
        )
        return try Draft.create(db, new, by: cast.anna, in: .wholeOffice, on: Cast.day, at: now)
    }
}
