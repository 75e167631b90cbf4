import Models

/// The heading of a firm's card with its tabs, equal on each of the card's pages, which store it as `card`.
struct FirmCard: Encodable {
    /// The pages of the card, in order.
    enum Tab: String, CaseIterable { case messages, files, people, settings }

    struct Link: Encodable {
        let href: String
        let label: String
        let isCurrent: Bool
    }

    let firmName: String
    let identifier: String
    let form: String
    let supervisor: String
    let since: String
    /// `1,2 MB z 5,0 GB`.
    let use: String
    let tags: [String]
    let hasTags: Bool
    let closed: String?
    /// `nil` for a closed firm, which gets no new messages.
    let writeHref: String?
    let viewHref: String
    let tabs: [Link]

    init(_ facts: FirmFacts, on tab: Tab, _ format: Format) {
        let (firm, text) = (facts.firm, format.text)
        firmName = firm.name
        identifier = Format.identifier(firm.country, firm.taxIdentifier)
        form = facts.form.map { text("form.\($0.rawValue)") } ?? "–"
        supervisor = facts.supervisor ?? "–"
        since = format.fullDay(firm.createdAt)
        use = text(
            "firms.usedOf", ["used": format.size(facts.use).isolated, "quota": format.size(format.quota).isolated])
        tags = facts.tags
        hasTags = !facts.tags.isEmpty
        closed = firm.closedAt.map { text("firms.closedOn", ["day": format.fullDay($0)]) }
        writeHref = firm.isClosed ? nil : Path.newFirmConversation(firm.id).text
        viewHref = Path.viewedHome(firm.id).text
        tabs = Tab.allCases.map { each in
            Link(href: each.path(firm.id).text, label: text("firms.tab.\(each.rawValue)"), isCurrent: each == tab)
        }
    }

    /// The title of the page: the tab and the firm, so that the card's pages differ in the browser.
    var title: String { [tabs.first(where: \.isCurrent)?.label, firmName].compactMap(\.self).joined(separator: " · ") }
}

extension FirmCard.Tab {
    func path(_ firm: Int64) -> Path {
        switch self {
        case .messages: .firm(firm)
        case .files: .firmFiles(firm)
        case .people: .firmPeople(firm)
        case .settings: .firmSettings(firm)
        }
    }
}
