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
struct PersonContext: SignedInContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    let now: Date
    let day: Day
    static let access = Access.person

    init(context: AppContext) throws {
        guard let identity = context.identity, identity.session.kind == .full else {
            throw SignInRequired(form: context.form)
        }
        coreContext = context.coreContext
        app = context
        self.identity = identity
        now = context.clock()
        day = identity.office.today(at: now)
    }

    var firms: FirmScope { identity.staff?.firms(on: day) ?? .member(person.id) }
}

/// A person of a client firm.
struct ClientContext: SignedInContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    let now: Date
    let day: Day
    static let access = Access.client

    init(context: AppContext) throws {
        let signedIn = try PersonContext(context: context)
        guard signedIn.identity.staff == nil else { throw NotFound() }
        (coreContext, app, identity) = (context.coreContext, context, signedIn.identity)
        (now, day) = (signedIn.now, signedIn.day)
    }

    var firms: FirmScope { .member(person.id) }
}

/// A person of the office.
struct StaffContext: OfficeContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    let staff: Staff
    let now: Date
    let day: Day
    static let access = Access.staff

    init(context: AppContext) throws {
        let signedIn = try PersonContext(context: context)
        guard let staff = signedIn.identity.staff else { throw NotFound() }
        (coreContext, app, identity) = (context.coreContext, context, signedIn.identity)
        (now, day, self.staff) = (signedIn.now, signedIn.day, staff)
    }
}

/// The head of the office.
struct HeadContext: OfficeContext, ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let app: AppContext
    let identity: SignedIn
    let staff: Staff
    let now: Date
    let day: Day
    static let access = Access.head

    init(context: AppContext) throws {
        let office = try StaffContext(context: context)
        guard office.isHead else { throw NotFound() }
        (coreContext, app, identity) = (context.coreContext, context, office.identity)
        (now, day, staff) = (office.now, office.day, office.staff)
    }
}
