import CCurl
import Foundation

/// Curl's side of a connection.
final class SMTPTransfer {
    private let curl: UnsafeMutableRawPointer
    private let relay: SMTPRelay
    private let dialogue = SMTPDialogue()
    /// The mail under way, and how much of it has been taken.
    fileprivate var message: [UInt8] = []
    fileprivate var taken = 0

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(_ relay: SMTPRelay, _ patience: SMTPConnection.Patience) {
        guard Self.isReady, let curl = curl_easy_init() else { fatalError("libcurl cannot start") }
        (self.curl, self.relay) = (curl, relay)
        begin(patience)
        secure()
        authenticate()
        listen()
    }

    deinit { curl_easy_cleanup(curl) }

    // CURLOPT_CRLF stays off: curl 7.88 puts a CR before each LF, also where one stands, and the mail already ends its
    // lines with both, which is checked.
    func send(_ message: [UInt8], _ sender: MailAddress, _ recipient: MailAddress) -> MailResult {
        guard MIME.isSafe(message) else { return .failed(MailFailure(.unwritable)) }
        guard relay.security != .none || relay.isLocal else { return .failed(MailFailure(.noEncryption)) }
        let result = attempt(message, sender, recipient)
        // A kept connection may have ended since the last mail. Nothing was handed over then.
        guard case .failed(let failure) = result, [.lostBefore, .busy].contains(failure.reason), wasKept else {
            return result
        }
        curl_set_number(curl, CURLOPT_FRESH_CONNECT, 1)
        defer { curl_set_number(curl, CURLOPT_FRESH_CONNECT, 0) }
        return attempt(message, sender, recipient)
    }

    private func attempt(_ message: [UInt8], _ sender: MailAddress, _ recipient: MailAddress) -> MailResult {
        (self.message, taken) = (message, 0)
        dialogue.begin()
        curl_set_text(curl, CURLOPT_URL, address(saying: sender.domain))
        curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(sender.text)>")
        let recipients = curl_slist_append(nil, "<\(recipient.text)>")
        curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
        curl_set_size(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count))
        defer {
            curl_set_list(curl, CURLOPT_MAIL_RCPT, nil)
            curl_slist_free_all(recipients)
            self.message = []
        }
        let code = curl_easy_perform(curl)
        return judged(dialogue.result(code, verification: number(CURLINFO_SSL_VERIFYRESULT)))
    }

    /// A server that asks for no password cannot refuse one: it refuses the mail instead.
    private func judged(_ result: MailResult) -> MailResult {
        guard case .failed(let failure) = result, !relay.user.isEmpty, !dialogue.asksForPassword,
            [.senderRefused, .recipientRefused].contains(failure.reason)
        else { return result }
        return .failed(MailFailure(.passwordNotAsked, failure.reply))
    }

    private var wasKept: Bool { number(CURLINFO_NUM_CONNECTS) == 0 }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        curl_get_number(curl, info, &value)
        return value
    }

    /// - Parameter name: by which this machine introduces itself.
    private func address(saying name: String) -> String {
        let scheme = relay.security == .tls ? "smtps" : "smtp"
        let host = relay.host.utf8.contains(UInt8(ascii: ":")) ? "[\(relay.host)]" : relay.host
        return "\(scheme)://\(host):\(relay.port)/\(name)"
    }

    private func begin(_ patience: SMTPConnection.Patience) {
        curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // What the environment names as a proxy is for web pages.
        curl_set_text(curl, CURLOPT_PROXY, "")
        curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        curl_set_number(curl, CURLOPT_UPLOAD, 1)
        curl_set_number(curl, CURLOPT_CONNECTTIMEOUT_MS, patience.connecting.milliseconds)
        curl_set_number(curl, CURLOPT_TIMEOUT_MS, patience.whole.milliseconds)
        curl_set_number(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, Int(patience.silence.components.seconds))
        curl_set_number(curl, CURLOPT_LOW_SPEED_LIMIT, 1)
        curl_set_number(curl, CURLOPT_LOW_SPEED_TIME, Int(patience.silence.components.seconds))
        curl_set_number(curl, CURLOPT_TCP_KEEPALIVE, 1)
    }

    private func secure() {
        let isPlain = relay.security == .none && relay.isLocal
        curl_set_number(curl, CURLOPT_USE_SSL, isPlain ? Int(CURLUSESSL_NONE.rawValue) : Int(CURLUSESSL_ALL.rawValue))
        curl_set_number(curl, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = relay.authorities { curl_set_text(curl, CURLOPT_CAINFO, authorities) }
    }

    /// Only with the two mechanisms that every mail server has; the encryption keeps the password.
    private func authenticate() {
        guard !relay.user.isEmpty else { return }
        curl_set_text(curl, CURLOPT_USERNAME, relay.user)
        curl_set_text(curl, CURLOPT_PASSWORD, relay.password)
        curl_set_text(curl, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
    }

    private func listen() {
        let own = Unmanaged.passUnretained(self).toOpaque()
        curl_set_number(curl, CURLOPT_VERBOSE, 1)
        curl_set_pointer(curl, CURLOPT_DEBUGDATA, Unmanaged.passUnretained(dialogue).toOpaque())
        curl_set_debug(curl) { _, kind, bytes, count, dialogue in
            guard let dialogue else { return 0 }
            let said = UnsafeRawBufferPointer(start: bytes, count: count)
            let heard = Unmanaged<SMTPDialogue>.fromOpaque(dialogue).takeUnretainedValue()
            if kind == CURLINFO_HEADER_OUT { heard.sent(said) } else if kind == CURLINFO_HEADER_IN { heard.came(said) }
            return 0
        }
        curl_set_pointer(curl, CURLOPT_HEADERDATA, Unmanaged.passUnretained(dialogue).toOpaque())
        curl_set_header(curl) { _, size, count, dialogue in
            guard let dialogue else { return 0 }
            let heard = Unmanaged<SMTPDialogue>.fromOpaque(dialogue).takeUnretainedValue()
            return heard.isEnough ? 0 : size * count
        }
        curl_set_pointer(curl, CURLOPT_READDATA, own)
        curl_set_transfer(curl) { buffer, size, count, own in
            guard let own, let buffer else { return 0 }
            let transfer = Unmanaged<SMTPTransfer>.fromOpaque(own).takeUnretainedValue()
            return transfer.take(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
    }

    private func take(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let piece = message[taken...].prefix(room.count)
        room.copyBytes(from: piece)
        taken += piece.count
        if taken == message.count { dialogue.ended() }
        return piece.count
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
