import Foundation
import Hummingbird
import Models

/// Uploads many files at once, each for the one firm whose number it contains, and lets a person assign the others. The
/// following steps are those of any notice: `CheckController`.
struct FilesByFirmController: Sendable {
    let portal: Portal

    /// Shows the page for uploading a folder; with a draft, the firms of its files.
    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let key = context.query["draft"]
        return context.query.has("draft")
            ? try await reviewPage(context, key, nil) : try await uploadPage(context, nil)
    }

    /// Sorts the uploaded files by firm, once their texts are read.
    @Sendable func create(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (keys, person, now) = (context.form.all("files"), context.person.id, context.now)
        try await portal.reader.read(Array(keys.prefix(Draft.filesByFirmLimit)), within: .seconds(30), at: now)
        return try await portal.attempt(context) {
            let draft = try await portal.database.write { db in
                try Draft.sortFiles(db, files: keys, by: person, in: context.firms, at: now)
            }
            return .seeOther(Path.filesByFirm.with(["draft": draft.key]))
        } refused: { errors in
            try await uploadPage(context, errors["files"])
        }
    }

    /// Removes the draft with its files, to begin another.
    @Sendable func remove(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (key, person, now) = (context.form["draft"], context.person.id, context.now)
        let files = try await portal.database.write { db in try Draft.find(db, key, of: person).discard(db) }
        for file in files { portal.files.quarantine(file, because: .discarded, at: now) }
        return .seeOther(Path.filesByFirm.text)
    }

    /// Saves the text and the assigned firms, and shows the check page. With `matchAgain`, only matches the files
    /// without a firm again; the same happens when new texts were read that the person has not seen matched.
    @Sendable func review(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person) = (context.form, context.person.id)
        let (key, isAgain) = (form["draft"], form["matchAgain"] == "1")
        let review = Draft.Review(
            subject: form["subject"], body: form["body"], isPayroll: form["payroll"] == "1", firms: typed(form))
        let awaited = try await portal.database.read { db in try Draft.find(db, key, of: person).awaitedFiles(db) }
        try await portal.reader.read(awaited, at: context.now)
        return try await portal.attempt(context) {
            let found = try await portal.database.write { db in
                let draft = try Draft.find(db, key, of: person)
                if isAgain { try draft.keep(db, review, in: context.firms) }
                return isAgain ? 0 : try draft.review(db, review, in: context.firms, on: context.day)
            }
            if !isAgain, found == 0 { return .seeOther(Path.checkBroadcast.with(["draft": key])) }
            let said = isAgain ? nil : Flash.matchedLater.rawValue
            return .seeOther(Path.filesByFirm.with(["draft": key, "done": said]))
        } refused: { errors in
            try await reviewPage(context, key, errors)
        }
    }

    /// Returns the firm that was typed for each file: a field `firm-` and the file's code.
    private func typed(_ form: Form) -> [Int64: String] {
        let files = form.ids("waiting")
        return Dictionary(files.map { ($0, form["firm-\($0.code)"]) }) { first, _ in first }
    }

    private func uploadPage(_ context: StaffContext, _ error: String?) async throws -> Response {
        let (person, now) = (context.person.id, context.now)
        return try await portal.show(context) { db in
            try StoredFile.allowance(db, for: person, at: now)
        } page: { allowance, format in
            let files = try await portal.uploads(
                context.form.all("files"), of: person, limit: StoredFile.waitingFilesOfStaff, format)
            return FilesByFirmPage(
                filesError: error, files: files, limit: "\(Draft.filesByFirmLimit)", roomFiles: "\(allowance.files)",
                roomBytes: "\(allowance.bytes)")
        }
    }

    private func reviewPage(
        _ context: StaffContext, _ key: String, _ errors: FieldErrors?
    ) async throws -> Response {
        let (person, firms) = (context.person.id, context.firms)
        let (found, counts) = try await portal.read(context) { db in
            let draft = try Draft.find(db, key, of: person)
            guard try draft.hasFilesByFirm(db) else { throw NotFound() }
            return (
                draft: draft, matched: try draft.filesByFirm(db, matched: true, in: firms),
                waiting: try draft.filesByFirm(db, matched: false, in: firms),
                firms: try Draft.Review.firmChoices(db, in: firms), isOnItsWay: try draft.isOnItsWay(db)
            )
        }
        if found.isOnItsWay { return .seeOther(Path.checkBroadcast.with(["draft": key])) }
        let rejected = errors.map { (form: context.form, errors: $0, firms: typed(context.form)) }
        let page = FilesByFirmReviewPage(
            found.draft, found.matched, found.waiting, underWay: await portal.reader.underWay, firms: found.firms,
            rejected, portal.format(context.app))
        return try portal.show(page, context, counts)
    }
}
