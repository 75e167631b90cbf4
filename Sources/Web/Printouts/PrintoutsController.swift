import Hummingbird
import Models

/// A printout's bytes, made now if nobody has asked for it before (rule 2, issue 4). One that takes long is made in the
/// background, while a page says how far it is and then opens it (issue 13).
struct PrintoutsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (context.id(), context.query.id("message"))
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let printout = try portal.database.readHere { db in
            try ReachablePrintout.find(db, id, message: message, in: context.firms)
        }
        switch try await outcome(of: printout, request, context) {
        case nil: return .noContent
        case .underway(let percent): return try await answer(request, context, percent)
        case .made where request.isForScript: return try .json(State(isMade: true, percent: 100))
        case .made(let file): return try await take(file, of: printout, with: message, request, context)
        }
    }

    private func take(
        _ file: PrintoutFile, of printout: ReachablePrintout, with message: Int64?, _ request: Request,
        _ context: PersonContext
    ) async throws -> Response {
        let delivery = FileDelivery(
            name: file.name, mediaType: file.mediaType, size: file.size, path: portal.files.readable(file.key),
            for: request)
        let (id, firms) = (context.id(), context.firms)
        return try await delivery.response(
            to: request, while: SessionWatch(portal, context.identity.session, file: printout)
        ) { goesOn in
            try await portal.database.write { db in
                // The right is asked for again: printing may have taken a while.
                try ReachablePrintout.find(db, id, message: message, in: firms)
                    .recordDownload(db, file, by: context.person.id, goesOn: goesOn, on: context.day, at: context.now)
            }
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
            of: printout, for: context.person, office: context.office,
            patience: request.isForScript ? .zero : portal.settings.printingPatience)
    }

    /// What a script that waits is told.
    private struct State: Encodable {
        let isMade: Bool
        let percent: Int?
    }

    private func answer(_ request: Request, _ context: PersonContext, _ percent: Int?) async throws -> Response {
        if request.isForScript { return try .json(State(isMade: false, percent: percent)) }
        let page = PrintingPage(
            fileHref: request.uri.description, homeHref: Path.home.text, percent: percent ?? 0,
            isCounted: percent != nil)
        return try await portal.show(page, context.app, status: .accepted)
    }
}

/// A printout that takes long to be made: how far it is, and the way to it.
struct PrintingPage: TitledPage {
    var template: String { "open/printing" }
    let fileHref: String
    let homeHref: String
    let percent: Int
    let isCounted: Bool

    func title(_ text: LanguageText) -> String { text("open.printing.title") }
}
