import Models

/// The card of the first steps, above the list of firms.
struct FirstStepsView: Encodable {
    let isIntroduced: Bool
    let hasFirms: Bool
    let hasWritten: Bool
    /// The address offered for the trial: the head's own with a word added, which her mailbox usually takes too.
    let trialEmail: String
    let trialError: String?
    /// The office's own firm as a client sees it, once it was written to.
    let viewHref: String?
    let writeHref: String?
    let settingsHref = Path.officeSettings.text
    let ownHref = Path.officeAccount.text
    let importHref = Path.firmImport.text
    let newHref = Path.newFirm.text
    let trialAction = Path.trial.text
    let endAction = Path.firstStepsEnd.text

    init(_ steps: FirstSteps, head: Person, typed: String, error: String?, _ text: LanguageText) {
        (isIntroduced, hasFirms, hasWritten) = (steps.isIntroduced, steps.hasFirms, steps.hasWritten)
        let parts = head.email.split(separator: "@")
        trialEmail = typed.isEmpty && parts.count == 2 ? "\(parts[0])+\(text("firstSteps.tag"))@\(parts[1])" : typed
        trialError = error
        viewHref = steps.hasWritten ? steps.trialFirm.map { Path.viewedHome($0).text } : nil
        writeHref = steps.trialFirm.map { Path.newFirmConversation($0).text }
    }
}
