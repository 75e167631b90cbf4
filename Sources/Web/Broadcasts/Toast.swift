import Foundation
import Models

/// What became of a send to many firms, at the foot of each page of its sender: it waits and can be undone, it went, or
/// it failed.
struct Toast: Encodable {
    let toastText: String
    let toastSubject: String
    /// For how many seconds it can still be undone, with the words for it.
    var secondsLeft: String?
    var leftText = ""
    /// The draft to undo.
    var undoDraft: String?
    /// The report, or what of it there is before it goes.
    let reportHref: String
    let isFailed: Bool
    let isGone: Bool
}

extension Portal {
    /// For how many seconds a page tells that a send went.
    private static let goneSeconds: TimeInterval = 12

    func toasts(_ sends: PlannedSend.Shown, _ context: some OfficeContext) -> [Toast] {
        let (format, now) = (format(context.app), now())
        var toasts = sends.planned.map { Toast($0, format.text, at: now) }
        if context.office.undoSeconds > 0, let last = sends.last,
            (0..<Self.goneSeconds).contains(now.timeIntervalSince(last.sentAt))
        {
            toasts.append(
                Toast(
                    toastText: format.text.plural("sends.gone", last.firmCount), toastSubject: last.subject,
                    reportHref: Path.broadcast(last.id).text, isFailed: false, isGone: true))
        }
        return toasts
    }
}

extension Toast {
    fileprivate init(_ planned: PlannedSend.Entry, _ text: LanguageText, at now: Date) {
        let checkHref = Path.checkBroadcast.with(["draft": planned.draftKey])
        if let failure = planned.failure {
            self.init(
                toastText: text("sends.failed.\(failure.rawValue)"), toastSubject: planned.subject,
                reportHref: checkHref, isFailed: true, isGone: false)
            return
        }
        let left = max(0, Int(planned.dueAt.timeIntervalSince(now).rounded(.up)))
        self.init(
            toastText: text.plural("sends.going", planned.firmCount), toastSubject: planned.subject,
            secondsLeft: "\(left)", leftText: text("sends.left", ["seconds": "\(left)"]), undoDraft: planned.draftKey,
            reportHref: checkHref, isFailed: false, isGone: false)
    }
}
