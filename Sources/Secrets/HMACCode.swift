import COpenSSL
import Foundation

/// Computes the code (HMAC-SHA-256, RFC 2104) by which a text that comes back proves that it was written here.
package enum HMACCode {
    package static func of(_ data: Data, key: Data) -> Data {
        var code = Data(count: SHA256Digest.count)
        let isDone = code.withUnsafeMutableBytes { code in
            data.withUnsafeBytes { data in
                key.withUnsafeBytes { key in
                    HMAC(
                        EVP_sha256(), key.baseAddress, Int32(key.count),
                        data.bindMemory(to: UInt8.self).baseAddress, data.count,
                        code.bindMemory(to: UInt8.self).baseAddress, nil)
                }
            }
        }
        guard isDone != nil else { fatalError("OpenSSL offers no HMAC") }
        return code
    }
}
