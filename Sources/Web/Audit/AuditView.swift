import Dates
import Models

/// Entries of the journal in words, on the page and in a spreadsheet.
struct AuditView: Sendable {
    let asked: AuditQuery
    let format: Format

    private var text: LanguageText { format.text }

    func page(_ page: AuditLog.Page, _ choices: AuditLog.Choices, after: Int64?) -> AuditPage {
        AuditPage(
            q: asked.text, from: asked.from?.text ?? "", until: asked.until?.text ?? "",
            actions: AuditEvent.Action.allCases.map {
                Option(code: $0.rawValue, name: sentence($0.rawValue), isSelected: $0 == asked.action)
            }.sorted { $0.name < $1.name },
            people: choices.people.map { Option(code: $0.id.code, name: $0.name, isSelected: $0.id == asked.person) },
            firmId: asked.firm.map(\.code),
            firmName: asked.firm == nil ? nil : choices.firmName ?? text("frame.none"),
            withoutFirmHref: asked.href(.audit, withFirm: false), chain: chain(choices.check),
            exportHref: asked.href(.auditExport), clearHref: asked.isFiltered ? Path.audit.text : nil,
            rows: page.entries.map { row($0, page.subjects[$0.id]) }, isEmpty: page.entries.isEmpty,
            olderHref: page.hasOlder ? asked.href(.audit, after: page.entries.last?.id) : nil,
            newerHref: after == nil ? nil : asked.href(.audit)
        )
    }

    private func row(_ entry: AuditLog.Entry, _ subject: AuditSubject?) -> AuditPage.Entry {
        AuditPage.Entry(
            number: "\(entry.id)", at: format.fullMoment(entry.at), who: entry.personName ?? text("audit.nobody"),
            whoHref: entry.personId.map { asked.href(.audit, person: $0) }, sentence: sentence(entry.action),
            about: about(entry, subject), aboutHref: subject?.place.map(href), firm: entry.firmName,
            firmHref: entry.firmId.map { Path.firm($0).text } ?? ""
        )
    }

    /// Returns the name of an entry's subject, or its most important fact.
    private func about(_ entry: AuditLog.Entry, _ subject: AuditSubject?) -> String? {
        let about = subject?.name ?? entry.fact("subject") ?? entry.fact("name") ?? entry.fact("address")
        // For a sum, the most important fact is the count.
        guard entry.action == AuditEvent.Action.signInFailed.rawValue, let count = entry.fact("count") else {
            return about
        }
        return [count, about].compactMap { $0 }.joined(separator: " · ")
    }

    private func href(_ place: AuditSubject.Place) -> String {
        switch place {
        case .conversation(let id): Path.officeConversation(id).text
        case .broadcast(let id): Path.broadcast(id).text
        }
    }

    private func sentence(_ action: String) -> String { text("audit.actions.\(action)") }

    private func chain(_ check: AuditLog.Entry?) -> State {
        guard let check else { return State(text: text("audit.neverChecked"), tone: "none") }
        let values = [
            "at": format.moment(check.at), "count": check.fact("count") ?? "", "row": check.fact("broken") ?? "",
        ]
        return check.fact("broken") == nil
            ? State(text: text("audit.intact", values), tone: "good")
            : State(text: text("audit.broken", values), tone: "bad")
    }
}

extension AuditView {
    var fileName: String { text("audit.file") }

    var heading: [String] {
        [
            text("audit.number"), text("audit.at"), text("audit.who"), text("audit.what"), text("audit.about"),
            text("audit.firm"), text("audit.facts"),
        ]
    }

    func cells(_ entry: AuditLog.Entry, _ subject: AuditSubject?) -> [String] {
        [
            "\(entry.id)", format.iso(entry.at), entry.personName ?? "", sentence(entry.action),
            about(entry, subject) ?? "", entry.firmName ?? "", entry.detail,
        ]
    }
}
