import Foundation
import Secrets

/// The address to which a mail server sends back what it cannot deliver (VERP): it names the mail itself, so that no
/// word of the returned mail has to be believed, and carries a code that nobody else can compute.
package struct BounceAddress: Sendable {
    private let key: Data
    private let local: String
    private let domain: String

    /// - Parameter mailbox: where returned mail arrives: `bounces@biuro.example` gives `bounces+7-6a…@biuro.example`.
    package init?(mailbox: MailAddress, key: Data) {
        local = String(mailbox.text.dropLast(mailbox.domain.count + 1))
        guard local.utf8.count <= 64 - 37, !local.contains("+"), key.count >= 16 else { return nil }
        (domain, self.key) = (mailbox.domain, key)
    }

    /// The sender of the mail with a number.
    package func address(of mail: Int64) -> MailAddress? {
        MailAddress("\(local)+\(mail)-\(code(mail))@\(domain)")
    }

    /// The number of the mail that comes back to an address; `nil` where the code is not ours.
    package func mail(of address: String) -> Int64? {
        // Servers may change the case of letters; nothing here depends on it.
        let parts = address.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == domain.lowercased(), parts[0].hasPrefix("\(local.lowercased())+") else {
            return nil
        }
        let tag = parts[0].dropFirst(local.count + 1).split(separator: "-", omittingEmptySubsequences: false)
        guard tag.count == 2, let mail = Int64(tag[0]), mail > 0, String(mail) == tag[0],
            ConstantTime.equal(Data(tag[1].utf8), Data(code(mail).utf8))
        else { return nil }
        return mail
    }

    /// 64 bits of a code: whoever guesses has to send a mail for each try.
    private func code(_ mail: Int64) -> String {
        Hex.text(HMACCode.of(Data("bounce/\(mail)@\(domain.lowercased())".utf8), key: key).prefix(8))
    }
}
