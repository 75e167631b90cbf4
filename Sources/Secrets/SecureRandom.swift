import COpenSSL
import Foundation

/// Random bytes fit for secrets, from OpenSSL's generator (which the kernel seeds).
package enum SecureRandom {
    /// Exactly `count` random bytes. Ends the process when there is no randomness:
    /// a server that goes on would hand out guessable keys.
    package static func bytes(_ count: Int) -> Data {
        var data = Data(count: count)
        let filled = data.withUnsafeMutableBytes { buffer in
            RAND_bytes(buffer.bindMemory(to: UInt8.self).baseAddress, Int32(buffer.count))
        }
        guard filled == 1 else { fatalError("OpenSSL has no randomness to give") }
        return data
    }

    /// `count` random bytes as lower-case hex, twice as many characters: names of stored files and the like.
    package static func hex(_ count: Int = 16) -> String {
        Hex.text(bytes(count))
    }
}
