import Foundation
import Models
import Transports

/// The settings of the web side.
package struct WebSettings: Sendable {
    /// The addresses that browsers use, without a trailing slash: `https://portal.example`. Links begin with the first
    /// one; a request for any other host is refused.
    package var origins: [String]
    /// The addresses of proxies whose X-Forwarded-For is trusted.
    package var trustedProxies: Set<String> = []
    /// The hosts by which this machine itself requests `/healthz` and `/metrics`: `127.0.0.1:8080`.
    package var localHosts: Set<String> = []
    /// The token for `/metrics`; without one only this machine may read it.
    package var metricsToken: String?
    /// Whether each request is logged.
    package var requestLog = false
    package var maximumConnections = 8_192
    /// How long a page waits for the texts of files.
    package var readingPatience = Duration.seconds(15)
    /// How long a download waits for a printout to be made before a page shows the progress.
    package var printingPatience = Duration.seconds(10)
    /// The seconds without a byte after which reading a request or writing a response is cancelled.
    package var idleSeconds = 30
    /// The limits on uploads.
    package var uploads = UploadLimits()
    /// The slowest accepted upload, in bytes a second.
    package var leastUploadSpeed = 4096
    /// The mail server that is set from outside; it wins over the one in the office's settings.
    package var relay: SMTPRelay?
    /// The file (PEM) with the authorities that sign mail servers' certificates; `nil` for those of the system.
    package var mailAuthorities: String?
    /// Those whom the sign-in page offers, where it is the demo's.
    package var cast: DemoCast?

    /// Browsers omit the default port in Host and Origin, so it is omitted here.
    package init(origins: [String]) {
        self.origins = origins.map { origin in
            let usual = origin.hasPrefix("https:") ? ":443" : ":80"
            return origin.hasSuffix(usual) ? String(origin.dropLast(usual.count)) : origin
        }
    }

    /// Returns a link for people, with the office's address.
    package func link(to path: Path) -> String { (origins.first ?? "") + path.text }

    /// Cookies carry the `__Host-` prefix and `Secure` everywhere but on plain HTTP.
    var isSecure: Bool { origins.allSatisfy { $0.hasPrefix("https://") } }

    var hosts: Set<String> { Set(origins.compactMap { $0.split(separator: "/").last.map { $0.lowercased() } }) }
}
