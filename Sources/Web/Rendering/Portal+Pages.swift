import Foundation
import Hummingbird
import Models

/// How handlers show a page: they say what to read and what page to make of it.
extension Portal {
    /// Shows an office page. What it is made of and the header's counts come out of one read.
    /// - Parameter status: nothing for the usual one: a form that is answered by a page was refused.
    func show<Found: Sendable, Shown: OfficePage>(
        _ context: some OfficeContext, status: HTTPResponse.Status? = nil,
        reading read: @escaping OfficeDatabase.Verb<Found>, page: (Found, Format) async throws -> Shown
    ) async throws -> Response {
        let (found, header) = try await self.read(context, read)
        return try await show(page(found, format(context.app)), context, header, status: status)
    }

    /// An office page that is made of nothing but what is known already.
    func show(
        _ page: some OfficePage, _ context: some OfficeContext, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let (_, header) = try await read(context) { _ in () }
        return try show(page, context, header, status: status)
    }

    /// Reads the data of an office page, and the header's counts.
    func read<Found: Sendable>(
        _ context: some OfficeContext, _ read: @escaping OfficeDatabase.Verb<Found>
    ) async throws -> (Found, OfficeHeader) {
        let (person, firms) = (context.person.id, context.firms)
        return try await database.read { db in (try read(db), try OfficeHeader.read(db, person, in: firms)) }
    }

    func show(
        _ page: some OfficePage, _ context: some OfficeContext, _ header: OfficeHeader,
        status: HTTPResponse.Status? = nil
    ) throws -> Response {
        try html(page, officeFrame(page, context, header), context.app, status)
    }

    /// Shows a client's page. What it is made of and the header's counts come out of one read.
    func show<Found: Sendable, Shown: ClientPage>(
        _ context: ClientContext,
        reading read: @escaping OfficeDatabase.Next<HeaderCounts.Client, Found>,
        page: (Found, HeaderCounts.Client, Format) async throws -> Shown
    ) async throws -> Response {
        let (found, counts) = try await database.read(counting(for: context, read))
        return try await show(page(found, counts, format(context.app)), context, counts)
    }

    /// The same for a page of what is found by keys, which is read without leaving the thread.
    func showHere<Found: Sendable, Shown: ClientPage>(
        _ context: ClientContext,
        reading read: @escaping OfficeDatabase.Next<HeaderCounts.Client, Found>,
        page: (Found, HeaderCounts.Client, Format) async throws -> Shown
    ) async throws -> Response {
        let (found, counts) = try database.readHere(counting(for: context, read))
        return try await show(page(found, counts, format(context.app)), context, counts)
    }

    /// A client's page that is made of nothing but what is known already.
    func show(
        _ page: some ClientPage, _ context: ClientContext, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let (_, counts) = try await database.read(counting(for: context) { _, _ in () })
        return try show(page, context, counts, status: status)
    }

    /// Shows a page for visitors, or one that belongs to neither menu.
    func show(
        _ page: some TitledPage, _ app: AppContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let frame = try await openFrame(app, title: page.title(renderer.text(app.language)))
        return try html(page, frame, app, status)
    }

    private func show(
        _ page: some ClientPage, _ context: ClientContext, _ counts: HeaderCounts.Client,
        status: HTTPResponse.Status? = nil
    ) throws -> Response {
        try html(page, clientFrame(page, context, counts), context.app, status)
    }

    private func counting<Found>(
        for context: ClientContext, _ read: @escaping OfficeDatabase.Next<HeaderCounts.Client, Found>
    ) -> OfficeDatabase.Verb<(Found, HeaderCounts.Client)> {
        let person = context.person.id
        return { db in
            let counts = try HeaderCounts.client(db, person)
            return (try read(db, counts), counts)
        }
    }

    private func html(
        _ page: some Page, _ frame: Frame, _ app: AppContext, _ status: HTTPResponse.Status?
    ) throws -> Response {
        let usual: HTTPResponse.Status = !app.form.sentTo.isEmpty ? .unprocessableContent : .ok
        return .html(try renderer.html(page, frame, app.language), status: status ?? usual)
    }
}
