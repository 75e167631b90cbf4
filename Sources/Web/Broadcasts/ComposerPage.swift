import Dates
import Models
import Secrets

/// The composer's fields, in the sheet over the list and on a separate page.
struct ComposerFields: Encodable {
    let action = Path.checkBroadcast.text
    var selection = ""
    /// The draft whose firms get the notice, where they are not chosen on the page.
    var draft: String?
    /// The draft that keeps what is typed.
    var unfinished = Token().text
    let keepAction = Path.drafts.text
    /// A draft to go on with instead.
    var offer: DraftOffer?
    var subject = ""
    var subjectError: String?
    var body = ""
    var bodyError: String?
    var files: [UploadRow] = []
    var filesError: String?
    var isPayroll = false
    var expiresOn = ""
    var expiresOnError: String?
    /// The first selectable day.
    var today = ""
    /// The office's templates.
    var templates: [TemplateChoice] = []
    var hasTemplates: Bool
    /// Whether the text is from an earlier notice or a template, so that only the firms are missing.
    var isReused = false
    var error: String?
    var printouts: PrintoutChips
    /// The firms to choose from, where they have not been chosen on the list before.
    var to: Recipients?
    /// Whether one of the rare things is set, so that all of them are shown.
    var hasMore = false

    init(today: Day, templates: [NoticeTemplate], _ printouts: PrintoutChips) {
        self.printouts = printouts
        self.today = today.text
        self.templates = templates.map { TemplateChoice(templateId: $0.id.code, templateName: $0.name) }
        hasTemplates = !templates.isEmpty
    }
}

extension ComposerFields {
    struct Recipients: Encodable {
        let audiences: [AudienceChoice]
    }

    /// All firms, or those of a saved filter.
    struct AudienceChoice: Encodable {
        let name: String
        let query: String
        let count: String
    }
}

/// A template in the composer's list.
struct TemplateChoice: Encodable {
    let templateId: String
    let templateName: String
}

struct ComposerPage: OfficePage {
    var template: String { "broadcasts/new" }
    static let place = MenuPlace.firms
    var composer: ComposerFields
    /// `nil` where they are still to be chosen.
    let recipients: String?
    let backHref: String

    func title(_ text: LanguageText) -> String { text("broadcasts.action") }
}

/// A notice that was begun earlier.
struct DraftOffer: Encodable {
    let offerText: String
    let offerHref: String
}
