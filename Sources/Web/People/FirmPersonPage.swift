import Models

/// One person of a firm, for employees who may invite.
struct FirmPersonPage: OfficePage {
    /// The person's details; absent when the person also belongs to firms of others.
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

/// A right with a checkbox.
struct RightField: Encodable {
    let code: String
    let label: String
    let hint: String
    let isGiven: Bool
}

extension Membership.Rights {
    /// The rights ticked in a form; the former ones if the form has no checkboxes. There is none for notification,
    /// because nothing is sent yet.
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
