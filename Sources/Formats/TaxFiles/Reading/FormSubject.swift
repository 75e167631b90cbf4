/// Collects the person whom a form is about, from the fields of its second party.
struct FormSubject {
    private var fields: [String: String] = [:]
    private var isPerson = false

    mutating func add(_ field: DeclarationField) {
        if fields[field.element] == nil { fields[field.element] = field.text }
        if field.element == "PESEL" || field.path.contains(where: { $0.hasPrefix("OsobaFiz") }) { isPerson = true }
    }

    /// `nil` when there is none, or when it is a firm.
    var taxpayer: Taxpayer? {
        guard isPerson else { return nil }
        let names = ["ImiePierwsze", "Nazwisko"].compactMap { fields[$0] }
        return Taxpayer(
            nip: fields["NIP"].map(Taxpayer.digits), pesel: fields["PESEL"].map(Taxpayer.digits),
            name: names.joined(separator: " "), isPerson: true)
    }
}

extension Structure {
    /// The forms that people file for themselves, whose second party is the spouse.
    private static let ofOneself = ["PIT-28", "PIT-36", "PIT-37", "PIT-38", "PIT-39"]

    /// Whether the form is about its second party, as `PIT-11` is.
    var isAboutSecondParty: Bool { !Self.ofOneself.contains { form.uppercased().hasPrefix($0) } }
}
