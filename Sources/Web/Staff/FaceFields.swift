import Images
import Models

/// The form of what clients see of a person of the office, and of the photo.
struct FaceFields: Encodable {
    let avatar: Avatar
    let hasPhoto: Bool
    let name: String
    let nameError: String?
    let phone: String
    let phoneError: String?
    let line: String
    let lineError: String?
    let detailsAction: String
    let photoAction: String
    let photoRemoval: String
    /// The most bytes of a photo.
    let limit: String

    /// - Parameter rejected: the refused form, with its errors.
    init(
        _ person: Staff.Contact, actions: (details: Path, photo: Path, removal: Path),
        rejected: (form: Form, errors: FieldErrors)?, _ format: Format
    ) {
        let value = { (name: String, stored: String?) in rejected?.form[name] ?? stored ?? "" }
        avatar = Avatar(person.name, staff: person.id, photo: person.photo)
        hasPhoto = person.photo != nil
        (name, phone, line) = (value("name", person.name), value("phone", person.phone), value("line", person.line))
        nameError = rejected?.errors["name"]
        phoneError = rejected?.errors["phone"]
        lineError = rejected?.errors["line"]
        (detailsAction, photoAction, photoRemoval) = (actions.details.text, actions.photo.text, actions.removal.text)
        limit = format.size(Int64(EncodedImage.photoLimit))
    }
}
