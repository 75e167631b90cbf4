import Foundation
import Testing

@testable import Secrets

@Suite("A sealing key")
struct SealingKeyTests {
    private let key = SealingKey()
    private let secret = Data("hasło do poczty".utf8)

    @Test("Opens what it sealed, for the same purpose alone")
    func opens() {
        let sealed = key.seal(secret, for: "mail")
        #expect(key.open(sealed, for: "mail") == secret)
        #expect(key.open(sealed, for: "sms") == nil)
        #expect(SealingKey().open(sealed, for: "mail") == nil)
        #expect(SealingKey(bytes: key.bytes)?.open(sealed, for: "mail") == secret)
        #expect(SealingKey(bytes: key.bytes.dropLast()) == nil)
    }

    @Test("Seals the same secret differently each time, and shows nothing of it")
    func differs() {
        let (one, other) = (key.seal(secret, for: "mail"), key.seal(secret, for: "mail"))
        #expect(one != other)
        #expect(one.count == secret.count + 29)
        #expect(one.range(of: secret.prefix(6)) == nil)
        #expect("\(key)" == "SealingKey(hidden)")
    }

    @Test("Opens nothing of which a byte was changed or cut off")
    func changed() {
        let sealed = key.seal(secret, for: "mail")
        for place in sealed.indices {
            var other = sealed
            other[place] ^= 1
            #expect(key.open(other, for: "mail") == nil)
            #expect(key.open(sealed.prefix(place), for: "mail") == nil)
        }
    }

    @Test("Codes are those of RFC 4231")
    func codes() {
        let code = HMACCode.of(Data("what do ya want for nothing?".utf8), key: Data("Jefe".utf8))
        #expect(Hex.text(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
