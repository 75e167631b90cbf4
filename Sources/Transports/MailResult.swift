/// How a try to hand a mail to a mail server ended.
package enum MailResult: Sendable, Equatable {
    /// The server has taken it. Whether it arrives, nobody knows.
    case accepted(SMTPReply)
    case failed(MailFailure)
}

/// Why a mail was not handed over, with the server's own words where it said any.
package struct MailFailure: Error, Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        // Of the server: nothing about the mail is known.
        case nameNotFound, cannotConnect, tooSlow, notMail, busy
        case noEncryption, certificateName, certificateExpired, certificateIssuer, encryptionFailed
        case passwordRefused, passwordNotAsked
        // Of the mail.
        case senderRefused, recipientRefused, tooBig, refused
        /// The connection broke before the mail was complete: the server has nothing.
        case lostBefore
        /// The connection broke after the final dot: the server may have it.
        case lostAfter
        /// The mail itself cannot be written: the address is none, or a text would break its lines.
        case unwritable
    }

    package let reason: Reason
    package let reply: SMTPReply?

    package init(_ reason: Reason, _ reply: SMTPReply? = nil) { (self.reason, self.reply) = (reason, reply) }

    /// What to do with the mail.
    package enum Next: Sendable, Equatable {
        /// Nothing: the same mail will be refused again.
        case giveUp
        /// Try it again later. The server may have it already where the reason is ``Reason/lostAfter``.
        case tryLater
        /// Try nothing at all until somebody has looked at the settings, or the server is back.
        case waitForServer
    }

    package var next: Next {
        switch reason {
        case .nameNotFound, .cannotConnect, .tooSlow, .notMail, .busy, .noEncryption, .certificateName,
            .certificateExpired, .certificateIssuer, .encryptionFailed, .passwordRefused, .passwordNotAsked:
            .waitForServer
        case .unwritable: .giveUp
        case .lostBefore, .lostAfter: .tryLater
        // Who may send is a matter of the settings, not of the mail.
        case .senderRefused: .waitForServer
        case .recipientRefused, .tooBig, .refused: reply?.isForGood == true ? .giveUp : .tryLater
        }
    }
}
