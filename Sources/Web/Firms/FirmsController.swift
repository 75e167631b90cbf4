import Foundation
import Hummingbird
import Models

/// New firms. The list: `FirmListController`, a firm's card: `FirmCardController`.
struct FirmsController: Sendable {
    let portal: Portal

    @Sendable func new(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await newPage(context, FieldErrors())
    }

    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        let new = try newFirm(context.form)
        let (head, day, now) = (context.person.id, context.day, context.now)
        return try await portal.change(context) { db in
            if let id = new.supervisor, try Staff.find(db, personId: id) == nil { throw NotFound() }
            return .firmPeople(try Firm.add(db, new, by: head, on: day, at: now).id)
        } refused: { errors in
            try await newPage(context, errors)
        }
    }

    private func newFirm(_ form: Form) throws -> NewFirm {
        guard let country = Country(rawValue: form["country"]) else { throw BadRequest.encoding }
        let taxation = TaxationForm(rawValue: form["form"])
        if taxation == nil, !form["form"].isEmpty { throw BadRequest.encoding }
        return NewFirm(
            name: form["name"], country: country, taxIdentifier: form["identifier"], form: taxation,
            supervisor: form.id("supervisor")
        )
    }

    private func newPage(_ context: HeadContext, _ errors: FieldErrors) async throws -> Response {
        try await portal.show(context) { db in
            try Staff.colleagues(db)
        } page: { colleagues, format in
            page(colleagues, context, errors, format.text)
        }
    }

    private func page(
        _ colleagues: [Staff.Colleague], _ context: HeadContext, _ errors: FieldErrors, _ text: LanguageText
    ) -> NewFirmPage {
        let form = context.form
        let chosenCountry = Country(rawValue: form["country"]) ?? context.office.country
        // None is preselected, because a wrong one would give the firm wrong printouts.
        let forms = TaxationForm.allCases.map {
            Option(code: $0.rawValue, name: text("form.\($0.rawValue)"), isSelected: $0.rawValue == form["form"])
        }
        return NewFirmPage(
            name: form["name"], nameError: errors["name"],
            country: Country.allCases.map {
                Option(code: $0.rawValue, name: text("country.\($0.rawValue)"), isSelected: $0 == chosenCountry)
            },
            identifier: form["identifier"], identifierError: errors["identifier"],
            form: [Option(code: "", name: text("firms.chooseForm"), isSelected: form["form"].isEmpty)] + forms,
            formError: errors["form"],
            supervisors: colleagues.map {
                .init(
                    id: $0.id.code, name: $0.name,
                    isSelected: form.has("supervisor") ? form.id("supervisor") == $0.id : $0.id == context.person.id
                )
            }
        )
    }
}
