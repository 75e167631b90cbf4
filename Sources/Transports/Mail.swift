import Foundation

/// A mail of the office to one person.
package struct Mail: Sendable {
    package struct Mailbox: Sendable {
        package let name: String
        package let address: MailAddress

        package init(_ name: String = "", _ address: MailAddress) { (self.name, self.address) = (name, address) }
    }

    /// A picture inside of the mail, shown by `<img src="cid:…">`.
    package struct Picture: Sendable {
        package let mediaType: String
        package let bytes: Data
        /// The part of the address behind `cid:`, which is an address of its own: `logo@biuro.example`.
        package let contentID: MailAddress

        package init(mediaType: String, bytes: Data, contentID: MailAddress) {
            (self.mediaType, self.bytes, self.contentID) = (mediaType, bytes, contentID)
        }
    }

    package var from: Mailbox
    package var to: Mailbox
    package var replyTo: Mailbox?
    package var subject: String
    package var date: Date
    /// Without angle brackets. The same for each try of the same mail.
    package var messageID: MailAddress
    /// An address (`https:`) that ends such mails by one press (RFC 8058).
    package var unsubscribe: String?
    package var text: String
    /// The same as `text`, as a page of its own.
    package var html: String?
    package var picture: Picture?
    /// Whether the subject and the text run from right to left. A page says it itself.
    package var isRightToLeft = false

    package init(
        from: Mailbox, to: Mailbox, subject: String, date: Date, messageID: MailAddress, text: String,
        html: String? = nil
    ) {
        (self.from, self.to, self.subject, self.date) = (from, to, subject, date)
        (self.messageID, self.text, self.html) = (messageID, text, html)
    }
}

extension Mail {
    /// The mail's bytes, as they stand on the line: lines that end with CRLF, ASCII alone.
    /// - Throws: ``MailFailure`` (`unwritable`) when a header would break its line.
    package func bytes() throws(MailFailure) -> [UInt8] {
        var message = MIME()
        try head(&message)
        body(&message)
        return message.bytes
    }

    private func head(_ message: inout MIME) throws(MailFailure) {
        try message.header("Date", plain: MIME.date(date))
        try message.header("From", from)
        try message.header("To", to)
        if let replyTo { try message.header("Reply-To", replyTo) }
        try message.header("Subject", text: isRightToLeft ? MIME.rightToLeft(line: subject) : subject)
        try message.header("Message-ID", plain: "<\(messageID.text)>")
        try message.header("MIME-Version", plain: "1.0")
        // No machine answers it, and no holiday notice comes back (RFC 3834).
        try message.header("Auto-Submitted", plain: "auto-generated")
        if let unsubscribe {
            guard unsubscribe.hasPrefix("https://"), !unsubscribe.contains(where: { "<> ,".contains($0) }) else {
                throw MailFailure(.unwritable)
            }
            try message.header("List-Unsubscribe", plain: "<\(unsubscribe)>")
            try message.header("List-Unsubscribe-Post", plain: "List-Unsubscribe=One-Click")
        }
        if let picture, !["image/png", "image/jpeg"].contains(picture.mediaType) { throw MailFailure(.unwritable) }
    }

    /// Text and page as alternatives; the page together with its picture.
    private func body(_ message: inout MIME) {
        let text = isRightToLeft ? MIME.rightToLeft(self.text) : self.text
        guard let html else { return message.part("text/plain", text) }
        message.open("alternative")
        message.next("alternative")
        message.part("text/plain", text)
        message.next("alternative")
        if let picture {
            message.open("related")
            message.next("related")
            message.part("text/html", html)
            message.next("related")
            message.part(picture)
            message.close("related")
        } else {
            message.part("text/html", html)
        }
        message.close("alternative")
    }
}
