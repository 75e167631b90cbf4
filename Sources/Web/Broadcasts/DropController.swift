import Foundation
import Hummingbird
import Models

/// Many files at once, each to the one firm whose number it carries: dropping them, and saying whose the others are.
/// From there on it is a notice like others: `CheckController`.
struct DropController: Sendable {
    let portal: Portal

    /// The place to drop a folder on; with a draft, whose its files are.
    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        guard context.query.has("draft") else { return try await dropPage(context, nil, .ok) }
        return try await reviewPage(context, context.query["draft"], nil)
    }

    /// Takes the dropped files, when it is known what stands in them.
    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (keys, person, now) = (context.form.all("files"), context.person.id, portal.now())
        let scope = context.staff.firms(on: context.identity.office.today(at: now))
        try await portal.reader.read(Array(keys.prefix(Draft.dropLimit)), within: .seconds(30), at: now)
        do {
            let draft = try await portal.database.write { db in
                try Draft.drop(db, files: keys, by: person, in: scope, at: now)
            }
            return .seeOther(Path.dropBroadcast.with(["draft": draft.key]))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await dropPage(context, errors["files"], .unprocessableContent)
        }
    }

    /// Gives a drop up with its files, for another one.
    @Sendable func remove(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (key, person, now) = (context.form["draft"], context.person.id, portal.now())
        let files = try await portal.database.write { db in try Draft.find(db, key, of: person).discard(db) }
        for file in files { portal.files.putAway(file, because: .discarded, at: now) }
        return .seeOther(Path.dropBroadcast.text)
    }

    /// Keeps the text and whose the other files are, and shows the check page; with `matchAgain` only matches once more what
    /// has no firm, and so it does where texts have come that nobody has seen matched.
    @Sendable func review(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let key = form["draft"]
        let review = Draft.Review(
            subject: form["subject"], body: form["body"], isPayroll: form["payroll"] == "1", firms: typed(form))
        let awaited = try await portal.database.read { db in try Draft.find(db, key, of: person).awaitedFiles(db) }
        try await portal.reader.read(awaited, at: now)
        let isAgain = form["matchAgain"] == "1"
        do {
            let found = try await portal.database.write { db in
                let draft = try Draft.find(db, key, of: person)
                if isAgain { try draft.keep(db, review, in: scope) }
                return isAgain ? 0 : try draft.review(db, review, in: scope, on: day)
            }
            if isAgain { return .seeOther(Path.dropBroadcast.with(["draft": key])) }
            if found > 0 {
                return .seeOther(Path.dropBroadcast.with(["draft": key, "done": Flash.matchedLater.rawValue]))
            }
            return .seeOther(Path.checkBroadcast.with(["draft": key]))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await reviewPage(context, key, errors)
        }
    }

    /// What was typed as the firm of each file: `firm-` and the code of the file.
    private func typed(_ form: Form) -> [Int64: String] {
        let files = form.ids("waiting")
        return Dictionary(files.map { ($0, form["firm-\($0.code)"]) }) { first, _ in first }
    }

    private func dropPage(
        _ context: StaffContext, _ error: String?, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let (frame, _) = try await frame(context, "drop.title")
        let (person, now) = (context.person.id, portal.now())
        let room = try await portal.database.read { db in try StoredFile.room(db, for: person, at: now) }
        let files = try await portal.uploads(
            context.form.all("files"), of: person, limit: StoredFile.waitingFilesOfStaff, portal.format(context.app))
        let page = DropPage(
            dropError: error, files: files, limit: "\(Draft.dropLimit)", roomFiles: "\(room.files)",
            roomBytes: "\(room.bytes)")
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }

    private func reviewPage(
        _ context: StaffContext, _ key: String, _ errors: FieldErrors?
    ) async throws -> Response {
        let person = context.person.id
        let (frame, scope) = try await frame(context, "drop.review.title")
        let (draft, matched, waiting, firms) = try await portal.database.read { db in
            let draft = try Draft.find(db, key, of: person)
            guard try draft.isDrop(db) else { throw NotFound() }
            return (
                draft, try draft.dropped(db, matched: true, in: scope),
                try draft.dropped(db, matched: false, in: scope),
                try Draft.Review.firmChoices(db, in: scope)
            )
        }
        if let sent = draft.broadcastId { return .seeOther(Path.broadcast(sent).text) }
        let rejected = errors.map { (form: context.form, errors: $0, firms: typed(context.form)) }
        let page = DropReviewPage(
            draft, matched, waiting, underWay: await portal.reader.underWay, firms: firms, rejected,
            portal.format(context.app))
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: errors == nil ? .ok : .unprocessableContent)
    }

    private func frame(_ context: StaffContext, _ title: String) async throws -> (Frame, FirmScope) {
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let person = context.person.id
        let surroundings = try await portal.database.read { db in try Surroundings.office(db, person, in: scope) }
        let text = portal.renderer.text(context.app.language)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text(title))
        frame.isFirms = true
        return (frame, scope)
    }
}
