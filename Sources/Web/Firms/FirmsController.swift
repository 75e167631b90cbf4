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
        let (form, head, now) = (context.form, context.person.id, portal.now())
        let today = context.identity.office.today(at: now)
        guard let country = Country(rawValue: form["country"]) else { throw BadRequest.encoding }
        let taxation = TaxationForm(rawValue: form["form"])
        if taxation == nil, !form["form"].isEmpty { throw BadRequest.encoding }
        let new = NewFirm(
            name: form["name"], country: country, taxIdentifier: form["identifier"], form: taxation,
            supervisor: form.id("supervisor")
        )
        do {
            let firm = try await portal.database.write { db in
                if let id = new.supervisor, try Staff.find(db, personId: id) == nil { throw NotFound() }
                return try Firm.add(db, new, by: head, on: today, at: now)
            }
            return .seeOther(Path.firmPeople(firm.id).text)
        } catch let invalid as Invalid {
            return try await newPage(context, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    private func newPage(_ context: HeadContext, _ errors: FieldErrors) async throws -> Response {
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let person = context.person.id
        let (colleagues, surroundings) = try await portal.database.read { db in
            (try Staff.colleagues(db), try Surroundings.office(db, person, in: scope))
        }
        let (text, form) = (portal.renderer.text(context.app.language), context.form)
        let chosenCountry = Country(rawValue: form["country"]) ?? context.identity.office.country
        // None is chosen beforehand: a wrong one brings the firm wrong printouts.
        let forms = TaxationForm.allCases.map {
            Option(code: $0.rawValue, name: text("form.\($0.rawValue)"), isSelected: $0.rawValue == form["form"])
        }
        let page = NewFirmPage(
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
                    isSelected: form.has("supervisor") ? form.id("supervisor") == $0.id : $0.id == person
                )
            }
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: text("firms.newTitle"))
        frame.isFirms = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: form.has("csrf") ? .unprocessableContent : .ok)
    }
}
