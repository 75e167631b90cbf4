import Hummingbird
import Models

/// Handlers change something with one verb in one write and redirect to a page, or show the form again with its errors.
extension Portal {
    /// - Parameters:
    ///   - urgent: whether the write must succeed on a full disk.
    ///   - next: the page to redirect to.
    ///   - refused: shows the form again. Without it, errors of the verb are not about a form.
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

    /// Does the same for a verb that returns the page to redirect to.
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

    /// Processes a form, which may take more than one verb; or shows the form again.
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
