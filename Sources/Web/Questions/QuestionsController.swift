import Foundation
import Hummingbird
import Models

/// Client questions: the queue of what waits for an answer, and all other correspondence.
struct QuestionsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let address = QuestionsAddress(context.query).orQueue
        let (questions, after) = (address.questions(for: context), Questions.Place(context.query))
        return try await portal.show(context) { db in
            QuestionsData(
                page: try questions.page(db, after: after), counts: try questions.counts(db),
                notice: try questions.notice.map { try questions.notice(db, $0) }, ownSends: context.ownSends,
                person: context.person.id, isHead: context.isHead)
        } page: { data, format in
            QuestionsPage(data, address, isFirst: after == nil, format)
        }
    }

    /// Marks the answers to a notice as handled, as far as they were shown.
    @Sendable func handleAnswers(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (notice, message, now) = (context.id(), context.form.id("message") ?? 0, context.now)
        let address = QuestionsAddress(show: .all, notice: notice)
        let questions = address.questions(for: context)
        return try await portal.change(context, then: address.link(.questions, ["done": Flash.settled.rawValue])) {
            db in
            try questions.handleAnswers(db, to: notice, through: message, at: now)
        }
    }
}

extension QuestionsAddress {
    /// The list itself opens on what waits.
    fileprivate var orQueue: QuestionsAddress {
        show == nil ? QuestionsAddress(show: .unanswered, isMine: isMine) : self
    }
}
