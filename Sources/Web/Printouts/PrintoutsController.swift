import Hummingbird
import Models

/// A printout's bytes, made now if nobody has asked for it before (rule 2, issue 4).
struct PrintoutsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (context.id(), context.query.id("message"))
        let now = portal.now()
        let day = context.identity.office.today(at: now)
        let (scope, person) = (context.firms(on: day), context.person.id)
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let printout = try portal.database.readHere { db in
            try ReachablePrintout.find(db, id, message: message, in: scope)
        }
        guard let file = try await file(of: printout, request, context) else { return .noContent }
        let delivery = FileDelivery(
            name: file.name, mediaType: file.mediaType, size: file.size, path: portal.files.readable(file.key),
            for: request)
        return try await delivery.response(
            to: request, while: SessionWatch(portal, context.identity.session, file: printout)
        ) { goesOn in
            try await portal.database.write { db in
                // The right is asked for again: printing may have taken a while.
                try ReachablePrintout.find(db, id, message: message, in: scope)
                    .recordDownload(db, file, by: person, goesOn: goesOn, on: day, at: now)
            }
        }
    }

    /// - Returns: nothing for a look at the headers of one that was not made: looking makes nothing.
    private func file(
        of printout: ReachablePrintout, _ request: Request, _ context: PersonContext
    ) async throws -> PrintoutFile? {
        guard request.method != .head else {
            return try portal.database.readHere { db in
                try PrintoutFile.find(db, of: printout.id, in: context.person.language)
            }
        }
        return try await portal.file(of: printout, for: context.person, office: context.identity.office)
    }
}
