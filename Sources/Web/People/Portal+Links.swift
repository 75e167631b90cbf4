import Hummingbird
import Models
import Secrets

extension Portal {
    /// The page that shows a person's link, at the only time when it can be seen.
    /// - Parameter over: whose link it is, above the title: the firm, or the office.
    func linkPage(
        _ app: AppContext, _ identity: SignedIn, _ link: PersonalLink.Minted, over: String, backHref: String
    ) async throws -> Response {
        let day = identity.office.today(at: now())
        let (reader, scope) = (identity.person.id, identity.staff?.firms(on: day) ?? .member(identity.person.id))
        let (person, surroundings) = try await database.read { db in
            (try Person.find(db, link.personId), try Surroundings.office(db, reader, in: scope))
        }
        let (format, theirs) = (format(app), renderer.text(person.language))
        let address = settings.link(to: .activation(link.token.text))
        let values = ["name": person.name, "office": identity.office.name, "link": address]
        let page = PersonalLinkPage(
            firmName: over, personName: person.name, email: person.email,
            link: address, expires: format.text("person.linkUntil", ["at": format.fullMoment(link.expiresAt)]),
            message: theirs("mail.\(link.purpose.rawValue).body", values), messageLanguage: person.language.rawValue,
            messageDirection: theirs.direction, backHref: backHref
        )
        let frame = officeFrame(app, identity, surroundings, title: format.text("link.title"))
        return .html(try renderer.html(page, frame, app.language))
    }
}
