import Models

/// One person of a firm, for those of the office who let people in.
struct FirmPersonPage: OfficePage {
    /// The person's facts that the office knows; absent where the person belongs to firms of others too.
    struct Details: Encodable {
        let action: String
        let typedName: String
        let nameError: String?
        let phone: String
        let phoneError: String?
        let languageOptions: [Option]
    }

    struct Access: Encodable {
        let action: String
        let firmId: String
        let label: String
        let hint: String
    }

    var template: String { "people/show" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let personName: String
    let email: String
    let state: State
    let linkNote: String?
    let rights: [RightField]
    let rightsAction: String
    let details: Details?
    let linkAction: String?
    let linkText: String
    let revokeAction: String?
    let endAction: String
    let access: Access?
    let backHref: String

    func title(_ text: LanguageText) -> String { personName }
}

/// A right as a box to tick.
struct RightField: Encodable {
    let code: String
    let label: String
    let hint: String
    let isGiven: Bool
}

extension Membership.Rights {
    /// The rights that a form ticks; those of before where the form has no boxes. None has one for being notified: nothing
    /// is sent yet.
    init(_ form: Form, before: Self = Self()) {
        self = before
        guard form.has("rights") else { return }
        let given = Set(form.all("right"))
        canRead = given.contains("read")
        canApprove = given.contains("approve")
        canPayroll = given.contains("payroll")
    }

    func fields(_ text: LanguageText) -> [RightField] {
        [("read", canRead), ("approve", canApprove), ("payroll", canPayroll)].map {
            RightField(code: $0, label: text("right.\($0)"), hint: text("right.hint.\($0)"), isGiven: $1)
        }
    }
}
