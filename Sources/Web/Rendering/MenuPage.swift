/// The place of a page in the menu of the office or of clients. Templates see a flag for each: `isFirms`.
enum MenuPlace: String, CaseIterable, Sendable {
    // The office's.
    case firms, questions, broadcasts, imports, staff, outbox, audit, settings
    // The clients'.
    case home, conversations, files
    // Both have them. The page of results has a field of its own.
    case account, search
    /// A page that no place of the menu leads to.
    case elsewhere

    var flag: String { "is\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())" }
}

extension MenuPlace: Encodable {
    /// As a struct of flags: `frame.place.isFirms`.
    func encode(to encoder: any Encoder) throws {
        var flags = encoder.container(keyedBy: Flag.self)
        for (place, flag) in Self.flags { try flags.encode(place == self, forKey: flag) }
    }

    private static let flags = allCases.map { ($0, Flag(stringValue: $0.flag)) }

    private struct Flag: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// A page in a frame, which takes its title from it.
protocol TitledPage: Page {
    func title(_ text: LanguageText) -> String
}

/// A page below a menu: it says its title and its place there.
protocol MenuPage: TitledPage {
    static var place: MenuPlace { get }
}

/// A page that people of the office open.
protocol OfficePage: MenuPage {}

/// A page that clients open.
protocol ClientPage: MenuPage {
    /// The firm that the menu stays with, or nothing for all of them.
    var menuFirm: Int64? { get }
}

extension ClientPage {
    var menuFirm: Int64? { nil }
}
