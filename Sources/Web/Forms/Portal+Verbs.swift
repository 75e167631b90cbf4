import Hummingbird
import Models

/// How handlers change something: one verb in one write, then on to a page; or the form again, with what was wrong.
extension Portal {
    /// - Parameters:
    ///   - urgent: whether it goes ahead of what others write.
    ///   - next: the page that the browser goes on to.
    ///   - refused: shows the form again. Without it, nothing that the verb refuses was typed into a form.
    func change<Done: Sendable>(
        _ context: some PortalContext, urgent: Bool = false, then next: String,
        _ verb: @escaping OfficeDatabase.Verb<Done>, refused: ((FieldErrors) async throws -> Response)? = nil
    ) async throws -> Response {
        try await attempt(context) {
            _ = try await database.write(urgent: urgent, verb)
            return .seeOther(next)
        } refused: {
            try await refused?($0)
        }
    }

    /// The same for a verb that makes what the browser goes on to.
    func change(
        _ context: some PortalContext, _ verb: @escaping OfficeDatabase.Verb<Path>,
        refused: ((FieldErrors) async throws -> Response)? = nil
    ) async throws -> Response {
        try await attempt(context) {
            .seeOther(try await database.write(verb).text)
        } refused: {
            try await refused?($0)
        }
    }

    /// Does what a form asks for, which may take more than one verb; or shows the form again.
    func attempt(
        _ context: some PortalContext, _ work: () async throws -> Response,
        refused: (FieldErrors) async throws -> Response?
    ) async throws -> Response {
        do {
            return try await work()
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, renderer.text(context.app.language))
            guard let page = try await refused(errors) else { throw invalid }
            return page
        }
    }
}
