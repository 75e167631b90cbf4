import Hummingbird
import Models
import Secrets

extension Portal {
    /// Shows the page with a person's link, at the only time when it can be seen.
    /// - Parameter over: the text above the title: the firm, or the office.
    func linkPage(
        _ context: some OfficeContext, _ link: PersonalLink.Minted, over: String, backHref: String
    ) async throws -> Response {
        try await show(context, status: .ok) { db in
            try Person.find(db, link.personId)
        } page: { person, format in
            let theirs = renderer.text(person.language)
            let address = settings.link(to: .activation(link.token.text))
            let values = ["name": person.name, "office": context.office.name, "link": address]
            return PersonalLinkPage(
                firmName: over, personName: person.name, email: person.email,
                link: address, expires: format.text("person.linkUntil", ["at": format.fullMoment(link.expiresAt)]),
                message: theirs("mail.\(link.purpose.rawValue).body", values),
                messageLanguage: person.language.rawValue, messageDirection: theirs.direction, backHref: backHref
            )
        }
    }
}
