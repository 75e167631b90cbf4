import Models

extension Office.Details {
    /// The facts of the tests' office, with another name.
    package static func test(name: String, phone: String = "+48 600 100 200", timeZone: String = "Europe/Warsaw")
        -> Self
    {
        Self(
            name: name, phone: phone, email: "anna@biuro.example", address: "", openingHours: "", timeZone: timeZone,
            language: .pl)
    }
}
