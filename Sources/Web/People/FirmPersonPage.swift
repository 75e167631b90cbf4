import Models

/// One person of a firm, for those of the office who let people in.
struct FirmPersonPage: Page {
    /// What the office knows of the person; absent where the person belongs to firms of others too.
    struct Details: Sendable {
        let action: String
        let typedName: String
        let nameError: String?
        let phone: String
        let phoneError: String?
        let languageOptions: [Option]
        let channelOptions: [Option]
    }

    struct Access: Sendable {
        let action: String
        let firmId: String
        let label: String
        let hint: String
    }

    var template: String { "people/show" }
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
}

/// A right as a box to tick.
struct RightField: Sendable {
    let code: String
    let label: String
    let hint: String
    let isGiven: Bool
}

extension Membership.Rights {
    /// The rights that a form ticks; those of everybody new where the form has no boxes.
    init(_ form: Form) {
        self.init()
        guard form.has("rights") else { return }
        let given = Set(form.all("right"))
        canRead = given.contains("read")
        canApprove = given.contains("approve")
        canPayroll = given.contains("payroll")
        isNotified = given.contains("notified")
    }

    func fields(_ text: LanguageText) -> [RightField] {
        [("read", canRead), ("approve", canApprove), ("payroll", canPayroll), ("notified", isNotified)].map {
            RightField(code: $0, label: text("right.\($0)"), hint: text("right.hint.\($0)"), isGiven: $1)
        }
    }
}

extension Person.Channel {
    static func options(_ chosen: String, _ text: LanguageText) -> [Option] {
        allCases.map {
            Option(code: $0.rawValue, name: text("channel.\($0.rawValue)"), isSelected: $0.rawValue == chosen)
        }
    }
}
