import Foundation
import Models
import Secrets

/// Checks the settings for values that are allowed but seldom intended.
struct SettingsExamination {
    let settings: Settings
    let isDemo: Bool
    let now: Date

    /// - Parameter certificate: the proxy's certificate, in PEM; `nil` when none was given.
    func findings(certificate: Data?) -> [Finding] {
        [address(), proxy(), self.certificate(certificate)]
    }

    private var url: URL? { settings.baseURL.flatMap { URL(string: $0) } }

    private func address() -> Finding {
        guard let url, let host = url.host else {
            if isDemo { return Finding(.fine, "Address", "the demo answers on this machine only") }
            return Finding(
                .warning, "Address", "links begin with http://localhost and work on this machine only",
                advice: "set SKRYTKA_BASE_URL to the address that clients type"
            )
        }
        if url.scheme == "http", !["localhost", "127.0.0.1"].contains(host) {
            return Finding(
                .problem, "Address", "\(url.absoluteString) is not encrypted: passwords can be read on the way",
                advice: "put a proxy with TLS in front, and set SKRYTKA_BASE_URL to https://\(host)"
            )
        }
        return Finding(.fine, "Address", "\(url.absoluteString); requests for any other host are refused")
    }

    private func proxy() -> Finding {
        guard url?.scheme == "https" else { return Finding(.fine, "Proxy", "none is expected") }
        guard !settings.trustedProxies.isEmpty else {
            return Finding(
                .warning, "Proxy", "no proxy is trusted, so all visitors count as one address for wrong passwords",
                advice: "set SKRYTKA_TRUSTED_PROXY to the proxy's address, such as 127.0.0.1"
            )
        }
        return Finding(.fine, "Proxy", "believed: \(settings.trustedProxies.joined(separator: ", "))")
    }

    private func certificate(_ pem: Data?) -> Finding {
        guard let url, url.scheme == "https", let host = url.host else {
            return Finding(.unchecked, "Certificate", "the address needs none")
        }
        guard let pem else {
            return Finding(
                .unchecked, "Certificate", "which one the proxy shows is not known",
                advice: "name it with --certificate FILE or SKRYTKA_CERTIFICATE"
            )
        }
        let renew = "renew it, and see that the proxy takes the new one"
        guard let certificate = Certificate(pem: pem) else {
            return Finding(.problem, "Certificate", "the file holds no certificate (PEM)", advice: "name another file")
        }
        let until = certificate.validUntil.formatted(.iso8601)
        if now > certificate.validUntil {
            return Finding(.problem, "Certificate", "it ended \(until)", advice: renew)
        }
        if now < certificate.validFrom {
            let from = certificate.validFrom.formatted(.iso8601)
            return Finding(.problem, "Certificate", "it begins only \(from)", advice: "look at the clock, or renew it")
        }
        guard certificate.isFor(host) else {
            return Finding(.problem, "Certificate", "it is not for \(host)", advice: "get one for that name")
        }
        if let served = Certificate.served(for: host, port: url.port ?? 443), served != certificate.fingerprint {
            return Finding(
                .problem, "Certificate", "the proxy still shows another one than the file holds",
                advice: "reload it (systemctl reload nginx), and let certbot do so: docs/self-hosting.md, step 4")
        }
        let isNear = certificate.validUntil.timeIntervalSince(now) < 14 * 24 * 3600
        return Finding(
            isNear ? .warning : .fine, "Certificate", "for \(host) until \(until)", advice: isNear ? renew : nil)
    }
}
