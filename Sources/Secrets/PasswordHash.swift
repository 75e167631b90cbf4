import CArgon2
import Foundation

/// A stored password: its argon2id hash with salt and parameters, in PHC text.
///
/// Parameters follow OWASP's password storage sheet: 19 MiB, 2 passes, 1 lane. One hash costs some 30 ms of a core and
/// 19 MiB of memory, so whatever a visitor can trigger goes through ``PasswordPool``.
package struct PasswordHash: Sendable {
    private static let kibibytes: UInt32 = 19_456
    private static let passes: UInt32 = 2
    private static let lanes: UInt32 = 1
    private static let saltCount = 16
    private static let hashCount = 32
    private static let parameters = "$argon2id$v=19$m=\(kibibytes),t=\(passes),p=\(lanes)$"

    /// For example `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`.
    package let phc: String

    /// A stored hash. A text that is not an argon2id PHC string verifies no password.
    package init(phc: String) {
        self.phc = phc
    }

    /// Hashes a password with a new salt. Throws ``HashingFailed``, in practice only when memory is short.
    package static func make(_ password: String) throws -> PasswordHash {
        let password = normalised(password)
        let salt = [UInt8](SecureRandom.bytes(saltCount))
        let length = argon2_encodedlen(passes, kibibytes, lanes, UInt32(saltCount), UInt32(hashCount), Argon2_id)
        var phc = [CChar](repeating: 0, count: length)
        let outcome = argon2id_hash_encoded(
            passes, kibibytes, lanes, password, password.count, salt, salt.count, hashCount, &phc, phc.count)
        guard outcome == ARGON2_OK.rawValue else { throw HashingFailed(code: outcome) }
        return PasswordHash(phc: phc.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })
    }

    /// Whether this is the hash of `password`, whatever its parameters.
    package func verify(_ password: String) -> Bool {
        let password = Self.normalised(password)
        return argon2id_verify(phc, password, password.count) == ARGON2_OK.rawValue
    }

    /// Whether it was made with other than the current parameters, so that the next sign-in hashes again.
    package var needsRehash: Bool {
        !phc.hasPrefix(Self.parameters) || phc.utf8.count != Self.decoy.phc.utf8.count
    }

    /// Verified for an unknown person, so that the response takes as long as for a known one. Its salt and hash are
    /// random bytes: no password fits, and the cost is that of the current parameters.
    package static let decoy = PasswordHash(
        phc: parameters + base64(SecureRandom.bytes(saltCount)) + "$" + base64(SecureRandom.bytes(hashCount)))

    /// Applies the only change made to a password: NFC, so that "ą" typed as one code point on a phone and as two on a
    /// Mac is the same password. Then UTF-8. No trimming, no case folding, no truncation.
    private static func normalised(_ password: String) -> [UInt8] {
        Array(password.precomposedStringWithCanonicalMapping.utf8)
    }

    private static func base64(_ data: Data) -> String {
        data.base64EncodedString().replacing("=", with: "")
    }
}

extension PasswordHash: CustomStringConvertible, CustomReflectable {
    /// Hides the hash, in case it is logged by mistake.
    package var description: String { "PasswordHash(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Thrown when libargon2 fails; `code` is its error (an `ARGON2_…` constant).
package struct HashingFailed: Error, CustomStringConvertible {
    package let code: Int32

    package var description: String {
        "argon2: " + String(cString: argon2_error_message(code))
    }
}
