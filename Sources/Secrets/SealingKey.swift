import COpenSSL
import Foundation

/// Seals small secrets that must be stored and read again, such as the password of a mail server: AES-256-GCM with a
/// random nonce, so that what was changed or belongs elsewhere does not open.
package struct SealingKey: Sendable {
    package static let count = 32
    private static let (nonceCount, tagCount) = (12, 16)
    /// The first byte of what is sealed, for another way of sealing to come.
    private static let form: UInt8 = 1

    /// To be stored where nobody else reads.
    package let bytes: Data

    package init() { bytes = SecureRandom.bytes(Self.count) }

    /// Fails for anything but 32 bytes.
    package init?(bytes: Data) {
        guard bytes.count == Self.count else { return nil }
        self.bytes = bytes
    }

    /// - Parameter purpose: what it is for. It opens for the same purpose alone.
    package func seal(_ secret: Data, for purpose: String) -> Data {
        let nonce = SecureRandom.bytes(Self.nonceCount)
        guard let (text, tag) = run(secret, nonce, purpose, tag: nil) else { fatalError("OpenSSL does not seal") }
        return Data([Self.form]) + nonce + text + tag
    }

    /// Returns the secret; `nil` for another key or purpose, or a changed byte.
    package func open(_ sealed: Data, for purpose: String) -> Data? {
        let sealed = Data(sealed)
        guard sealed.count > Self.nonceCount + Self.tagCount, sealed[0] == Self.form else { return nil }
        let nonce = sealed[1...].prefix(Self.nonceCount)
        let text = sealed[(1 + Self.nonceCount)...].dropLast(Self.tagCount)
        return run(Data(text), Data(nonce), purpose, tag: Data(sealed.suffix(Self.tagCount)))?.text
    }

    /// - Parameter tag: of what is to be opened; `nil` to seal.
    private func run(_ given: Data, _ nonce: Data, _ purpose: String, tag: Data?) -> (text: Data, tag: Data)? {
        guard let context = EVP_CIPHER_CTX_new() else { fatalError("OpenSSL has no room") }
        defer { EVP_CIPHER_CTX_free(context) }
        var (made, tag, count, isRight) = (Data(count: given.count), tag, Int32(0), true)
        let direction: Int32 = tag == nil ? 1 : 0
        let (key, nonce, purpose, input) = (Array(bytes), Array(nonce), Array(purpose.utf8), Array(given))
        isRight = EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce, direction) == 1
        isRight = isRight && EVP_CipherUpdate(context, nil, &count, purpose, Int32(purpose.count)) == 1
        isRight =
            isRight
            && made.withUnsafeMutableBytes { made in
                EVP_CipherUpdate(
                    context, made.bindMemory(to: UInt8.self).baseAddress, &count, input, Int32(input.count)) == 1
            }
        if var expected = tag.map(Array.init) {
            isRight =
                isRight
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(expected.count), &expected) == 1
        }
        var (rest, own) = ([UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: Self.tagCount))
        isRight = isRight && EVP_CipherFinal_ex(context, &rest, &count) == 1
        guard isRight else { return nil }
        if tag == nil {
            guard EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagCount), &own) == 1 else {
                return nil
            }
            tag = Data(own)
        }
        return tag.map { (made, $0) }
    }
}

extension SealingKey: CustomStringConvertible, CustomReflectable {
    /// Hides the secret, in case it is logged by mistake.
    package var description: String { "SealingKey(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
