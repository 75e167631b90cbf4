import Hummingbird
import Images
import Models

/// What clients see of a person of the office: each changes her own here, and the head everybody's on their pages.
extension AccountController {
    @Sendable func correctPerson(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, context.now)
        let details = Staff.Details(name: form["name"], phone: form["phone"], line: form["line"])
        return try await portal.change(context, then: Path.officeAccount.saying(.saved)) { db in
            try Staff.correct(db, details, of: person, by: person, at: now)
        } refused: { errors in
            try await page(PersonContext(context: context.app), request, faceErrors: errors)
        }
    }

    @Sendable func takePhoto(_ request: Request, _ context: StaffContext) async throws -> Response {
        let person = context.person.id
        return try await portal.takePhoto(request, context, of: person, then: .officeAccount)
    }

    @Sendable func removePhoto(_ request: Request, _ context: StaffContext) async throws -> Response {
        let person = context.person.id
        return try await portal.removePhoto(context, of: person, then: .officeAccount)
    }

    /// Returns `nil` for clients.
    func face(_ context: PersonContext, _ errors: FieldErrors?, _ format: Format) -> FaceFields? {
        guard let staff = context.identity.staff else { return nil }
        let person = context.person
        return FaceFields(
            .init(
                id: person.id, name: person.name, email: person.email, phone: person.phone, line: staff.line,
                photo: staff.photo),
            actions: (.ownDetails, .ownPhoto, .ownPhotoRemoval), rejected: errors.map { (context.form, $0) }, format)
    }
}

extension Portal {
    /// Takes a photo of a person of the office.
    func takePhoto(
        _ request: Request, _ context: some OfficeContext, of person: Int64, then path: Path
    ) async throws -> Response {
        let (author, now) = (context.person.id, context.now)
        return try await take(
            request, context, limit: EncodedImage.photoLimit, then: path.saying(.saved),
            encoding: { NewPicture(try EncodedImage.photo(from: $0)) }
        ) { db, photo in
            try Staff.choose(db, photo: photo, of: person, by: author, at: now)
        }
    }

    func removePhoto(_ context: some OfficeContext, of person: Int64, then path: Path) async throws -> Response {
        let (author, now) = (context.person.id, context.now)
        return try await change(context, then: path.saying(.saved)) { db in
            try Staff.choose(db, photo: nil, of: person, by: author, at: now)
        }
    }
}
