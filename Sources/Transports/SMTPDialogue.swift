import CCurl

/// What is said on a connection, as far as it tells how a mail fared. Passwords and mails are not looked at.
final class SMTPDialogue {
    /// What the server was last asked.
    enum Phase { case connecting, hello, encryption, password, sender, recipient, data, body, end }

    private(set) var phase = Phase.connecting
    /// The last reply of the server, all lines of it.
    private(set) var reply: SMTPReply?
    /// Whether somebody answered who is no mail server.
    private(set) var isForeign = false
    /// Whether the server asks for a password.
    private(set) var asksForPassword = false
    private var isWithinReply = false
    /// Whether the connection is being ended: nothing more is said of the mail.
    private var isLeaving = false
    private var received = 0

    /// The most bytes that a server may answer to one mail.
    static let most = 64 * 1024

    func begin() {
        (phase, reply, isForeign, isWithinReply, received) = (.connecting, nil, false, false, 0)
        isLeaving = false
    }

    /// Takes what is sent to the server.
    func sent(_ bytes: UnsafeRawBufferPointer) {
        // What is said of a password may begin like a command, and goes on.
        let verb = String(decoding: bytes.prefix(10).prefix { $0 > 0x20 }, as: UTF8.self)
        let asked: Phase? =
            switch verb {
            case "EHLO", "HELO": .hello
            case "STARTTLS": .encryption
            case "AUTH": .password
            case "MAIL": .sender
            case "RCPT": .recipient
            case "DATA": .data
            default: nil
            }
        if verb == "QUIT" { isLeaving = true }
        guard let asked, !isLeaving else { return }
        phase = asked
        reply = nil
    }

    /// Takes a line of the server.
    func came(_ bytes: UnsafeRawBufferPointer) {
        guard !isLeaving else { return }
        received += bytes.count
        guard let line = SMTPReply(bytes) else {
            isForeign = true
            return
        }
        if phase == .hello, bytes.dropFirst(4).starts(with: "AUTH".utf8) { asksForPassword = true }
        reply = isWithinReply ? reply?.joined(line) ?? line : line
        isWithinReply = bytes.count > 3 && bytes[3] == UInt8(ascii: "-")
        if phase == .data, line.code == 354 { (phase, reply) = (.body, nil) }
    }

    /// Says that all of the mail was taken for sending; the final dot follows.
    func ended() { if phase == .body { (phase, reply) = (.end, nil) } }

    /// Whether to listen no longer.
    var isEnough: Bool { isForeign || received > Self.most }
}

extension SMTPDialogue {
    /// What curl's result and the server's words say together.
    func result(_ code: CURLcode, verification: Int) -> MailResult {
        if code == CURLE_OK, let reply, (200..<300).contains(reply.code) { return .accepted(reply) }
        return .failed(MailFailure(reason(code, verification), reply))
    }

    private func reason(_ code: CURLcode, _ verification: Int) -> MailFailure.Reason {
        if isForeign { return .notMail }
        if let reply, reply.code >= 400 { return refusal(reply) }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .nameNotFound
        case CURLE_USE_SSL_FAILED: return .noEncryption
        case CURLE_PEER_FAILED_VERIFICATION: return certificate(verification)
        case CURLE_SSL_CONNECT_ERROR: return phase == .connecting ? .encryptionFailed : lost
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED: return .encryptionFailed
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: return .passwordRefused
        case CURLE_OPERATION_TIMEDOUT: return [.body, .end].contains(phase) ? lost : .tooSlow
        case CURLE_COULDNT_CONNECT: return .cannotConnect
        default: return lost
        }
    }

    private var lost: MailFailure.Reason {
        switch phase {
        case .end: .lostAfter
        case .connecting: .cannotConnect
        case .encryption: .encryptionFailed
        default: .lostBefore
        }
    }

    private func refusal(_ reply: SMTPReply) -> MailFailure.Reason {
        if reply.code == 421 { return .busy }
        if reply.code == 552 || reply.status?.hasSuffix(".3.4") == true { return .tooBig }
        switch phase {
        case .connecting, .hello: return .busy
        case .encryption: return .noEncryption
        case .password: return .passwordRefused
        case .sender: return reply.code == 530 ? .passwordNotAsked : .senderRefused
        case .recipient: return policy(reply) ?? .recipientRefused
        case .data, .body, .end: return .refused
        }
    }

    /// Servers judge the sender and the sign-in when they hear the recipient, and only their words tell.
    private func policy(_ reply: SMTPReply) -> MailFailure.Reason? {
        if ["5.1.7", "5.1.8"].contains(reply.status) { return .senderRefused }
        guard reply.isForGood, reply.status?.hasPrefix("5.7.") ?? true else { return nil }
        let words = reply.text.lowercased()
        if reply.code == 530 || ["not logged in", "relay", "authenticat"].contains(where: words.contains) {
            return .passwordNotAsked
        }
        return words.contains("sender") ? .senderRefused : nil
    }

    /// From OpenSSL's numbers; curl itself compares the name, and leaves the number as it began, which is 1.
    private func certificate(_ verification: Int) -> MailFailure.Reason {
        switch verification {
        case 0, 1, 62: .certificateName
        case 9, 10: .certificateExpired
        default: .certificateIssuer
        }
    }
}
