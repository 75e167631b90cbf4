/// One option of a filter of the firm list.
package enum FirmOption: Hashable, Sendable {
    /// A state of a firm.
    package enum State: String, CaseIterable, Sendable {
        /// Nobody of the firm has read a message of the office.
        case unread
        /// The client waits for an answer.
        case waiting
        /// Somebody has access, and nobody has ever signed in.
        case inactive
        /// Nobody has access, so no e-mail can reach the firm.
        case unreachable
    }

    /// The supervisor; `nil` for none.
    case supervisor(Int64?)
    case form(TaxationForm)
    /// The VAT period; `nil` for unknown.
    case vat(VATPeriod?)
    /// A tag by its key.
    case tag(String)
    case state(State)

    /// Options of one kind are alternatives; each state is a kind of its own.
    package enum Kind: Hashable, Sendable { case supervisor, form, vat, tag, state(State) }

    package var kind: Kind {
        switch self {
        case .supervisor: .supervisor
        case .form: .form
        case .vat: .vat
        case .tag: .tag
        case .state(let state): .state(state)
        }
    }

    /// The names of the fields in an address, in order.
    package static let names = ["supervisor", "form", "vat", "tag", "state"]

    private static let nothing = "none"

    /// Reads the option of an address: `form=ledger`. Fails for an unknown option.
    package init?(_ name: String, _ value: String) {
        switch name {
        case "supervisor" where value == Self.nothing: self = .supervisor(nil)
        case "supervisor": if let id = Int64(value) { self = .supervisor(id) } else { return nil }
        case "form": if let form = TaxationForm(rawValue: value) { self = .form(form) } else { return nil }
        case "vat" where value == Self.nothing: self = .vat(nil)
        case "vat": if let period = VATPeriod(rawValue: value) { self = .vat(period) } else { return nil }
        case "tag" where !value.isEmpty && value.unicodeScalars.count <= FirmTags.lengthLimit * 2: self = .tag(value)
        case "state": if let state = State(rawValue: value) { self = .state(state) } else { return nil }
        default: return nil
        }
    }

    package var field: (name: String, value: String) {
        switch self {
        case .supervisor(let id): ("supervisor", id.map(String.init) ?? Self.nothing)
        case .form(let form): ("form", form.rawValue)
        case .vat(let period): ("vat", period?.rawValue ?? Self.nothing)
        case .tag(let key): ("tag", key)
        case .state(let state): ("state", state.rawValue)
        }
    }
}
