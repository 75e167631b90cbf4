import Dates
import Models

/// The card's tab Settings.
struct FirmSettingsPage: OfficePage {
    struct TaxationRow: Encodable {
        let form: String
        let from: String
        let until: String
    }

    var template: String { "firms/settings" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let canChange: Bool
    let action: String
    let name: String
    let nameError: String?
    let country: [Option]
    let identifier: String
    let identifierError: String?
    let vat: [Option]
    let vatText: String
    let approvalRequired: Bool
    let tags: String
    let tagsError: String?
    let supervisorAction: String
    let supervisors: [Option]
    let supervisorError: String?
    let supervisorFrom: String
    let supervisorFromError: String?
    let nextSupervisor: String?
    let today: String
    let taxationAction: String
    let taxations: [TaxationRow]
    let taxation: [Option]
    let taxationFrom: String
    let taxationFromError: String?
    let removalAction: String?
    let closingAction: String
    let isClosed: Bool

    func title(_ text: LanguageText) -> String { card.title }
}

extension FirmSettingsPage {
    /// The stored settings, or those typed in a refused form.
    init(
        _ facts: FirmFacts, _ form: Form, _ all: [Taxation], _ supervisions: [Firm.Supervision],
        _ colleagues: [Staff.Colleague], _ day: Day, _ errors: FieldErrors, canChange: Bool, _ format: Format
    ) {
        let (firm, text) = (facts.firm, format.text)
        let isTyped = form.has("name")
        let chosenSupervisor = form.id("supervisor") ?? supervisions.first?.personId
        let chosenForm = form.has("taxation") ? form["taxation"] : facts.form?.rawValue
        self.init(
            card: FirmCard(facts, on: .settings, format), canChange: canChange, action: Path.firmSettings(firm.id).text,
            name: isTyped ? form["name"] : firm.name, nameError: errors["name"],
            country: Self.countries(isTyped ? form["country"] : firm.country.rawValue, text),
            identifier: isTyped ? form["identifier"] : firm.taxIdentifier, identifierError: errors["identifier"],
            vat: Self.vatPeriods(isTyped ? form["vat"] : firm.vat?.rawValue ?? "", text),
            vatText: firm.vat.map { text("firmSettings.vat.\($0.rawValue)") } ?? text("firmSettings.vatUnknown"),
            approvalRequired: isTyped ? form.has("approvalRequired") : firm.approvalRequired,
            tags: isTyped ? form["tags"] : facts.tags.joined(separator: ", "), tagsError: errors["tags"],
            supervisorAction: Path.firmSupervisor(firm.id).text,
            supervisors: colleagues.map {
                Option(code: $0.id.code, name: $0.name, isSelected: $0.id == chosenSupervisor)
            },
            supervisorError: errors["supervisor"],
            supervisorFrom: form.has("supervisorFrom") ? form["supervisorFrom"] : day.text,
            supervisorFromError: errors["supervisorFrom"],
            nextSupervisor: supervisions.first { $0.fromOn > day }.map {
                text("firmSettings.nextSupervisor", ["name": $0.personName, "day": format.day($0.fromOn)])
            },
            today: day.text, taxationAction: Path.firmTaxation(firm.id).text,
            taxations: all.map { TaxationRow($0, format) }, taxation: Self.taxations(chosenForm, text),
            taxationFrom: form.has("taxationFrom") ? form["taxationFrom"] : day.text,
            taxationFromError: errors["taxationFrom"] ?? errors["taxation"],
            removalAction: all.count > 1 ? Path.firmTaxationRemoval(firm.id).text : nil,
            closingAction: firm.isClosed
                ? Path.firmClosing(firm.id).with(["state": "open"]) : Path.firmClosing(firm.id).text,
            isClosed: firm.isClosed
        )
    }

    private static func countries(_ chosen: String, _ text: LanguageText) -> [Option] {
        Country.allCases.map {
            Option(code: $0.rawValue, name: text("country.\($0.rawValue)"), isSelected: chosen == $0.rawValue)
        }
    }

    private static func vatPeriods(_ chosen: String, _ text: LanguageText) -> [Option] {
        let unknown = Option(code: "", name: text("firmSettings.vatUnknown"), isSelected: chosen.isEmpty)
        return [unknown]
            + VATPeriod.allCases.map {
                Option(
                    code: $0.rawValue, name: text("firmSettings.vat.\($0.rawValue)"), isSelected: chosen == $0.rawValue)
            }
    }

    private static func taxations(_ chosen: String?, _ text: LanguageText) -> [Option] {
        TaxationForm.allCases.map {
            Option(code: $0.rawValue, name: text("form.\($0.rawValue)"), isSelected: $0.rawValue == chosen)
        }
    }
}

extension FirmSettingsPage.TaxationRow {
    fileprivate init(_ taxation: Taxation, _ format: Format) {
        self.init(
            form: format.text("form.\(taxation.form.rawValue)"), from: format.day(taxation.validFrom),
            until: taxation.validUntil.map(format.day) ?? format.text("firmSettings.open"))
    }
}
