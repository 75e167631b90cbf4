import Dates
import Foundation
import Hummingbird
import Models

/// Frames for the three kinds of pages: open, client, office.
extension Portal {
    /// The frame of a page for visitors; an error page uses it for everyone.
    func openFrame(_ context: AppContext, title: String) async throws -> Frame {
        let office: Office?
        if let identity = context.identity {
            office = identity.office
        } else {
            office = try await database.read { db in try Office.find(db) }
        }
        var frame = frame(context, office: office, title: title)
        frame.languages = Language.allCases.map { language in
            Frame.LanguageLink(
                name: renderer.text(language)("languageName"), code: language.rawValue,
                href: "?language=\(language.rawValue)", isCurrent: language == context.language
            )
        }
        return frame
    }

    /// The frame of a client's page, with the counters of all firms and of each.
    /// - Parameter firm: the firm that the page is about, or nothing for all of them.
    func clientFrame(
        _ context: ClientContext, _ surroundings: Surroundings.Client, title: String, firm: Int64? = nil
    ) -> Frame {
        var frame = frame(context.app, office: context.identity.office, title: title)
        frame.unread = "\(surroundings.unread.total)"
        frame.hasUnread = surroundings.unread.total > 0
        frame.hasSwitcher = surroundings.firms.count > 1
        let query = firm.map(String.init)
        frame.homeHref = Path.home.with(["firm": query])
        frame.conversationsHref = Path.conversations.with(["firm": query])
        frame.filesHref = Path.files.with(["firm": query])
        if surroundings.canWrite(for: firm) { frame.newHref = Path.newConversation.with(["firm": query]) }
        if frame.hasSwitcher {
            frame.switcher = switches(context, surroundings, current: firm)
            frame.switcherName = frame.switcher.first { $0.isCurrent }?.name
        }
        return frame
    }

    /// The frame of an office page.
    func officeFrame(
        _ app: AppContext, _ identity: SignedIn, _ surroundings: Surroundings.Office, title: String
    ) -> Frame {
        var frame = frame(app, office: identity.office, title: title)
        frame.accountHref = Path.officeAccount.text
        frame.homeHref = Path.firms.text
        frame.isHead = identity.staff?.role == .head
        if frame.isHead { addAlarms(to: &frame, format(app)) }
        frame.unread = "\(surroundings.unread)"
        frame.hasUnread = surroundings.unread > 0
        frame.waiting = "\(surroundings.waiting)"
        frame.hasWaiting = surroundings.waiting > 0
        frame.asked = "\(surroundings.asked)"
        frame.hasAsked = surroundings.asked > 0
        return frame
    }

    /// What only the head can see to: she is told on each of her pages until it is over.
    private func addAlarms(to frame: inout Frame, _ format: Format) {
        frame.isDiskLow = files.room.isLow
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
        _ context: ClientContext, _ surroundings: Surroundings.Client, current: Int64?
    ) -> [Frame.Switch] {
        let total = surroundings.unread.total
        let all = Frame.Switch(
            name: renderer.text(context.app.language)("frame.allFirms"), href: Path.conversations.text,
            unread: "\(total)", hasUnread: total > 0, isCurrent: current == nil, firmId: "all"
        )
        return [all]
            + surroundings.firms.map { firm in
                let unread = surroundings.unread.counts[firm.id] ?? 0
                return Frame.Switch(
                    name: firm.name, href: Path.conversations.with(["firm": "\(firm.id)"]), unread: "\(unread)",
                    hasUnread: unread > 0, isCurrent: current == firm.id, firmId: firm.id.code
                )
            }
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
        }
        if let identity = context.identity, identity.session.kind == .full {
            frame.personName = identity.person.name
            frame.personInitials = Format.initials(identity.person.name)
            if identity.staff != nil { frame.accountHref = Path.officeAccount.text }
        }
        return frame
    }
}
