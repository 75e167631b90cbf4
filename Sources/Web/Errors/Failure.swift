import HTTPTypes
import Hummingbird
import Models
import NIOHTTP1
import Secrets

/// An error as shown to a person: a status, two texts, and headers.
struct Failure {
    var status: HTTPResponse.Status
    var name: String
    var values: [String: String] = [:]
    var headers: [HTTPField.Name: String] = [:]
    /// The name of the form's field that it is about.
    var field: String?
    /// The text that the person had written, returned.
    var typed: String?
    /// The form that can be sent again.
    var form: KeptForm?

    /// RFC 4918, 11.5: the disk is full.
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")

    var heading: String { "errors.\(name)Heading" }
    var explanation: String { "errors.\(name)" }

    init(_ error: any Error, allowed: [HTTPRequest.Method], method: HTTPRequest.Method) {
        switch error {
        case let error as SignInRequired:
            self.init(.unauthorized, "signedOut")
            keep(error.form)
        case is NotFound: self.init(.notFound, "notFound")
        case let error as BadRequest: self.init(error)
        // A malformed chunked body, or a truncated one.
        case is HTTPParserError: self.init(BadRequest.encoding)
        case is FileTooLarge: self.init(.contentTooLarge, "tooLarge")
        case is PasswordPool.Busy, is PrintingPool.Busy:
            self.init(.serviceUnavailable, "busy")
            headers[.retryAfter] = "5"
        case is DiskFloorReached: self.init(Self.insufficientStorage, "floor")
        case let error as FailedForm:
            self.init(error.cause, allowed: allowed, method: method)
            keep(error.form)
        case _ where StorageFailure(error)?.isOfDisk == true: self.init(Self.insufficientStorage, "storage")
        case is FileLost: self.init(.gone, "lost")
        case is ServerClosing:
            self.init(.serviceUnavailable, "closing")
            headers[.retryAfter] = "10"
        case is FileUnreadable: self.init(.internalServerError, "unreadable")
        case let error as HTTPError: self.init(error.status, allowed, method)
        case is PrintingPool.Failed: self.init(.internalServerError, "printing")
        case is Invalid: self.init(.unprocessableContent, "invalid")
        default: self.init(.internalServerError, "failed")
        }
    }

    private mutating func keep(_ form: Form?) {
        self.form = form.flatMap(KeptForm.init)
        typed = self.form?.typed ?? form?.typed
    }

    private init(_ status: HTTPResponse.Status, _ name: String) {
        self.status = status
        self.name = name
    }

    private init(_ error: BadRequest) {
        switch error {
        case .encoding: self.init(error.status, "encoding")
        case .tooLarge: self.init(error.status, "tooLarge")
        case .fieldTooLong(let field, let typed):
            self.init(error.status, "fieldTooLong")
            (self.field, self.typed) = (field, typed)
        case .tooManyFields(let typed):
            self.init(error.status, "tooManyFields")
            self.typed = typed
        case .forged(let form):
            self.init(error.status, "forged")
            keep(form)
        case .tooSlow: self.init(error.status, "tooSlow")
        case .tooMany(let seconds):
            self.init(error.status, "tooMany")
            values["seconds"] = "\(seconds)"
            headers[.retryAfter] = "\(seconds)"
        }
    }

    /// The framework's own errors. An address that exists for other methods is not "not found".
    private init(_ status: HTTPResponse.Status, _ allowed: [HTTPRequest.Method], _ method: HTTPRequest.Method) {
        switch status {
        case .notFound where !allowed.isEmpty && !allowed.contains(method):
            self.init(.methodNotAllowed, "wrongMethod")
            headers[.allow] = Set(allowed.map(\.rawValue)).sorted().joined(separator: ", ")
        case .notFound: self.init(.notFound, "notFound")
        case .contentTooLarge: self.init(status, "tooLarge")
        default: self.init(status.code < 500 ? status : .internalServerError, status.code < 500 ? "encoding" : "failed")
        }
    }
}
