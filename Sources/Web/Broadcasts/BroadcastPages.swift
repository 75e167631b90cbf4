import Models

/// The check page: who gets the notice, who does not and why, and its preview for each.
struct CheckPage: OfficePage {
    struct Preview: Encodable {
        let firmName: String
        let peopleText: String
        let position: String
        let previousHref: String?
        let nextHref: String?
        let subject: String
        let bodyHTML: String
        let papers: [Paper]
        let senderName: String
    }

    /// A file of the notice, or a printout of the preview's firm.
    struct Paper: Encodable {
        let paperName: String
        let paperKind: String
        let paperDetail: String
    }

    struct Recipient: Encodable {
        let name: String
        let people: String
        let note: String?
    }

    struct Skipped: Encodable {
        let name: String
        let reason: String
    }

    /// The number of firms that get all, some or none of the printouts.
    struct Count: Encodable {
        let countValue: String
        let countLabel: String
        let countTone: String
    }

    /// The firms that lack a printout, and the choices about them.
    struct Lacking: Encodable {
        struct Firm: Encodable {
            let lackingFirm: String
            let lackingKinds: String
            let lackingState: State
        }

        /// A choice of the printouts that a firm must have to get the notice.
        struct Choice: Encodable {
            let choiceHref: String
            let choiceText: String
            let isChosen: Bool
        }

        let lackingText: String
        let lackingFirms: [Firm]
        let moreLackingHref: String?
        let choices: [Choice]
        let stopHref = Path.firms.text
    }

    struct SameToday: Encodable {
        let text: String
        let href: String
    }

    var template: String { "broadcasts/check" }
    static let place = MenuPlace.firms
    let preview: Preview?
    let isPayroll: Bool
    let recipientsText: String
    let sendText: String
    let canSend: Bool
    /// The send is ordered and goes in a moment.
    let isPlanned: Bool
    /// Why the send failed when it was due, if it did.
    let failure: String?
    /// Whether the send waits for a confirmation that the files are right.
    let mayConfirm: Bool
    let fileCheck: FileCheckView
    let recipients: [Recipient]
    let moreHref: String?
    let moreSkippedHref: String?
    let skipped: [Skipped]
    /// The number of skipped firms that are no longer the sender's.
    let notYoursText: String?
    let hasSkipped: Bool
    let skippedText: String
    let sameToday: SameToday?
    let validity: State?
    let expired: String?
    /// The reason why nothing was sent, if so.
    let stop: String?
    let printoutsText: String?
    let withheldText: String?
    let counts: [Count]
    let hasCounts: Bool
    let lacking: Lacking?
    /// The reason why there are no recipients, if so.
    let nobodyText: String
    let lackingChoice: String
    let draft: String
    let expected: String
    let audience: String
    let editHref: String
    let action = Path.broadcasts.text

    func title(_ text: LanguageText) -> String { text("broadcasts.check.title") }
}

struct ReportPage: OfficePage {
    struct Total: Encodable {
        let value: String
        let label: String
    }

    /// A part of the bar, in thousandths.
    struct Part: Encodable {
        let x: Int
        let width: Int
        let tone: String
        let label: String
    }

    struct Filter: Encodable {
        let label: String
        let count: String
        let href: String
        let isCurrent: Bool
    }

    struct Reader: Encodable {
        let name: String
        let at: String
    }

    struct Taken: Encodable {
        let name: String
        let file: String
        let at: String
    }

    /// A printout of the firm: who downloaded it, or that nobody has.
    struct Printed: Encodable {
        let printedName: String
        let printedState: String
    }

    struct Recipient: Encodable {
        let name: String
        let href: String?
        let isRead: Bool
        let readers: [Reader]
        let state: State
        let printouts: [Printed]
        /// A remark that it got none of the announced printouts.
        let without: String?
        let downloads: [Taken]
        let hasNone: Bool
        let answered: String?
        let answeredAt: String?
        let contacts: [Contact]
    }

    /// A person to call, where nobody has read the notice.
    struct Contact: Encodable {
        let contactName: String
        let contactPhone: String?
        let contactPhoneHref: String?
        /// Whether the person has never signed in.
        let isInvited: Bool
    }

    var template: String { "broadcasts/show" }
    static let place = MenuPlace.broadcasts
    let topic: String
    let subject: String
    let meta: String
    let isPayroll: Bool
    let bodyHTML: String
    let attachments: [MessageView.File]
    let hasAttachments: Bool
    /// Whether the notice carried any files.
    let hasFiles: Bool
    /// The number of firms in which somebody has read, and of how many.
    let readCount: String
    /// Whether any firm has it: it may have been withdrawn from all.
    let hasFirms: Bool
    let ofText: String
    let parts: [Part]
    let barLabel: String
    let filters: [Filter]
    /// Whether the list is of those who have not read: whom to call.
    let isToCall: Bool
    let rows: [Recipient]
    let isEmpty: Bool
    let previousHref: String?
    let nextHref: String?
    let pageText: String?
    let validity: State?
    let reminders: [String]
    let hasReminders: Bool
    let remindHref: String?
    let remindText: String
    let tableHref: String
    let paperHref: String
    let againHref: String
    let withdrawHref: String?
    let templatesAction: String
    let templateBody: String

    func title(_ text: LanguageText) -> String { subject }
}

struct BroadcastsPage: OfficePage {
    struct Unfinished: Encodable {
        let key: String
        let draftSubject: String
        let draftHref: String
        let draftMeta: String
        let failure: String?
    }

    struct Notice: Encodable {
        let subject: String
        let href: String
        let meta: String
        let recipients: String
        let read: String
        let isAllRead: Bool
        let tone: String
        let unreadHref: String
        let againHref: String
        let validity: State?
    }

    var template: String { "broadcasts/index" }
    static let place = MenuPlace.broadcasts
    let drafts: [Unfinished]
    let hasDrafts: Bool
    let rows: [Notice]
    let isEmpty: Bool
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("broadcasts.title") }
}
