import COpenSSL
import Foundation

/// Comparison of secrets that takes as long whether they differ at the first byte or at the last.
package enum ConstantTime {
    /// Lengths are not secret: different lengths are unequal at once.
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
