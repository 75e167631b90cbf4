import Foundation
import Testing

@testable import Secrets

/// ASVS 5.0: 6.2.8, 11.4.2.
@Suite("A stored password")
struct PasswordHashTests {
    static let password = "Zażółć gęślą jaźń 1410"
    static let hash = try? PasswordHash.make(password)

    @Test("is argon2id with 19 MiB, two passes, one lane, 16 bytes of salt and 32 of hash")
    func parameters() throws {
        let parts = try #require(Self.hash).phc.split(separator: "$").map(String.init)
        #expect(parts[0...2] == ["argon2id", "v=19", "m=19456,t=2,p=1"])
        #expect(parts.count == 5)
        #expect(Data(base64Encoded: parts[3] + "==")?.count == 16)
        #expect(Data(base64Encoded: parts[4] + "=")?.count == 32)
    }

    @Test("is verified by the very same password")
    func verifies() throws {
        #expect(try #require(Self.hash).verify(Self.password))
    }

    @Test(
        "is not verified by a password that differs in anything",
        arguments: [
            password.lowercased(), password + " ", " " + password, password + "\0", String(password.dropLast()), "",
        ])
    func refuses(wrong: String) throws {
        #expect(try #require(Self.hash).verify(wrong) == false)
    }

    @Test("is the same for letters composed and decomposed")
    func normalisation() throws {
        let decomposed = Self.password.decomposedStringWithCanonicalMapping
        try #require(Array(decomposed.utf8) != Array(Self.password.utf8))
        #expect(try #require(Self.hash).verify(decomposed))
    }

    @Test("counts every character, also far beyond the 72 bytes of bcrypt and after a NUL")
    func everyCharacterCounts() throws {
        let long = String(repeating: "ab", count: 100) + "\0end"
        let hash = try PasswordHash.make(long)
        #expect(hash.verify(long))
        #expect(!hash.verify(String(long.dropLast()) + "D"))
    }

    @Test("has its own salt each time")
    func salts() throws {
        let again = try PasswordHash.make(Self.password)
        #expect(try #require(Self.hash).phc != again.phc)
    }

    @Test("asks to be hashed again when its parameters are not today's")
    func needsRehash() throws {
        let weak = "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$8JkKTmI1IcZfiNvH9yZgSvvNPpNvTZBtRB0Nd0bZ6HE"
        #expect(PasswordHash(phc: weak).needsRehash)
        #expect(PasswordHash(phc: "").needsRehash)
        #expect(try #require(Self.hash).needsRehash == false)
    }

    @Test(
        "that is no PHC text verifies nothing",
        arguments: ["", "$argon2id$", "plain", "$2b$12$abc", "$argon2i$v=19$m=8,t=1,p=1$YQ$YQ"])
    func malformed(phc: String) {
        #expect(!PasswordHash(phc: phc).verify(""))
        #expect(!PasswordHash(phc: phc).verify("plain"))
    }

    @Test("of nobody costs what a real one does and fits no password")
    func decoy() {
        #expect(!PasswordHash.decoy.needsRehash)
        #expect(!PasswordHash.decoy.verify(Self.password))
        #expect(!PasswordHash.decoy.verify(""))
    }

    @Test("does not show itself when it is printed")
    func hidden() throws {
        let hash = try #require(Self.hash)
        #expect(!"\(hash)".contains("$"))
        #expect(!String(reflecting: hash).contains("$"))
    }
}
