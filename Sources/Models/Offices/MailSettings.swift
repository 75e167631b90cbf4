import Foundation
import GRDB
import Secrets
import Transports

/// How the office sends mail: through which server, and by which name.
package struct MailSettings: StoredRow {
    /// `nil` where mail is off.
    package let host: String?
    package let port: Int?
    package let security: SMTPRelay.Security?
    package let user: String?
    /// Opens by the key in the data folder alone (`SealingKeyFile`).
    let sealedPassword: Data?
    package let senderName: String
    package let senderAddress: String

    package var hasPassword: Bool { sealedPassword != nil }

    /// What the password is sealed for.
    package static let purpose = "mail"

    package init(row: Row) {
        host = row["host"]
        port = row["port"]
        security = (row["security"] as String?).flatMap(SMTPRelay.Security.init)
        user = row["user"]
        sealedPassword = row["sealedPassword"]
        senderName = row["senderName"]
        senderAddress = row["senderAddress"]
    }

    package static func find(_ db: Database) throws -> MailSettings? {
        try MailSettings.fetchOne(db, sql: "SELECT * FROM mailSettings")
    }
}

/// Whether mail can be sent, and what is missing where it cannot.
package enum MailReadiness: Sendable {
    case ready(SMTPRelay, sender: Mail.Mailbox)
    case serverMissing
    case senderMissing
    /// The password was sealed by a key that is not here: the folder comes from a backup.
    case passwordLocked

    /// - Parameters:
    ///   - given: the server from outside, which wins over the stored one.
    ///   - key: from the data folder.
    package init(_ settings: MailSettings?, _ office: Office, given: SMTPRelay?, authorities: String?, key: SealingKey?)
    {
        guard var relay = given ?? settings?.relay else {
            self = .serverMissing
            return
        }
        relay.authorities = authorities
        let address = settings?.senderAddress ?? office.email ?? ""
        guard let sender = MailAddress(address) else {
            self = .senderMissing
            return
        }
        if given == nil, let sealed = settings?.sealedPassword {
            guard let password = key?.open(sealed, for: MailSettings.purpose) else {
                self = .passwordLocked
                return
            }
            relay.password = String(decoding: password, as: UTF8.self)
        }
        self = .ready(relay, sender: Mail.Mailbox(settings?.senderName ?? office.name, sender))
    }
}

extension MailSettings {
    /// Without its password.
    fileprivate var relay: SMTPRelay? {
        guard let host, let port, let security else { return nil }
        return SMTPRelay(host: host, port: port, security: security, user: user ?? "")
    }
}
