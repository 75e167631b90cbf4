import Dates
import Hummingbird
import Models

/// The contents of the window "Add ledgers, declarations, UPO": the periods and the kinds of printouts of a form's
/// firms. A POST because thousands of firms may be ticked; it changes nothing.
struct PrintoutOfferController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let form = context.form
        let (chosen, asked) = (try await portal.audience(form, context.person.id), Period(form["period"]))
        let offer = try await portal.database.read { db in
            try PrintoutOffer.make(
                db, firms: chosen.firms(db, in: context.firms, on: context.day), isPayroll: form["payroll"] == "1",
                period: asked, on: context.day)
        }
        let format = portal.format(context.app)
        let page = PrintoutOfferPage(offer, ticked: Set(form.all("printout")), format)
        let frame = Frame(title: "", csrf: "")
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }
}

/// All kinds of one period that the firms can have, by group.
struct PrintoutOfferPage: Page {
    struct Period: Encodable {
        let periodCode: String
        let periodName: String
        let isShown: Bool
    }

    struct Kind: Encodable {
        let kindCode: String
        let kindName: String
        let haveText: String
        let have: Int
        let papersCode: String
        let isTicked: Bool
    }

    struct Group: Encodable {
        let groupCode: String
        let groupName: String
        let allText: String
        let hasMany: Bool
        let kinds: [Kind]
    }

    var template: String { "printouts/offer" }
    let isEmpty: Bool
    let periods: [Period]
    let shownPeriod: String
    let groups: [Group]
    let isWithholding: Bool

    init(_ offer: PrintoutOffer, ticked: Set<String>, _ format: Format) {
        isEmpty = offer.period == nil
        isWithholding = offer.isWithholding
        periods = offer.periods.map {
            Period(periodCode: $0.text, periodName: format.period($0), isShown: $0 == offer.period)
        }
        shownPeriod = offer.period.map(format.period) ?? ""
        groups = Printout.Kind.Group.allCases.compactMap { group in
            let kinds = offer.kinds.filter { $0.kind.group == group }
            if kinds.isEmpty { return nil }
            return Group(
                groupCode: group.rawValue, groupName: format.text("printoutChoice.group.\(group.rawValue)"),
                allText: format.text("printoutChoice.all.\(group.rawValue)"),
                hasMany: kinds.count { $0.have > 0 } > 1,
                kinds: kinds.map {
                    Kind($0, isOfOne: offer.firmCount == 1, isTicked: ticked.contains($0.kind.rawValue), format)
                })
        }
    }
}

extension PrintoutOfferPage.Kind {
    fileprivate init(_ kind: PrintoutOffer.Kind, isOfOne: Bool, isTicked: Bool, _ format: Format) {
        self.init(
            kindCode: kind.kind.rawValue, kindName: format.name(kind.kind),
            haveText: isOfOne
                ? "" : format.text("printoutChoice.have", ["have": "\(kind.have)", "of": "\(kind.of)"]),
            have: kind.have, papersCode: PrintoutChips.code(kind.papers), isTicked: isTicked)
    }
}
