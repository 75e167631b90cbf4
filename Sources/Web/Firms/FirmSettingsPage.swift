import Dates
import Models

/// The card's tab Settings.
struct FirmSettingsPage: Page {
    struct TaxationRow: Sendable {
        let form: String
        let from: String
        let until: String
    }

    var template: String { "firms/settings" }
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
    let archiveAction: String
    let isArchived: Bool
}

extension FirmSettingsPage {
    /// What is stored, or what was typed and refused.
    init(
        _ facts: FirmFacts, _ form: Form, _ all: [Taxation], _ supervisions: [Firm.Supervision],
        _ colleagues: [Staff.Colleague], _ day: Day, _ errors: FieldErrors, canChange: Bool, _ format: Format
    ) {
        let (firm, text) = (facts.firm, format.text)
        let isTyped = form.has("name")
        let chosenVAT = isTyped ? form["vat"] : firm.vat?.rawValue ?? ""
        let chosenSupervisor = form.id("supervisor") ?? supervisions.first?.personId
        let chosenForm = form.has("taxation") ? form["taxation"] : facts.form?.rawValue
        self.init(
            card: FirmCard(facts, on: .settings, format), canChange: canChange, action: Path.firmSettings(firm.id).text,
            name: isTyped ? form["name"] : firm.name, nameError: errors["name"],
            country: Country.allCases.map {
                Option(
                    code: $0.rawValue, name: text("country.\($0.rawValue)"),
                    isSelected: isTyped ? form["country"] == $0.rawValue : firm.country == $0
                )
            },
            identifier: isTyped ? form["identifier"] : firm.taxIdentifier, identifierError: errors["identifier"],
            vat: [Option(code: "", name: text("firmSettings.vatUnknown"), isSelected: chosenVAT.isEmpty)]
                + VATPeriod.allCases.map {
                    Option(
                        code: $0.rawValue, name: text("firmSettings.vat.\($0.rawValue)"),
                        isSelected: chosenVAT == $0.rawValue)
                },
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
            taxations: all.map {
                TaxationRow(
                    form: text("form.\($0.form.rawValue)"), from: format.day($0.validFrom),
                    until: $0.validUntil.map(format.day) ?? text("firmSettings.open"))
            },
            taxation: TaxationForm.allCases.map {
                Option(
                    code: $0.rawValue, name: text("form.\($0.rawValue)"), isSelected: $0.rawValue == chosenForm)
            },
            taxationFrom: form.has("taxationFrom") ? form["taxationFrom"] : day.text,
            taxationFromError: errors["taxationFrom"] ?? errors["taxation"],
            removalAction: all.count > 1 ? Path.firmTaxationRemoval(firm.id).text : nil,
            archiveAction: firm.isArchived
                ? Path.firmArchiving(firm.id).with(["state": "open"]) : Path.firmArchiving(firm.id).text,
            isArchived: firm.isArchived
        )
    }
}
