import Foundation
import Models

extension FirmCard.Person {
    init(_ member: Membership.Member, _ format: Format) {
        let presence = State(presenceOf: member, format.moment, format.text)
        self.init(
            personName: member.name, phone: member.phone, phoneHref: member.phone.map(Format.phoneHref),
            email: member.email, presence: presence,
            fullPresence: State(presenceOf: member, format.fullMoment, format.text).text)
    }
}

extension State {
    /// When a person last signed in; for one who never did, whether there is a link to do so.
    fileprivate init(presenceOf member: Membership.Member, _ at: (Date) -> String, _ text: LanguageText) {
        if member.disabledAt != nil {
            self.init(text: text("person.disabled"), tone: "bad")
        } else if let moment = member.signedInAt {
            self.init(text: text("firms.strip.signedIn", ["at": at(moment)]), tone: "none")
        } else if let expires = member.linkExpiresAt {
            self.init(text: text("firms.strip.never", ["at": at(expires)]), tone: "wait")
        } else {
            self.init(text: text("firms.strip.neverNoLink"), tone: "bad")
        }
    }
}

extension FirmCard.Open {
    /// The conversations in which the firm waits for the office.
    init(questions facts: FirmFacts, _ format: Format) {
        let count = facts.questions
        self.init(
            openText: count == 0
                ? format.text("firms.strip.noQuestions") : format.text.plural("firms.strip.questions", count),
            openHref: count == 0 ? nil : Path.firm(facts.firm.id).with(["show": ArchiveQuery.Show.unanswered.rawValue]),
            age: facts.waitingSince.map {
                State(
                    text: format.text("firms.stateWaits", ["age": format.age(since: $0)]),
                    tone: format.ageTone(since: $0))
            })
    }

    /// The files that the firm has not downloaded.
    init(files facts: FirmFacts, _ text: LanguageText) {
        let count = facts.untakenFiles
        self.init(
            openText: count == 0 ? text("firms.strip.noFiles") : text.plural("firms.strip.files", count),
            openHref: count == 0 ? nil : Path.firm(facts.firm.id).with(["show": ArchiveQuery.Show.untaken.rawValue]),
            age: nil)
    }
}
