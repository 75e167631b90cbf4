import Foundation
import Testing

@testable import Secrets

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives the values of FIPS 180-2",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, digest: String) {
        #expect(Hex.text(SHA256Digest.of(Data(text.utf8))) == digest)
    }

    @Test("of pieces is that of the whole", arguments: [1, 63, 64, 65, 1_000])
    func pieces(size: Int) {
        let data = SecureRandom.bytes(4_097)
        let stream = SHA256Stream()
        for start in stride(from: 0, to: data.count, by: size) {
            data[start..<min(start + size, data.count)].withUnsafeBytes { stream.update($0) }
        }
        #expect(stream.finish() == SHA256Digest.of(data))
    }
}

@Suite("Comparison in constant time")
struct ConstantTimeTests {
    @Test("tells equal from unequal")
    func equality() {
        let data = SecureRandom.bytes(32)
        var other = data
        other[31] ^= 1
        #expect(ConstantTime.equal(data, Data(data)))
        #expect(!ConstantTime.equal(data, other))
        #expect(!ConstantTime.equal(data, data.dropLast()))
        #expect(ConstantTime.equal(Data(), Data()))
        #expect(ConstantTime.equal(other.dropFirst(), Data(other.dropFirst())), "slices too")
    }
}

@Suite("Random keys")
struct SecureRandomTests {
    @Test("are as long as asked and differ")
    func keys() {
        #expect(SecureRandom.hex().count == 32)
        #expect(SecureRandom.hex(3).count == 6)
        #expect(SecureRandom.hex() != SecureRandom.hex())
        #expect(SecureRandom.bytes(0).isEmpty)
    }
}
