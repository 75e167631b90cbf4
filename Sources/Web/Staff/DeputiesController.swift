import Dates
import Foundation
import Hummingbird
import Models

/// Deputyships: the dates, the confirmation, and the early end.
struct DeputiesController: Sendable {
    let portal: Portal

    /// Shows the form, and its result once it is filled in. Changes nothing.
    @Sendable func new(_ request: Request, _ context: HeadContext) async throws -> Response {
        try await page(context, context.query)
    }

    @Sendable func create(_ request: Request, _ context: HeadContext) async throws -> Response {
        let (id, head, form, now) = (context.id(), context.person.id, context.form, context.now)
        guard let deputy = form.id("deputy"), let from = Day(form["from"]), let until = Day(form["until"]) else {
            return try await page(context, form)
        }
        return try await portal.change(context, then: Path.staffMember(id).saying(.saved)) { db in
            guard try Staff.find(db, personId: id) != nil else { throw NotFound() }
            try Deputyship.begin(
                db, absent: id, deputy: deputy, from: from, until: until, by: head, today: context.day, at: now)
        } refused: { _ in
            try await page(context, form)
        }
    }

    @Sendable func end(_ request: Request, _ context: HeadContext) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.staff.saying(.saved)) { db in
            try Deputyship.end(db, id, by: context.person.id, today: context.day, at: context.now)
        }
    }

    private func page(_ context: HeadContext, _ form: Form) async throws -> Response {
        let id = context.id()
        let (found, counts) = try await portal.read(context) { db in
            (
                member: try Staff.member(db, id, on: context.day, at: context.now),
                colleagues: try Staff.colleagues(db)
            )
        }
        let format = portal.format(context.app)
        var (errors, plan) = (FieldErrors(), DeputyPage.Plan?.none)
        if form.has("deputy") {
            do {
                plan = try await self.plan(found.member, form, today: context.day, format)
            } catch let invalid as Invalid {
                errors = FieldErrors(invalid, format.text)
            }
        }
        let page = DeputyPage(
            personName: found.member.name, deputy: DeputyFields(id, found.colleagues, form, errors), plan: plan,
            backHref: Path.staffMember(id).text
        )
        let isRefused = plan == nil && form.has("deputy")
        return try portal.show(page, context, counts, status: isRefused ? .unprocessableContent : .ok)
    }

    private func plan(
        _ member: Staff.Member, _ form: Form, today: Day, _ format: Format
    ) async throws -> DeputyPage.Plan {
        let (id, deputy, from, until) = (member.id, form.id("deputy"), Day(form["from"]), Day(form["until"]))
        let plan = try await portal.database.read { db in
            try Deputyship.plan(db, absent: id, deputy: deputy, from: from, until: until, today: today)
        }
        let values = format.ends(plan.fromOn, plan.untilOn)
            .merging(["deputy": plan.deputyName, "absent": member.name]) { $1 }
        let others = plan.others.map { DeputyRow($0, today: today, format) }
        return DeputyPage.Plan(
            text: format.text.plural("staff.plan", plan.firmCount, values),
            others: others.map { format.text("staff.alsoStandsIn", ["who": $0.text, "days": $0.days]) },
            action: Path.deputies(id).text, deputyId: (deputy ?? 0).code, fromDay: plan.fromOn.text,
            untilDay: plan.untilOn.text
        )
    }
}
