/// The journal, for the head.
struct AuditPage: OfficePage {
    struct Entry: Encodable {
        let number: String
        let at: String
        let who: String
        let whoHref: String?
        let sentence: String
        let about: String?
        let aboutHref: String?
        let firm: String?
        let firmHref: String
    }

    var template: String { "audit/index" }
    static let place = MenuPlace.audit
    let q: String
    let from: String
    let until: String
    let actions: [Option]
    let people: [Option]
    let firmId: String?
    let firmName: String?
    let withoutFirmHref: String
    let chain: State
    let checkAction = Path.auditChecks.text
    let exportHref: String
    let clearHref: String?
    let rows: [Entry]
    let isEmpty: Bool
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("audit.title") }
}
