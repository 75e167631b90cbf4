/// Says once, on the page that follows, what has just been done: `?done=saved`. A fixed set, so that a
/// link of somebody else's cannot put words on our pages.
enum Flash: String {
    case saved, passwordChanged, sessionEnded, sessionsEnded, browserForgotten, memberAdded, accessAsked, notAdmitted,
        reminded, templateSaved, templateRemoved, sentUnchecked,
        answered, settled
    case matchedLater, draftRemoved, sendUndone, undoneTooLate, withdrawn, withdrawnTooLate

    func text(_ text: LanguageText) -> String {
        switch self {
        case .saved: text("flash.saved")
        case .passwordChanged: text("flash.passwordChanged")
        case .sessionEnded: text("flash.sessionEnded")
        case .sessionsEnded: text("flash.sessionsEnded")
        case .browserForgotten: text("flash.browserForgotten")
        case .accessAsked: text("flash.accessAsked")
        case .notAdmitted: text("flash.notAdmitted")
        case .memberAdded: text("flash.memberAdded")
        case .reminded: text("flash.reminded")
        case .templateSaved: text("flash.templateSaved")
        case .templateRemoved: text("flash.templateRemoved")
        case .sentUnchecked: text("flash.sentUnchecked")
        case .answered: text("flash.answered")
        case .settled: text("flash.settled")
        case .draftRemoved: text("flash.draftRemoved")
        case .sendUndone: text("flash.sendUndone")
        case .undoneTooLate: text("flash.undoneTooLate")
        case .withdrawn: text("flash.withdrawn")
        case .withdrawnTooLate: text("flash.withdrawnTooLate")
        case .matchedLater: text("flash.matchedLater")
        }
    }
}

extension Path {
    func saying(_ flash: Flash) -> String { with(["done": flash.rawValue]) }
}
