import Hummingbird
import Models

extension Portal {
    /// Shows a client's page as a person of the firm in the address sees it: the one that the address names, or the
    /// firm's first. Where the firm has none, the page says so.
    func showViewed<Found: Sendable, Shown: ClientPage>(
        _ context: StaffContext,
        reading: (ClientScreen, Format) -> OfficeDatabase.Next<HeaderCounts.Client, Found>,
        page: (Found, HeaderCounts.Client, ClientScreen, Format) -> Shown
    ) async throws -> Response {
        let (id, chosen, firms) = (context.id(), context.query.id("person"), context.firms)
        let view = try await database.read { db in try ClientView.find(db, id, as: chosen, in: firms) }
        let format = format(context.app)
        guard let person = view.person else { return try await showNobody(view, context, format) }
        let screen = ClientScreen(viewing: person, of: view.firm.id, context)
        let read = reading(screen, format)
        let (found, counts, isWhole) = try await database.read { db in
            let (counts, isWhole) = try view.counts(db, in: firms)
            return (try read(db, counts), counts, isWhole)
        }
        let banner = ClientViewBanner(view, isPart: !isWhole, format.text)
        let shown = page(found, counts, screen, format)
        return .html(
            try renderer.html(shown, viewedFrame(shown, screen, context, counts, banner), context.app.language),
            status: .ok)
    }

    private func showNobody(_ view: ClientView, _ context: StaffContext, _ format: Format) async throws -> Response {
        let page = ViewedNobodyPage(firmName: view.firm.name)
        let (_, counts) = try await read(context) { _ in () }
        var frame = officeFrame(page, context, counts)
        frame.viewing = ClientViewBanner(view, isPart: false, format.text)
        return .html(try renderer.html(page, frame, context.app.language), status: .ok)
    }

    /// The frame of the client's page, whose links stay in the view.
    private func viewedFrame(
        _ page: some ClientPage, _ screen: ClientScreen, _ context: StaffContext, _ counts: HeaderCounts.Client,
        _ banner: ClientViewBanner
    ) -> Frame {
        var frame = clientFrame(page, context, counts, of: screen.firm, screen.paths)
        frame.title = "\(frame.title) · \(renderer.text(context.app.language)("firms.viewAs"))"
        frame.personName = screen.person.name
        frame.avatar = Avatar(screen.person.name)
        frame.isViewed = true
        frame.viewing = banner
        return frame
    }
}
