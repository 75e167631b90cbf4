import Foundation
import Models

/// The head of a firm's card: its tabs, its facts, and one strip with its people and what is open. It is equal on each
/// of the card's pages, which store it as `card`.
struct FirmCard: Encodable {
    /// The pages of the card, in order.
    enum Tab: String, CaseIterable { case messages, files, people, settings }

    struct Link: Encodable {
        let href: String
        let label: String
        let isCurrent: Bool
    }

    /// How to reach a person, and when the person was last here.
    struct Person: Encodable {
        let personName: String
        let phone: String?
        let phoneHref: String?
        let email: String
        let presence: State
        /// The same with the year.
        let fullPresence: String
    }

    /// What waits for one of the sides, with the link to it; there is none where nothing does.
    struct Open: Encodable {
        let openText: String
        let openHref: String?
        let age: State?
    }

    let firmName: String
    let identifier: String
    let form: String
    let supervisor: String?
    /// The supervisor's.
    let avatar: Avatar?
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
    let people: [Person]
    /// The link to the people: that there are more than here, or none at all.
    let morePeople: String?
    let isWithoutPeople: Bool
    let peopleHref: String
    let questions: Open
    let untaken: Open

    /// A firm has one to three people; where it has many, the tab lists them.
    private static let mostPeople = 6

    init(_ facts: FirmFacts, on tab: Tab, _ format: Format) {
        let (firm, text) = (facts.firm, format.text)
        firmName = firm.name
        identifier = Format.identifier(firm.country, firm.taxIdentifier)
        form = facts.form.map { text("form.\($0.rawValue)") } ?? "–"
        supervisor = facts.supervisor
        avatar = facts.supervisor.map { Avatar($0, staff: facts.supervisorId) }
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
        people = facts.members.prefix(Self.mostPeople).map { Person($0, format) }
        let others = facts.members.count - people.count
        morePeople = others > 0 ? text.plural("firms.strip.morePeople", others) : nil
        isWithoutPeople = facts.members.isEmpty
        peopleHref = Path.firmPeople(firm.id).text
        questions = Open(questions: facts, format)
        untaken = Open(files: facts, format.text)
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
