import Models

/// A person of the demo's office, by the first part of the address.
enum DemoStaff: String, CaseIterable {
    case anna, marek, ola, dana

    var email: String { "\(rawValue)@biuro.example" }
}

/// A client firm of the demo, as it is written down in `DemoFirms.swift`.
struct DemoFirm {
    struct Client {
        let name: String
        let email: String
        let language: Language
        /// Invited, but never came.
        let isInvitedOnly: Bool
    }

    /// Its internet name: what its people's addresses end with.
    let slug: String
    let name: String
    let form: TaxationForm
    let supervisor: DemoStaff
    let people: [Client]
    let identifier: String
    /// How many days ago it became a client; nothing for those who were there from the first day.
    let since: Int?

    /// Nobody has said yet how a new client settles VAT.
    var vat: VATPeriod? {
        if let since, since < 30 { return nil }
        return switch form {
        case .lumpSum: .quarterly
        case .ledger, .fullBooks: .monthly
        case .card: .exempt
        case .israeli: .bimonthly
        }
    }

    var tags: [String] {
        var tags = form == .fullBooks ? ["kadry"] : []
        if let since, since < 300 { tags.append("nowy klient") }
        return tags
    }

    var country: Country { form == .israeli ? .israel : .poland }
}
