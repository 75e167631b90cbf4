import Hummingbird
import Images
import Models

/// The office's settings, for its head: each part saves by itself.
struct OfficeSettingsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await page(context)
    }

    @Sendable func correct(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (form, head, now) = (context.form, context.person.id, context.now)
        guard let language = Language(rawValue: form["language"]) else { throw BadRequest.encoding }
        let details = Office.Details(
            name: form["name"], phone: form["phone"], email: form["email"], address: form["address"],
            openingHours: form["openingHours"], timeZone: form["timeZone"], language: language)
        return try await portal.change(context, then: Path.officeSettings.saying(.saved)) { db in
            try Office.correct(db, details, by: head, at: now)
        } refused: { errors in
            try await page(context, typed: form, errors: errors)
        }
    }

    /// Takes a colour; without one the office has Skrytka's again.
    @Sendable func chooseAccent(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (typed, head, now) = (context.form["colour"], context.person.id, context.now)
        let colour = Colour(typed)
        guard typed.isEmpty || colour != nil else {
            let error = portal.renderer.text(context.app.language)("errors.colourWrong")
            return try await page(context, colour: typed, colourError: error)
        }
        return try await portal.change(context, then: Path.officeSettings.saying(.saved)) { db in
            try Office.choose(db, accent: colour, by: head, at: now)
        }
    }

    /// Shows what a colour would be like, before it is taken.
    @Sendable func sample(_ request: Request, _ context: HeadContext) async throws -> Response {
        guard let colour = Colour(context.query["colour"]) else { throw NotFound() }
        let text = portal.renderer.text(context.app.language)
        let sample = AccentSample(colour, text)
        return .html(Array(portal.renderer.html(part: sample, "offices/_accent-facts", context.app.language).utf8))
    }

    @Sendable func takeLogo(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (head, now) = (context.person.id, context.now)
        return try await portal.take(
            request, context, limit: LogoImage.limit, then: Path.officeSettings.saying(.saved),
            encoding: { Office.NewLogo(try LogoImage(from: $0)) }
        ) { db, logo in
            try Office.choose(db, logo: logo, by: head, at: now)
        }
    }

    @Sendable func removeLogo(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (head, now) = (context.person.id, context.now)
        return try await portal.change(context, then: Path.officeSettings.saying(.saved)) { db in
            try Office.choose(db, logo: nil, by: head, at: now)
        }
    }

    /// - Parameters:
    ///   - typed: the refused form of the office's facts.
    ///   - mail: the refused form of its mail.
    func page(
        _ context: HeadContext, typed: Form? = nil, mail: Form? = nil, errors: FieldErrors = FieldErrors(),
        colour: String? = nil, colourError: String? = nil
    ) async throws -> Response {
        let status: HTTPResponse.Status? = colourError == nil ? nil : .unprocessableContent
        return try await portal.show(context, status: status) { db in
            (
                saves: try OfficeSaves.fetch(db), staff: try Staff.colleagues(db).count,
                mail: try MailSettings.find(db), test: try MailTest.last(db)
            )
        } page: { found, format in
            OfficeSettingsPage(
                office: OfficeFields(context.office, typed, mail == nil ? errors : FieldErrors(), portal, format.text),
                accent: AccentFields(
                    typed: colour ?? context.office.accent?.hex ?? "", error: colourError, office: context.office,
                    format.text),
                mail: MailFields(
                    .init(
                        settings: found.mail, test: found.test, given: portal.settings.relay,
                        readiness: try portal.mailReadiness(found.mail, context.office)),
                    context.office, mail, mail == nil ? FieldErrors() : errors, context.person.email, format),
                hasLogo: context.office.logo != nil, limit: format.size(Int64(LogoImage.limit)),
                saves: OfficeSettingsPage.Saves(found.saves, format), staffCount: "\(found.staff)",
                preview: OfficePreview(context.person.name, context.staff, format.text),
                undoTimes: Office.undoTimes.map { seconds in
                    Option(
                        code: "\(seconds)",
                        name: seconds == 0
                            ? format.text("offices.undoNever") : format.text.plural("offices.undoSeconds", seconds),
                        isSelected: seconds == context.office.undoSeconds)
                })
        }
    }
}
