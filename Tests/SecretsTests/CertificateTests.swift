import Foundation
import Secrets
import Testing

@Suite("A certificate")
struct CertificateTests {
    @Test("Says from when until when it holds, and for whom")
    func reading() throws {
        let certificate = try #require(Certificate(pem: Data(Self.pem.utf8)))
        #expect(certificate.validFrom.formatted(.iso8601) == Self.from)
        #expect(certificate.validUntil.formatted(.iso8601) == Self.until)
        #expect(certificate.isFor("portal.example"))
        #expect(!certificate.isFor("other.example"))
        #expect(!certificate.isFor("portal.example.other.example"))
    }

    @Test("Is not read out of anything else", arguments: ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
    func nothing(text: String) {
        #expect(Certificate(pem: Data(text.utf8)) == nil)
    }

    private static let from = "2026-11-21T23:41:22Z"
    private static let until = "2027-02-19T23:41:22Z"

    /// Made for this test, with a key that was not kept.
    private static let pem = """
        -----BEGIN CERTIFICATE-----
        MIIBojCCAUigAwIBAgIUcKhTsI73nHdOrFTcdj0cLqo55MgwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOcG9ydGFsLmV4YW1wbGUwHhcNMjYxMTIxMjM0MTIyWhcNMjcw
        MjE5MjM0MTIyWjAZMRcwFQYDVQQDDA5wb3J0YWwuZXhhbXBsZTBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABAThS5VkEsgjJeX2z+sdErqoe6s6F8xI2JO00Sk7T+1I
        2LcCaRNNOGEGs63zNrGMJuHshEXQds0a/RsCcNnXTUSjbjBsMB0GA1UdDgQWBBST
        jjhHjLbGneEGlq7vWJaONSPkMzAfBgNVHSMEGDAWgBSTjjhHjLbGneEGlq7vWJaO
        NSPkMzAPBgNVHRMBAf8EBTADAQH/MBkGA1UdEQQSMBCCDnBvcnRhbC5leGFtcGxl
        MAoGCCqGSM49BAMCA0gAMEUCIEcmTX5RLTdMwBk6QqRqMo2PsQb+07ttJ5ag8S8S
        l5XkAiEA/dE3aGuGu27k2WgTqxTbQSr0M3mYfhh3EpPNNGjwiog=
        -----END CERTIFICATE-----
        """
}
