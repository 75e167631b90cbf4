/// A conversation as the office sees it.
struct OfficeConversationPage: Page {
    struct Handled: Sendable {
        let text: String
        let reopenAction: String
    }

    var template: String { "conversations/office-show" }
    let id: Int64
    let topic: String
    let subject: String
    let firmName: String
    let firmHref: String
    let firmDetail: String
    let messages: [MessageView]
    let olderHref: String?
    let action: String
    let body: String
    let bodyError: String?
    let files: [UploadRow]
    let filesError: String?
    let handled: Handled?
    let handleAction: String?
    let backHref: String
    let broadcastHref: String?
}
