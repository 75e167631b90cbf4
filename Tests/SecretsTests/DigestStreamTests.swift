import Foundation
import Testing

@testable import Secrets

@Suite("A digest of any kind")
struct DigestStreamTests {
    @Test(
        "gives the values of its standard",
        arguments: [
            (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"), (.md5, "900150983cd24fb0d6963f7d28e17f72"),
        ] as [(DigestStream.Algorithm, String)]
    )
    func vectors(algorithm: DigestStream.Algorithm, digest: String) {
        let stream = DigestStream(algorithm)
        for piece in ["a", "", "bc"] { Data(piece.utf8).withUnsafeBytes { stream.update($0) } }
        #expect(Hex.text(stream.finish()) == digest)
    }
}
