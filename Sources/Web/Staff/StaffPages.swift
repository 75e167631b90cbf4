import Models

/// The employees of the office, and the deputyships.
struct StaffPage: OfficePage {
    struct Member: Encodable {
        let href: String
        let name: String
        let email: String
        let role: String
        let firms: String
        let state: State
        let linkNote: String?
    }

    /// The links to the other pages of one of the two lists.
    struct Paging: Encodable {
        let nextHref: String?
        let previousHref: String?
        let pageText: String?

        /// - Parameters:
        ///   - ids: the ids found, one more than a page when there are more.
        ///   - field: the field of the address with the beginning of the page.
        init(_ ids: [Int64], _ size: Int, as field: String, isFirst: Bool) {
            nextHref = ids.count > size ? Path.staff.with([field: "\(ids[size - 1])"]) : nil
            previousHref = isFirst ? nil : Path.staff.text
            pageText = nil
        }
    }

    var template: String { "staff/index" }
    static let place = MenuPlace.staff
    let rows: [Member]
    let staffPaging: Paging
    let deputies: [DeputyRow]
    let deputyPaging: Paging
    let hasDeputies: Bool
    let action = Path.staff.text
    let personName: String
    let nameError: String?
    let email: String
    let emailError: String?
    let phone: String
    let phoneError: String?
    let roleOptions: [Option]
    let languageOptions: [Option]

    func title(_ text: LanguageText) -> String { text("staff.title") }
}

/// A deputyship, from a day until a day.
struct DeputyRow: Encodable {
    let text: String
    let days: String
    let isNow: Bool
    let endAction: String
}

/// One employee: role, access, firms, deputies.
struct StaffMemberPage: OfficePage {
    struct FirmRow: Encodable {
        let id: String
        let firmName: String
        let note: String
    }

    struct Segment: Encodable {
        let label: String
        let href: String
        let isCurrent: Bool
    }

    var template: String { "staff/show" }
    static let place = MenuPlace.staff
    let personName: String
    let email: String
    let phone: String?
    let role: String
    let state: State
    let linkNote: String?
    let problem: String?
    let segments: [Segment]
    let q: String
    let searchAction: String
    let shown: String
    let rows: [FirmRow]
    let isEmpty: Bool
    let emptyText: String
    let matchingText: String
    let assignAction: String?
    let endAction: String?
    let dutyOptions: [Option]
    let nextHref: String?
    let previousHref: String?
    let pageText: String
    let face: FaceFields
    let roleOptions: [Option]
    let roleAction: String
    let deputies: [DeputyRow]
    let deputy: DeputyFields
    let linkAction: String?
    let linkText: String
    let accessAction: String
    let accessLabel: String
    let accessHint: String
    let backHref = Path.staff.text

    func title(_ text: LanguageText) -> String { personName }
}

/// The form of a deputyship: the deputy, and the days.
struct DeputyFields: Encodable {
    let checkAction: String
    let deputyOptions: [Option]
    let deputyError: String?
    let from: String
    let fromError: String?
    let until: String
    let untilError: String?
}

/// The confirmation page of a deputyship.
struct DeputyPage: OfficePage {
    struct Plan: Encodable {
        let text: String
        /// Other deputies on some of these days.
        let others: [String]
        let action: String
        let deputyId: String
        let fromDay: String
        let untilDay: String
    }

    var template: String { "staff/deputy" }
    static let place = MenuPlace.staff
    let personName: String
    let deputy: DeputyFields
    let plan: Plan?
    let backHref: String

    func title(_ text: LanguageText) -> String { text("staff.deputyTitle") }
}
