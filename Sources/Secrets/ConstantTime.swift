import COpenSSL
import Foundation

/// Compares secrets in a time that does not depend on where they differ.
package enum ConstantTime {
    /// Lengths are not secret: secrets of different lengths are unequal at once.
    package static func equal(_ one: Data, _ other: Data) -> Bool {
        guard one.count == other.count else { return false }
        guard !one.isEmpty else { return true }
        return one.withUnsafeBytes { left in
            other.withUnsafeBytes { right in
                CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
            }
        }
    }
}
