import Hummingbird

/// Finds the answer to a stream's request in a task of its own. A task keeps the memory that it once
/// needed on its way through the router until it ends, and that of a connection with a stream ends hours
/// later: 5,000 of them would keep 150 MB.
struct StreamResponder<Inner: HTTPResponder>: HTTPResponder where Inner.Context: Sendable {
    let inner: Inner

    func respond(to request: Request, context: Inner.Context) async throws -> Response {
        guard request.uri.path == Path.events.text else {
            return try await inner.respond(to: request, context: context)
        }
        let task = Task { try await inner.respond(to: request, context: context) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
