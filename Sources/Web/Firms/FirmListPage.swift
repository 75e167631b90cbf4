/// The office's first page: its list of firms.
struct FirmListPage: OfficePage {
    struct Link: Encodable {
        let label: String
        let href: String
        let isCurrent: Bool
    }

    struct Field: Encodable {
        let field: String
        let value: String
    }

    /// A filter with alternatives.
    struct Menu: Encodable {
        let menu: String
        let label: String
        let chosen: String
        let isChosen: Bool
        let options: [Choice]
        let hasOptions: Bool
    }

    /// One option of a filter: choosing it, or choosing it no more.
    struct Choice: Encodable {
        let choice: String
        let label: String
        let count: String
        let href: String
        let isCurrent: Bool
    }

    /// A filter that is on, and the list without it.
    struct Active: Encodable {
        let label: String
        let value: String
        let href: String
    }

    struct Column: Encodable {
        let key: String
        let label: String
        let href: String
        let sort: String
        let canSort: Bool
    }

    /// The saved filter that the list shows now.
    struct Removal: Encodable {
        let removal: String
        let savedName: String
    }

    var template: String { "firms/index" }
    static let place = MenuPlace.firms
    let total: String
    let q: String
    let tabs: [Link]
    /// The address but for the search, which is typed.
    let kept: [Field]
    let saved: [Link]
    let hasSaved: Bool
    let menus: [Menu]
    let states: [Choice]
    let active: [Active]
    let hasActive: Bool
    let clearHref: String
    let canSave: Bool
    let saveAction = Path.firmFilters.text
    let saveName: String
    let saveError: String?
    let removal: Removal?
    let columns: [Column]
    let tableName: String
    let rows: [FirmListRow]
    let isEmpty: Bool
    let isMany: Bool
    /// Whether fewer match than there are, so that their number is worth saying.
    let isNarrowed: Bool
    let hasNoFirms: Bool
    let matching: String
    let matchingText: String
    /// The filter as "all matching" sends it.
    let query: String
    let selectAll: String
    let previousHref: String?
    let nextHref: String?
    /// Nothing where there is one page.
    let pageText: String?
    let newHref: String?
    let composer: ComposerFields

    func title(_ text: LanguageText) -> String { text("firms.title") }
}

/// The name that was typed for a filter to keep.
struct FilterName: Sendable {
    var value = ""
    var error: String?
}
