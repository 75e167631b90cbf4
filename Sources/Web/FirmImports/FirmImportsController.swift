import Formats
import Foundation
import Hummingbird
import Models

/// Imports firms and their people from a file: upload, check, import.
struct FirmImportsController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await chooser(context, errors: [])
    }

    @Sendable func sample(_ request: Request, _ context: HeadContext) async throws -> Response {
        let sample = ImportSample(text: portal.renderer.text(context.app.language), supervisor: context.person.email)
        let headers: HTTPFields = [
            .contentType: "text/csv; charset=utf-8", .contentDisposition: FileName.contentDisposition(sample.fileName),
        ]
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: sample.contents)))
    }

    /// Stores an uploaded file for the check page.
    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        do {
            let held = try await hold(context)
            return .seeOther(Path.firmImportCheck(held.key).text)
        } catch {
            let wording = ImportWording(portal.renderer.text(context.app.language))
            guard let sentences = wording.sentences(error) else { throw error }
            return try await chooser(context, errors: sentences)
        }
    }

    private func hold(_ context: HeadContext) async throws -> FirmImport {
        let (key, person, country) = (context.form["files"], context.person.id, context.office.country)
        if key.isEmpty { throw Invalid("files", "errors.importNoFile") }
        let file = try await portal.database.read { db in try StoredFile.find(db, keys: [key], of: person) }.first
        guard let file else { throw NotFound() }
        if file.size > Int64(CSVFile.Limits().bytes) { throw CSVError(.tooLarge) }
        let path = portal.files.readable(file.key)
        let sheet = try await Disk.run {
            try FirmSheet(Data(contentsOf: URL(fileURLWithPath: path)), country: country)
        }
        return try await portal.database.write { db in
            try FirmImport.hold(db, sheet, named: file.name, by: person, at: context.now)
        }
    }

    /// Shows the check page, and after the import its result.
    @Sendable func show(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (key, office) = (context.parameters.get("key") ?? "", context.office)
        let encoding = TextEncoding(rawValue: context.query["encoding"])
        let (found, counts) = try await portal.read(context) { db in
            let held = try FirmImport.find(db, key, of: context.person.id)
            let check = try held.sheet(for: office, as: encoding).map {
                (sheet: $0, plan: try FirmImportPlan.make(db, $0, for: office))
            }
            return (held: held, check: check)
        }
        let format = portal.format(context.app)
        guard let check = found.check else {
            return try portal.show(ImportDonePage(found.held, format.text), context, counts)
        }
        let page = ImportCheckPage(
            found.held, check.sheet, check.plan, from: .init(context.query), hasChanged: context.query.has("changed"),
            chosen: encoding, format)
        return try portal.show(page, context, counts)
    }

    /// Imports the file, once.
    @Sendable func confirm(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (key, summary, office) = (context.parameters.get("key") ?? "", context.form["summary"], context.office)
        let encoding = TextEncoding(rawValue: context.form["encoding"])
        do {
            return try await portal.change(context, then: Path.firmImportCheck(key).text) { db in
                try FirmImport.find(db, key, of: context.person.id)
                    .confirm(db, expecting: summary, as: encoding, for: office, at: context.now)
            }
        } catch is FirmImportChanged {
            return .seeOther(Path.firmImportCheck(key).with(["changed": "1", "encoding": encoding?.rawValue]))
        }
    }

    private func chooser(_ context: HeadContext, errors: [String]) async throws -> Response {
        let wording = ImportWording(portal.renderer.text(context.app.language))
        let required = FirmColumn.required(in: context.office.country)
        let columns = FirmColumn.allCases.map { column in
            ImportPage.Column(
                name: wording.name(column), hint: wording.text("firmImports.columnHint.\(column.rawValue)"),
                isRequired: required.contains(column)
            )
        }
        return try await portal.show(ImportPage(errors: errors, columns: columns), context)
    }
}

extension ImportDonePage {
    init(_ held: FirmImport, _ text: LanguageText) {
        fileName = held.fileName
        totals = [
            ImportTotal(held.firmCount, text.plural("firmImports.newFirms", held.firmCount)),
            ImportTotal(held.personCount, text.plural("firmImports.newPeople", held.personCount)),
            ImportTotal(held.membershipCount, text.plural("firmImports.accesses", held.membershipCount)),
        ]
        leftOut = held.leftOutCount > 0 ? text.plural("firmImports.leftOut", held.leftOutCount) : nil
        hasPeople = held.personCount > 0
    }
}
