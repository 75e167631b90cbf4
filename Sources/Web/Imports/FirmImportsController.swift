import Formats
import Foundation
import Hummingbird
import Models

/// Firms and their people out of a file: chosen, looked at, taken in.
struct FirmImportsController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await chooser(context, errors: [])
    }

    @Sendable func sample(_ request: Request, _ context: HeadContext) async throws -> Response {
        let sample = ImportSample(text: portal.renderer.text(context.app.language), supervisor: context.person.email)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: FileName.contentDisposition(sample.fileName),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: sample.contents))
        )
    }

    /// Keeps an uploaded file for the check page.
    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (key, person, office, now) = (
            context.form["files"], context.person.id, context.identity.office, portal.now()
        )
        do {
            if key.isEmpty { throw Invalid("files", "errors.importNoFile") }
            let file = try await portal.database.read { db in try StoredFile.find(db, keys: [key], of: person) }.first
            guard let file else { throw NotFound() }
            if file.size > Int64(CSVFile.Limits().bytes) { throw CSVError(.tooLarge) }
            let path = portal.files.readable(file.key)
            let sheet = try await Disk.run {
                try FirmSheet(Data(contentsOf: URL(fileURLWithPath: path)), country: office.country)
            }
            let held = try await portal.database.write { db in
                try FirmImport.hold(db, sheet, named: file.name, by: person, at: now)
            }
            return .seeOther(Path.firmImportCheck(held.key).text)
        } catch {
            let wording = ImportWording(portal.renderer.text(context.app.language))
            guard let sentences = wording.sentences(error) else { throw error }
            return try await chooser(context, errors: sentences)
        }
    }

    /// The check page, and after taking in, what was taken.
    @Sendable func show(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (key, person, office) = (context.parameters.get("key") ?? "", context.person.id, context.identity.office)
        let encoding = TextEncoding(rawValue: context.query["encoding"])
        let (held, check) = try await portal.database.read { db in
            let held = try FirmImport.find(db, key, of: person)
            let check = try held.sheet(for: office, as: encoding).map {
                (sheet: $0, plan: try FirmImportPlan.make(db, $0, for: office))
            }
            return (held, check)
        }
        let format = portal.format(context.app)
        guard let check else { return try await html(ImportDonePage(held, format.text), context, "imports.done.title") }
        let page = ImportCheckPage(
            held, check.sheet, check.plan, from: .init(context.query), hasChanged: context.query.has("changed"),
            chosen: encoding, format)
        return try await html(page, context, "imports.check.title")
    }

    /// Takes the file in, once.
    @Sendable func confirm(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (key, summary, now) = (context.parameters.get("key") ?? "", context.form["summary"], portal.now())
        let (person, office) = (context.person.id, context.identity.office)
        let encoding = TextEncoding(rawValue: context.form["encoding"])
        do {
            try await portal.database.write { db in
                try FirmImport.find(db, key, of: person).confirm(
                    db, expecting: summary, as: encoding, for: office, at: now)
            }
            return .seeOther(Path.firmImportCheck(key).text)
        } catch is FirmImportChanged {
            return .seeOther(Path.firmImportCheck(key).with(["changed": "1", "encoding": encoding?.rawValue]))
        }
    }

    private func chooser(_ context: HeadContext, errors: [String]) async throws -> Response {
        let wording = ImportWording(portal.renderer.text(context.app.language))
        let required = FirmColumn.required(in: context.identity.office.country)
        let columns = FirmColumn.allCases.map { column in
            ImportPage.Column(
                name: wording.name(column), hint: wording.text("imports.columnHint.\(column.rawValue)"),
                isRequired: required.contains(column)
            )
        }
        let page = ImportPage(errors: errors, columns: columns)
        return try await html(page, context, "imports.title", errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func html(
        _ page: some Page, _ context: HeadContext, _ title: String, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let person = context.person.id
        let surroundings = try await portal.database.read { db in
            try Surroundings.office(db, person, in: .wholeOffice)
        }
        let text = portal.renderer.text(context.app.language)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text(title))
        frame.isFirms = true
        return .html(try portal.renderer.html(page, frame, context.app.language), status: status)
    }
}

extension ImportDonePage {
    init(_ held: FirmImport, _ text: LanguageText) {
        fileName = held.fileName
        totals = [
            ImportTotal(held.firmCount, text.plural("imports.newFirms", held.firmCount)),
            ImportTotal(held.personCount, text.plural("imports.newPeople", held.personCount)),
            ImportTotal(held.membershipCount, text.plural("imports.accesses", held.membershipCount)),
        ]
        leftOut = held.leftOutCount > 0 ? text.plural("imports.leftOut", held.leftOutCount) : nil
        hasPeople = held.personCount > 0
    }
}
