import Hummingbird
import Models

/// The name and the phone of the head and of the office, which clients see.
extension AccountController {
    /// A refused form, with what was typed in it.
    struct RejectedDetails: Sendable {
        let path: Path
        let form: Form
        let errors: FieldErrors
    }

    @Sendable func correctPerson(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person, context.now)
        let details = PersonDetails(name: form["name"], phone: form["phone"], language: person.language)
        return try await correct(request, context, .ownDetails) { db in
            try person.correct(db, details, by: person.id, at: now)
        }
    }

    @Sendable func correctOffice(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (form, head, now) = (context.form, context.person.id, context.now)
        let details = Office.Details(name: form["name"], phone: form["phone"])
        return try await correct(request, context, .officeDetails) { db in
            try Office.correct(db, details, by: head, at: now)
        }
    }

    private func correct(
        _ request: Request, _ context: HeadContext, _ path: Path, _ verb: @escaping OfficeDatabase.Verb<Void>
    ) async throws -> Response {
        try await portal.change(context, then: Path.officeAccount.saying(.saved), verb) { errors in
            try await page(
                PersonContext(context: context.app), request,
                rejected: RejectedDetails(path: path, form: context.form, errors: errors))
        }
    }

    /// Returns `nil` except for the head.
    func details(_ identity: SignedIn, _ rejected: RejectedDetails?, _ text: LanguageText) -> AccountDetails? {
        guard identity.staff?.role == .head else { return nil }
        let (person, office) = (identity.person, identity.office)
        func shown(_ path: Path, _ id: String, name: String, phone: String?) -> AccountDetails.Shown {
            let typed = rejected.flatMap { $0.path.text == path.text ? $0 : nil }
            return AccountDetails.Shown(
                fieldId: id, title: text("account.\(id).title"), nameLabel: text("account.\(id).name"),
                action: path.text, shownName: typed?.form["name"] ?? name,
                shownPhone: typed?.form["phone"] ?? phone ?? "",
                nameError: typed?.errors["name"], phoneError: typed?.errors["phone"])
        }
        return AccountDetails(shown: [
            shown(.ownDetails, "you", name: person.name, phone: person.phone),
            shown(.officeDetails, "office", name: office.name, phone: office.phone),
        ])
    }
}
