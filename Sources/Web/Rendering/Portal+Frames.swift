import Dates
import Foundation
import Hummingbird
import Models

/// Frames for the three kinds of pages: open, client, office.
extension Portal {
    /// The frame of a page for visitors; an error page uses it for everyone.
    func openFrame(_ context: AppContext, title: String) async throws -> Frame {
        var frame = frame(context, office: try await office(of: context), title: title)
        frame.languages = Language.allCases.map { language in
            Frame.LanguageLink(
                name: renderer.text(language)("languageName"), code: language.rawValue,
                href: "?language=\(language.rawValue)", isCurrent: language == context.language
            )
        }
        return frame
    }

    /// The office, whoever asks.
    func office(of context: AppContext) async throws -> Office? {
        if let identity = context.identity { return identity.office }
        return try await database.read { db in try Office.find(db) }
    }

    /// The frame of a client's page, with the counters of all firms and of each.
    func clientFrame(_ page: some ClientPage, _ context: ClientContext, _ counts: HeaderCounts.Client) -> Frame {
        clientFrame(page, context, counts, of: page.menuFirm, .own)
    }

    /// The same for whoever looks at it.
    /// - Parameter firm: the firm that the menu stays with; `nil` for all of the person's.
    func clientFrame(
        _ page: some ClientPage, _ context: some SignedInContext, _ counts: HeaderCounts.Client, of firm: Int64?,
        _ paths: ClientPaths
    ) -> Frame {
        var frame = frame(of: page, context)
        let chosen = firm.map(String.init)
        frame.unread = "\(counts.unread.total)"
        frame.hasUnread = counts.unread.total > 0
        frame.hasSwitcher = counts.firms.count > 1
        frame.homeHref = paths.link(.home, ["firm": chosen])
        frame.conversationsHref = paths.link(.conversations, ["firm": chosen])
        frame.filesHref = paths.link(.files, ["firm": chosen])
        frame.accountHref = paths.link(.account)
        frame.newHref = counts.newHref(for: firm)
        frame.firmName = counts.firms.count == 1 ? counts.firms.first?.name : nil
        if frame.hasSwitcher {
            frame.switcher = switches(context.app, counts, current: firm, paths)
            frame.switcherName = frame.switcher.first { $0.isCurrent }?.name
        }
        return frame
    }

    /// The frame of an office page.
    func officeFrame(_ page: some OfficePage, _ context: some OfficeContext, _ header: OfficeHeader) -> Frame {
        var frame = frame(of: page, context)
        frame.accountHref = Path.officeAccount.text
        frame.homeHref = Path.firms.text
        frame.isHead = context.isHead
        frame.usesKeys = context.staff.usesKeys
        if frame.isHead { addAlarms(to: &frame, format(context.app)) }
        let counts = header.counts
        frame.unread = "\(counts.unread)"
        frame.hasUnread = counts.unread > 0
        frame.toasts = toasts(header.sends, context)
        frame.waiting = "\(counts.waiting)"
        frame.hasWaiting = counts.waiting > 0
        frame.asked = "\(counts.asked)"
        frame.hasAsked = counts.asked > 0
        return frame
    }

    private func frame<P: MenuPage>(of page: P, _ context: some SignedInContext) -> Frame {
        let title = page.title(renderer.text(context.app.language))
        var frame = frame(context.app, office: context.office, title: title)
        frame.place = P.place
        return frame
    }

    /// Warnings that only the head can see to: she is told on each of her pages until it is over.
    private func addAlarms(to frame: inout Frame, _ format: Format) {
        frame.isDiskLow = files.allowance.isLow
        frame.isDamaged = database.condition.damage != nil
        guard let clock, let doubt = clock.doubt else { return }
        let times = [
            "machine": format.numeric(clock.machineTime).isolated, "office": format.numeric(clock.now).isolated,
        ]
        frame.clockAlarm = format.text("alarm.clock.\(doubt.rawValue)", times)
    }

    func format(_ context: AppContext) -> Format {
        Format(
            text: renderer.text(context.language), zone: context.identity?.office.zone ?? .gmt, now: now(),
            contents: contents, quota: settings.uploads.firmQuota
        )
    }

    private func switches(
        _ app: AppContext, _ counts: HeaderCounts.Client, current: Int64?, _ paths: ClientPaths
    ) -> [Frame.Switch] {
        let total = counts.unread.total
        let all = Frame.Switch(
            name: renderer.text(app.language)("frame.allFirms"),
            href: paths.isViewed ? nil : paths.link(.conversations), unread: "\(total)", hasUnread: total > 0,
            isCurrent: current == nil, firmId: "all"
        )
        return [all]
            + counts.firms.map { firm in
                let unread = counts.unread.counts[firm.id] ?? 0
                return Frame.Switch(
                    name: firm.name, href: paths.link(.conversations, of: firm.id), unread: "\(unread)",
                    hasUnread: unread > 0, isCurrent: current == firm.id, firmId: firm.id.code
                )
            }
    }

    /// Gives the frame the office's own colour.
    private func add(_ accent: Colour, to frame: inout Frame) {
        frame.accentHref = Path.accent(of: accent).text
        frame.headColour = Accent.headColour(of: accent)
        frame.manifestHref = Path.manifest(of: accent, renderer.assets).text
    }

    private func frame(_ context: AppContext, office: Office?, title: String) -> Frame {
        let text = renderer.text(context.language)
        var frame = Frame(
            title: title.withoutIsolates, csrf: context.identity?.session.formToken ?? context.visitorToken
        )
        frame.flash = Flash(rawValue: context.query["done"])?.text(text)
        if let office {
            frame.isDemo = office.isDemo
            frame.officeName = office.name
            frame.officePhone = office.phone
            frame.officePhoneHref = office.phone.map(Format.phoneHref)
            frame.officeEmail = office.email
            frame.officeAddress = office.address
            frame.officeHours = office.openingHours
            if let accent = office.accent { add(accent, to: &frame) }
            frame.logo = office.logo.map { .init(logoHref: Path.logo($0).text, isClear: office.isLogoClear) }
            frame.smallLogo = office.smallLogo.map { .init(logoHref: Path.logo($0).text, isClear: office.isLogoClear) }
        }
        if let identity = context.identity, identity.session.kind == .full {
            frame.personName = identity.person.name
            frame.avatar = Avatar(identity.person.name, staff: identity.staff?.personId, photo: identity.staff?.photo)
            if identity.staff != nil { frame.accountHref = Path.officeAccount.text }
        }
        return frame
    }
}

extension Path {
    /// A client's page for one of the firms, or for all of them.
    func of(firm: Int64?) -> String { with(["firm": firm.map(String.init)]) }
}

extension HeaderCounts.Client {
    /// The address of a new message to the office; `nil` if no firm of the person can write.
    func newHref(for firm: Int64?) -> String? {
        canWrite(for: firm) ? Path.newConversation.of(firm: firm) : nil
    }
}
