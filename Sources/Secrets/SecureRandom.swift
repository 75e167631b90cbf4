import COpenSSL
import Foundation

/// Returns random bytes for secrets, from OpenSSL's generator (seeded by the kernel).
package enum SecureRandom {
    /// Returns exactly `count` random bytes. Ends the process when there is no randomness, because it would otherwise
    /// issue guessable keys.
    package static func bytes(_ count: Int) -> Data {
        var data = Data(count: count)
        let filled = data.withUnsafeMutableBytes { buffer in
            RAND_bytes(buffer.bindMemory(to: UInt8.self).baseAddress, Int32(buffer.count))
        }
        guard filled == 1 else { fatalError("OpenSSL has no randomness to give") }
        return data
    }

    /// Returns `count` random bytes as lower-case hex, twice as many characters: for names of stored files and the
    /// like.
    package static func hex(_ count: Int = 16) -> String {
        Hex.text(bytes(count))
    }
}
