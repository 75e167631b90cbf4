import Hummingbird
import Models
import NIOCore
import Secrets

/// What is known of every request: who asks, if anyone, and the form that was posted.
package struct AppContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The network address that the request came from.
    var address: String
    var identity: SignedIn?
    var form = Form()
    var query = Form()
    /// The language of a visitor; a signed-in person's own otherwise.
    var language = Language.pl
    /// What a visitor's forms carry, and the visitor's cookie.
    var visitorToken = ""

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
