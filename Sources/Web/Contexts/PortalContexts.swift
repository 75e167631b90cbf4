import Dates
import Foundation
import Hummingbird
import Models

/// Anyone, signed in or not.
struct VisitorContext: PortalContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    static let access = Access.open

    init(context: AppContext) {
        coreContext = context.coreContext
        app = context
    }
}

/// Anyone who is signed in fully, of the office or of a client.
struct PersonContext: PortalContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    static let access = Access.person

    init(context: AppContext) throws {
        guard let identity = context.identity, identity.session.kind == .full else {
            throw SignInRequired(form: context.form)
        }
        coreContext = context.coreContext
        app = context
        self.identity = identity
    }

    var person: Person { identity.person }

    /// The firms this person may see on a day.
    func firms(on day: Day) -> FirmScope { identity.staff?.firms(on: day) ?? .member(person.id) }
}

/// A person of a client firm.
struct ClientContext: PortalContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    static let access = Access.client

    init(context: AppContext) throws {
        let signedIn = try PersonContext(context: context)
        guard signedIn.identity.staff == nil else { throw NotFound() }
        coreContext = context.coreContext
        app = context
        identity = signedIn.identity
    }

    var person: Person { identity.person }
    var firms: FirmScope { .member(person.id) }
}

/// A person of the office.
struct StaffContext: PortalContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    let staff: Staff
    static let access = Access.staff

    init(context: AppContext) throws {
        let signedIn = try PersonContext(context: context)
        guard let staff = signedIn.identity.staff else { throw NotFound() }
        coreContext = context.coreContext
        app = context
        identity = signedIn.identity
        self.staff = staff
    }

    var person: Person { identity.person }

    /// The sends this person may look at: the head all of them, the others their own.
    var ownSends: Int64? { staff.role == .head ? nil : person.id }
}

/// The head of the office.
struct HeadContext: PortalContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    let staff: Staff
    static let access = Access.head

    init(context: AppContext) throws {
        let office = try StaffContext(context: context)
        guard office.staff.role == .head else { throw NotFound() }
        coreContext = context.coreContext
        app = context
        identity = office.identity
        staff = office.staff
    }

    var person: Person { identity.person }
}
