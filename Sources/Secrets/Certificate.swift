import COpenSSL
import Foundation

/// A certificate: the first one of a PEM file, which is the server's own, or that of a signature. Does not check
/// whether its issuer is trusted.
package struct Certificate: Sendable {
    package let validFrom: Date
    package let validUntil: Date
    /// Whether its key is strong enough for signatures: as strong as RSA of 2048 bits, by OpenSSL's measure for each
    /// kind of key (112 bits of security, NIST SP 800-57, the least for signatures since 2014).
    package let hasStrongKey: Bool
    private let bytes: Data
    private let isPEM: Bool

    /// Fails when the file contains no certificate.
    package init?(pem: Data) {
        self.init(pem, isPEM: true)
    }

    /// Fails when the bytes are not a certificate.
    package init?(der: Data) {
        self.init(der, isPEM: false)
    }

    private init?(_ bytes: Data, isPEM: Bool) {
        let facts = Self.read(bytes, isPEM) { certificate in
            let bits = X509_get0_pubkey(certificate).map(EVP_PKEY_get_security_bits) ?? 0
            return (
                Self.date(X509_get0_notBefore(certificate)), Self.date(X509_get0_notAfter(certificate)), bits >= 112
            )
        }
        guard let facts, let from = facts.0, let until = facts.1 else { return nil }
        (validFrom, validUntil, hasStrongKey) = (from, until, facts.2)
        (self.bytes, self.isPEM) = (bytes, isPEM)
    }

    /// Whether it was issued for a host.
    package func isFor(_ host: String) -> Bool {
        Self.read(bytes, isPEM) { X509_check_host($0, host, host.utf8.count, 0, nil) == 1 } ?? false
    }

    /// The SHA-256 of its DER form, which identifies the certificate.
    package var fingerprint: Data? { Self.read(bytes, isPEM, Self.fingerprint) ?? nil }

    static func fingerprint(_ certificate: OpaquePointer) -> Data? {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = i2d_X509(certificate, &bytes)
        guard count > 0, let bytes else { return nil }
        defer { CRYPTO_free(bytes, #file, #line) }
        return SHA256Digest.of(Data(bytes: bytes, count: Int(count)))
    }

    private static func read<Value>(_ bytes: Data, _ isPEM: Bool, _ body: (OpaquePointer) -> Value) -> Value? {
        bytes.withUnsafeBytes { bytes in
            guard let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { BIO_free(bio) }
            let read = isPEM ? PEM_read_bio_X509(bio, nil, nil, nil) : d2i_X509_bio(bio, nil)
            guard let certificate = read else { return nil }
            defer { X509_free(certificate) }
            return body(certificate)
        }
    }

    private static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
        var parts = tm()
        guard ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(timegm(&parts)))
    }
}
