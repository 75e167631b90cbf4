import Hummingbird
import Models

/// A printout's bytes, made now if nobody has asked for it before (rule 2, issue 4). One that takes long is made in the
/// background, while a page says how far it is and then opens it (issue 13).
struct PrintoutsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (context.id(), context.query.id("message"))
        let scope = context.firms(on: context.identity.office.today(at: portal.now()))
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let printout = try portal.database.readHere { db in
            try ReachablePrintout.find(db, id, message: message, in: scope)
        }
        switch try await outcome(of: printout, request, context) {
        case nil: return .noContent
        case .underway(let percent): return try await answer(request, context, percent)
        case .made where request.isForScript: return try .json(State(isMade: true, percent: 100))
        case .made(let file):
            return try await portal.download(MadePrintout(printout, file), for: request, to: context.identity)
        }
    }

    /// - Returns: nothing for a look at the headers of one that was not made: looking makes nothing.
    private func outcome(
        of printout: ReachablePrintout, _ request: Request, _ context: PersonContext
    ) async throws -> PrintingPool.Outcome? {
        guard request.method != .head else {
            let made = try portal.database.readHere { db in
                try PrintoutFile.find(db, of: printout.id, in: context.person.language)
            }
            return made.map { .made($0) }
        }
        return try await portal.file(
            of: printout, for: context.person, office: context.identity.office,
            patience: request.isForScript ? .zero : portal.settings.printingPatience)
    }

    /// What a script that waits is told.
    private struct State: Encodable {
        let isMade: Bool
        let percent: Int?
    }

    private func answer(_ request: Request, _ context: PersonContext, _ percent: Int?) async throws -> Response {
        if request.isForScript { return try .json(State(isMade: false, percent: percent)) }
        let title = portal.renderer.text(context.app.language)("open.printing.title")
        let frame = try await portal.openFrame(context.app, title: title)
        let page = PrintingPage(
            fileHref: request.uri.description, homeHref: Path.home.text, percent: percent ?? 0,
            isCounted: percent != nil)
        return .html(try portal.renderer.html(page, frame, context.app.language), status: .accepted)
    }
}

/// A printout that takes long to be made: how far it is, and the way to it.
struct PrintingPage: Page {
    var template: String { "open/printing" }
    let fileHref: String
    let homeHref: String
    let percent: Int
    let isCounted: Bool
}
