/// A struct that finds its properties by name without reflection, for what stands on every page or
/// there by the dozen. A name that is forgotten here stops the tests.
protocol Row: Sendable {
    /// The stored property of this name; nothing for one that is absent, or that there is not.
    func property(_ name: String) -> Any?
}

extension Frame: Row {
    func property(_ name: String) -> Any? {
        switch name {
        case "title": title
        case "language": language
        case "direction": direction
        case "assets": assets
        case "csrf": csrf
        case "isDemo": isDemo
        case "officeName": officeName
        case "officePhone": officePhone
        case "officePhoneHref": officePhoneHref
        case "officeEmail": officeEmail
        case "person": person
        case "unread": unread
        case "hasUnread": hasUnread
        case "flash": flash
        case "signOutHref": signOutHref
        case "accountHref": accountHref
        case "languages": languages
        default: menuProperty(name)
        }
    }

    private func menuProperty(_ name: String) -> Any? {
        switch name {
        case "isFirms": isFirms
        case "isQuestions": isQuestions
        case "isBroadcasts": isBroadcasts
        case "isAccount": isAccount
        case "isHead": isHead
        case "isStaff": isStaff
        case "isOutbox": isOutbox
        case "isAudit": isAudit
        case "isSearch": isSearch
        case "waiting": waiting
        case "hasWaiting": hasWaiting
        case "isHome": isHome
        case "isConversations": isConversations
        case "firmName": firmName
        case "hasSwitcher": hasSwitcher
        case "switcher": switcher
        case "homeHref": homeHref
        case "conversationsHref": conversationsHref
        case "newHref": newHref
        default: nil
        }
    }
}

extension ClientRow: Row {
    func property(_ name: String) -> Any? {
        switch name {
        case "href": href
        case "subject": subject
        case "detail": detail
        case "author": author
        case "preview": preview
        case "isUnread": isUnread
        case "unread": unread
        case "firmName": firmName
        case "isPayroll": isPayroll
        case "validity": validity
        default: nil
        }
    }
}

extension MessageView: Row {
    func property(_ name: String) -> Any? {
        switch name {
        case "id": id
        case "authorName": authorName
        case "authorInitials": authorInitials
        case "authorRole": authorRole
        case "isOffice": isOffice
        case "isMine": isMine
        case "isNotice": isNotice
        case "isReminder": isReminder
        case "sentAt": sentAt
        case "sentAtISO": sentAtISO
        case "bodyHTML": bodyHTML
        case "attachments": attachments
        case "hasAttachments": hasAttachments
        case "isNew": isNew
        case "receiptAction": receiptAction
        case "receipts": receipts
        case "hasReceipts": hasReceipts
        case "readState": readState
        default: nil
        }
    }
}

extension QuestionsPage.Row: Row {
    func property(_ name: String) -> Any? {
        switch name {
        case "href": href
        case "firmName": firmName
        case "subject": subject
        case "author": author
        case "preview": preview
        case "at": at
        case "age": age
        case "ageTone": ageTone
        case "state": state
        case "isUnread": isUnread
        case "holder": holder
        case "isPayroll": isPayroll
        default: nil
        }
    }
}
