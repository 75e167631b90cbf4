import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("Tokens in the data folder")
struct StoredTokensTests {
    @Test("Are digests only: no session's and no link's token is in any byte of the database")
    func digests() async throws {
        try await TestOffice.with { office in
            let (piotr, anna, now) = (office.cast.piotr, office.cast.anna, office.now)
            let (session, link) = try await office.database.write { db in
                let person = try Person.find(db, piotr)
                let session = try Session.open(db, for: person, device: "Chrome", address: "192.0.2.1", at: now)
                return (session.token, try PersonalLink.mint(db, for: piotr, handed: .byMail, by: anna, at: now).token)
            }
            let bytes = try ["office.sqlite", "office.sqlite-wal"].reduce(into: Data()) { all, name in
                all += try Data(contentsOf: office.folder.appendingPathComponent(name))
            }
            for token in [session, link, office.cast.iwonasLink] {
                #expect(bytes.range(of: token.digest) != nil)
                #expect(bytes.range(of: Data(token.text.utf8)) == nil)
                #expect(bytes.range(of: try Self.raw(token)) == nil)
                #expect(bytes.range(of: Data(Hex.text(try Self.raw(token)).utf8)) == nil)
            }
            #expect(bytes.range(of: Data(Cast.password.utf8)) == nil)
        }
    }

    private static func raw(_ token: Token) throws -> Data {
        let base64 = token.text.replacing("-", with: "+").replacing("_", with: "/") + "="
        return try #require(Data(base64Encoded: base64))
    }
}
