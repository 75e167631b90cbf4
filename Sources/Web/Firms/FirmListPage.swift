/// The office's first page: the list of firms.
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

    /// A filter with alternative options.
    struct Menu: Encodable {
        let menu: String
        let label: String
        let chosen: String
        let isChosen: Bool
        let options: [Choice]
        let hasOptions: Bool
    }

    /// An option of a filter: the link chooses it, or removes it.
    struct Choice: Encodable {
        let choice: String
        let label: String
        let count: String
        let href: String
        let isCurrent: Bool
    }

    /// An active filter, and the link without it.
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

    /// The saved filter that is shown now.
    struct Removal: Encodable {
        let removal: String
        let savedName: String
    }

    var template: String { "firms/index" }
    static let place = MenuPlace.firms
    let q: String
    let tabs: [Link]
    /// The fields of the address except the search.
    let kept: [Field]
    let saved: [Link]
    let hasSaved: Bool
    let menus: [Menu]
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
    let hasNoFirms: Bool
    let matching: String
    let matchingText: String
    /// The filter that "all matching" sends.
    let query: String
    let previousHref: String?
    let nextHref: String?
    /// `nil` for a single page.
    let pageText: String?
    let newHref: String?
    /// The first steps of a new office, for its head.
    let firstSteps: FirstStepsView?
    let composer: ComposerFields

    func title(_ text: LanguageText) -> String { text("firms.title") }
}

/// The name typed for a saved filter.
struct FilterName: Sendable {
    var value = ""
    var error: String?
}
