import COpenSSL
import Foundation

/// What a TLS certificate in a PEM file says: the first one, which is the server's own. Whether its issuer is trusted
/// is for browsers to judge.
package struct Certificate: Sendable {
    package let validFrom: Date
    package let validUntil: Date
    private let pem: Data

    /// Nothing when there is no certificate in it.
    package init?(pem: Data) {
        let times = Self.read(pem) { certificate in
            (Self.date(X509_get0_notBefore(certificate)), Self.date(X509_get0_notAfter(certificate)))
        }
        guard let times, let from = times.0, let until = times.1 else { return nil }
        (validFrom, validUntil, self.pem) = (from, until, pem)
    }

    /// Whether it was made for a host.
    package func isFor(_ host: String) -> Bool {
        Self.read(pem) { X509_check_host($0, host, host.utf8.count, 0, nil) == 1 } ?? false
    }

    private static func read<Value>(_ pem: Data, _ body: (OpaquePointer) -> Value) -> Value? {
        pem.withUnsafeBytes { bytes in
            guard let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { BIO_free(bio) }
            guard let certificate = PEM_read_bio_X509(bio, nil, nil, nil) else { return nil }
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
