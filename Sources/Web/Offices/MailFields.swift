import Models
import Transports

/// The form of the office's mail, and what its last test said.
struct MailFields: Encodable {
    let host: String
    let hostError: String?
    let port: String
    let portError: String?
    let securityOptions: [Option]
    let securityError: String?
    let user: String
    let userError: String?
    let passwordError: String?
    /// Says that a password is kept, or that it has to be typed again.
    let passwordHint: String?
    let senderName: String
    let senderNameError: String?
    let senderAddress: String
    let senderAddressError: String?
    /// The server that is set from outside, and not here.
    let given: String?
    let action = Path.officeMail.text
    let testAction = Path.mailTests.text
    let canTest: Bool
    let testHint: String
    let testError: String?
    let outcome: MailOutcome?
    /// In one word, for the list of the settings' parts.
    let summary: String

    /// - Parameter typed: the refused form, if there is one.
    init(_ found: Found, _ office: Office, _ typed: Form?, _ errors: FieldErrors, _ head: String, _ format: Format) {
        let (settings, text) = (found.settings, format.text)
        let value = { (name: String, stored: String?) in typed.flatMap { $0.has(name) ? $0[name] : nil } ?? stored ?? ""
        }
        host = value("host", settings?.host)
        port = value("port", settings?.port.map { "\($0)" } ?? "\(SMTPRelay.Security.startTLS.usualPort)")
        let security = value("security", (settings?.security ?? .startTLS).rawValue)
        securityOptions = SMTPRelay.Security.allCases.map {
            Option(
                code: $0.rawValue, name: text("mailSettings.security.\($0.rawValue)"),
                isSelected: $0.rawValue == security)
        }
        user = value("user", settings?.user)
        senderName = value("senderName", settings?.senderName ?? office.name)
        senderAddress = value("senderAddress", settings?.senderAddress ?? office.email)
        (hostError, portError, securityError) = (errors["host"], errors["port"], errors["security"])
        (userError, passwordError) = (errors["user"], errors["password"])
        (senderNameError, senderAddressError) = (errors["senderName"], errors["senderAddress"])
        passwordHint =
            found.isLocked
            ? text("mailSettings.passwordLocked")
            : settings?.hasPassword == true ? text("mailSettings.passwordKept") : nil
        given = found.given.map {
            text(
                "mailSettings.given",
                [
                    "server": "\($0.host):\($0.port)".isolated,
                    "security": text("mailSettings.security.\($0.security.rawValue)"),
                ])
        }
        testError = errors["test"]
        canTest = found.isReady
        testHint =
            found.isReady
            ? text("mailSettings.testHint", ["address": head.isolated]) : text("mailSettings.testMissing")
        outcome = found.test.map { MailOutcome($0, format) }
        summary = text("mailSettings.summary.\(found.summary)")
    }

    /// What the form is made of.
    struct Found {
        let settings: MailSettings?
        let test: MailTest?
        let given: SMTPRelay?
        let readiness: MailReadiness

        var isReady: Bool { if case .ready = readiness { true } else { false } }

        var isLocked: Bool { if case .passwordLocked = readiness { true } else { false } }

        fileprivate var summary: String {
            guard isReady else { return Self.summaries[0] }
            guard let test else { return Self.summaries[1] }
            return test.failure == nil ? Self.summaries[2] : Self.summaries[3]
        }

        static let summaries = ["off", "untested", "works", "failed"]
    }
}

/// What a test said, in plain words, with what to do.
struct MailOutcome: Encodable {
    let tone: String
    let icon: String
    let title: String
    let at: String
    let sentence: String
    let remedy: String?
    /// The server's own words.
    let reply: String?

    init(_ test: MailTest, _ format: Format) {
        let text = format.text
        let isGood = test.failure == nil
        (tone, icon) = isGood ? ("good", "check") : ("bad", "close")
        title = isGood ? text("mailSettings.passed") : text("mailSettings.failed")
        at = format.moment(test.at)
        sentence = test.failure.map { text("mailSettings.failure.\($0.rawValue)") } ?? text("mailSettings.accepted")
        remedy = test.failure.map { text("mailSettings.remedy.\($0.rawValue)") }
        reply = test.reply
    }
}
