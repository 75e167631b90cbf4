import Hummingbird

/// A request that none of the portal's pages makes. Each gets a page that says what to do.
enum BadRequest: Error {
    /// Text that is not UTF-8, or a form that cannot be read.
    case encoding
    /// A body larger than the address allows.
    case tooLarge
    /// The form's token is missing or old, or the request came from another site.
    case forged(Form? = nil)
    /// The body came too slowly.
    case tooSlow
    /// A value that is too long for its field; the field's name, and the text that was written in the form.
    case fieldTooLong(String, typed: String?)
    /// More fields than any form has.
    case tooManyFields(typed: String?)
    /// Too many attempts; the seconds to wait.
    case tooMany(Int)

    var status: HTTPResponse.Status {
        switch self {
        case .encoding: .badRequest
        case .tooLarge, .tooManyFields: .contentTooLarge
        case .fieldTooLong: .unprocessableContent
        case .forged: .forbidden
        case .tooSlow: .requestTimeout
        case .tooMany: .tooManyRequests
        }
    }
}

/// Nobody is signed in, and the address is for those who are.
struct SignInRequired: Error {
    /// The form that came too late, so that it is not lost.
    var form: Form?
}
