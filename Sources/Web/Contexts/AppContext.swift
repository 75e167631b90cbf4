import Dates
import Foundation
import Hummingbird
import Models
import NIOCore
import Secrets

/// The context of every request: who asks, if anyone, and the form that was posted.
package struct AppContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The network address that the request came from.
    var address: String
    var identity: SignedIn?
    var form = Form()
    var query = Form()
    /// The language of a visitor; a signed-in person's own otherwise.
    var language = Language.pl
    /// The token that a visitor's forms and cookie carry.
    var visitorToken = ""
    /// The office's clock, which handlers' contexts look at when the whole request is there.
    var clock: @Sendable () -> Date = { .distantPast }

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "-"
    }
}

/// A context that a handler can ask for: each lets in those whom its name says.
protocol PortalContext: RequestContext {
    var app: AppContext { get }
    static var access: Access { get }
}

/// Of somebody who is signed in. It knows the moment of the request, the office's day, and the firms that the person
/// may see.
protocol SignedInContext: PortalContext {
    var identity: SignedIn { get }
    var now: Date { get }
    var day: Day { get }
    var firms: FirmScope { get }
}

extension SignedInContext {
    var person: Person { identity.person }
    var office: Office { identity.office }
}

/// Of a person of the office.
protocol OfficeContext: SignedInContext {
    var staff: Staff { get }
}

extension OfficeContext {
    var firms: FirmScope { staff.firms(on: day) }
    var isHead: Bool { staff.role == .head }
    /// The sends this person may look at: the head all of them, the others their own.
    var ownSends: Int64? { isHead ? nil : person.id }
}

/// Who may use an address.
package enum Access: String, Sendable {
    case open, person, client, staff, head
}

extension PortalContext {
    var form: Form { app.form }
    var query: Form { app.query }

    /// The number of the row that a part of an address stands for. What is no code is looked for too, as a number that
    /// no row has: it takes as long as a row of somebody else's, and is as little there.
    func id(_ name: String = "id") -> Int64 {
        parameters.get(name).flatMap { AddressCodes.current?.number($0) } ?? 0
    }
}
