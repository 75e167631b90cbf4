import Dates
import Foundation
import Hummingbird
import Models
import NIOCore
import Secrets

/// The context of every request: its sender, if signed in, and the posted form.
package struct AppContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The network address that the request came from.
    var address: String
    var identity: SignedIn?
    var form = Form()
    var query = Form()
    /// The language of a visitor; a signed-in person's own otherwise.
    var language = Language.pl
    /// The token in a visitor's forms and cookie.
    var visitorToken = ""
    /// The office's clock, which handlers' contexts read when the whole request has arrived.
    var clock: @Sendable () -> Date = { .distantPast }

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "-"
    }
}

/// A context that a handler can require: each admits only the people in its name.
protocol PortalContext: RequestContext {
    var app: AppContext { get }
    static var access: Access { get }
}

/// The context of a signed-in person, with the time of the request, the office's day, and the firms that the person may
/// see.
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

/// The context of an employee of the office.
protocol OfficeContext: SignedInContext {
    var staff: Staff { get }
}

extension OfficeContext {
    var firms: FirmScope { staff.firms(on: day) }
    var isHead: Bool { staff.role == .head }
    /// The sends that this person may see: all for the head, their own for others.
    var ownSends: Int64? { isHead ? nil : person.id }
}

/// The people who may use an address.
package enum Access: String, Sendable {
    case open, person, client, staff, head
}

extension PortalContext {
    var form: Form { app.form }
    var query: Form { app.query }

    /// The number of the row in a part of the address. A malformed code is looked up too, as a number that no row has:
    /// that takes as long as another person's row, with the same result.
    func id(_ name: String = "id") -> Int64 {
        parameters.get(name).flatMap { AddressCodes.current?.number($0) } ?? 0
    }
}
