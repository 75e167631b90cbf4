import Models

/// The mail of a test, as a page of its own and as text.
struct MailTestPage: Page {
    var template: String { "offices/mail-test" }
    let language: String
    let direction: String
    let subject: String
    let paragraphs: [String]

    init(_ office: String, _ person: String, address: String, _ text: LanguageText) {
        (language, direction) = (text.code, text.direction)
        let values = ["office": office.isolated, "name": person.isolated, "address": address]
        subject = text("mailSettings.letter.subject", values)
        paragraphs = [
            text("mailSettings.letter.hello", values), text("mailSettings.letter.works", values),
            text("mailSettings.letter.address", values),
        ]
    }

    var text: String { paragraphs.joined(separator: "\n\n") + "\n" }
}
