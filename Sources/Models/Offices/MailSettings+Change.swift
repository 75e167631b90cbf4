import Foundation
import GRDB
import Secrets
import Transports

extension MailSettings {
    /// The settings as they were typed. Made before the transaction, the password sealed.
    package struct Draft: Sendable {
        let host: String
        let port: Int?
        let security: SMTPRelay.Security
        let user: String
        let isPasswordBroken: Bool
        let sealedPassword: Data?
        let senderName: String
        let senderAddress: String

        /// - Parameters:
        ///   - password: empty keeps the one that is stored.
        ///   - key: seals the password; asked for only where there is one.
        package init(
            host: String, port: String, security: SMTPRelay.Security, user: String, password: String,
            senderName: String, senderAddress: String, key: () throws -> SealingKey
        ) rethrows {
            self.host = TypedText.line(host).lowercased()
            let port = TypedText.line(port)
            self.port = port.isEmpty ? security.usualPort : Int(port).flatMap { (1...65535).contains($0) ? $0 : nil }
            self.security = security
            self.user = TypedText.line(user)
            self.senderName = TypedText.line(senderName)
            self.senderAddress = EmailAddress(senderAddress).text
            isPasswordBroken = password.utf8.contains { $0 < 0x20 || $0 == 0x7F } || password.utf8.count > 256
            sealedPassword =
                password.isEmpty || isPasswordBroken
                ? nil : try key().seal(Data(password.utf8), for: MailSettings.purpose)
        }

        /// Whether the head switches mail off.
        var isEmpty: Bool { host.isEmpty }
    }

    /// Changes the settings, with what was before in the journal; the password stands nowhere in it.
    /// - Parameter given: whether the server is set from outside: then only the sender is changed.
    /// - Throws: `Invalid` naming the fields with errors.
    package static func change(
        _ db: Database, to draft: Draft, serverIsGiven given: Bool, by head: Int64, at now: Date
    ) throws {
        let before = try find(db)
        try problems(of: draft, before, serverIsGiven: given).check()
        let after = After(draft, before, serverIsGiven: given)
        let changed = zip(facts(of: before), after.facts).filter { $0.value != $1.value }
        guard !changed.isEmpty || after.sealedPassword != before?.sealedPassword else { return }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO mailSettings
                    (id, host, port, security, user, sealedPassword, senderName, senderAddress)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                after.host, after.port, after.security?.rawValue, after.user, after.sealedPassword, after.senderName,
                after.senderAddress,
            ])
        var journal = ["subject": after.host ?? after.senderAddress]
        for (before, after) in changed {
            (journal["\(before.name)Before"], journal[after.name]) = (before.value, after.value)
        }
        if draft.sealedPassword != nil { journal["password"] = "changed" }
        try AuditEvent.write(db, .mailChanged, by: head, journal, at: now)
    }

    /// The row that results.
    private struct After {
        var host: String?
        var port: Int?
        var security: SMTPRelay.Security?
        var user: String?
        var sealedPassword: Data?
        let senderName: String
        let senderAddress: String

        init(_ draft: Draft, _ before: MailSettings?, serverIsGiven given: Bool) {
            (senderName, senderAddress) = (draft.senderName, draft.senderAddress)
            if given {
                (host, port, security) = (before?.host, before?.port, before?.security)
                (user, sealedPassword) = (before?.user, before?.sealedPassword)
            } else if !draft.isEmpty {
                (host, port, security) = (draft.host, draft.port, draft.security)
                guard !draft.user.isEmpty else { return }
                (user, sealedPassword) = (draft.user, draft.sealedPassword ?? before?.sealedPassword)
            }
        }

        var facts: [(name: String, value: String)] {
            MailSettings.facts(host, port, security, user, senderName, senderAddress)
        }
    }

    private static func facts(of settings: MailSettings?) -> [(name: String, value: String)] {
        facts(
            settings?.host, settings?.port, settings?.security, settings?.user, settings?.senderName ?? "",
            settings?.senderAddress ?? "")
    }

    private static func facts(
        _ host: String?, _ port: Int?, _ security: SMTPRelay.Security?, _ user: String?, _ senderName: String,
        _ senderAddress: String
    ) -> [(name: String, value: String)] {
        [
            ("host", host ?? ""), ("port", port.map { "\($0)" } ?? ""), ("security", security?.rawValue ?? ""),
            ("user", user ?? ""), ("senderName", senderName), ("senderAddress", senderAddress),
        ]
    }

    private static func problems(
        of draft: Draft, _ before: MailSettings?, serverIsGiven given: Bool
    ) -> Invalid {
        var invalid = Invalid()
        if draft.senderName.isEmpty { invalid.add("senderName", "errors.senderNameMissing") }
        invalid.limit("senderName", draft.senderName, to: 120)
        if MailAddress(draft.senderAddress) == nil { invalid.add("senderAddress", "errors.mailAddressWrong") }
        guard !given, !draft.isEmpty else { return invalid }
        if !SMTPRelay.isHost(draft.host) { invalid.add("host", "errors.mailHostWrong") }
        if draft.port == nil { invalid.add("port", "errors.mailPortWrong") }
        if draft.security == .none, !SMTPRelay.isLocal(draft.host) { invalid.add("security", "errors.mailPlain") }
        invalid.limit("user", draft.user, to: 254)
        check(password: draft, before, into: &invalid)
        return invalid
    }

    /// The stored password goes to the server that it was typed for, and to no other: else whoever may change the server
    /// could have it sent to one of their own.
    private static func check(password draft: Draft, _ before: MailSettings?, into invalid: inout Invalid) {
        if draft.isPasswordBroken { return invalid.add("password", "errors.mailPasswordBroken") }
        guard !draft.user.isEmpty, draft.sealedPassword == nil else { return }
        if before?.sealedPassword == nil { return invalid.add("password", "errors.mailPasswordMissing") }
        if before?.host != draft.host || (draft.security == .none && before?.security != SMTPRelay.Security.none) {
            invalid.add("password", "errors.mailPasswordAgain")
        }
    }
}
