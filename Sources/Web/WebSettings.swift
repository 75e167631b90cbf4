import Foundation
import Models

/// The settings of the web side.
package struct WebSettings: Sendable {
    /// The addresses that browsers use, without a slash at the end: `https://portal.example`. The
    /// first one stands in links; a request for any other host is refused.
    package var origins: [String]
    /// Addresses of proxies whose X-Forwarded-For is believed.
    package var trustedProxies: Set<String> = []
    /// By which hosts this machine itself asks `/healthz` and `/metrics`: `127.0.0.1:8080`.
    package var localHosts: Set<String> = []
    /// The token that `/metrics` asks for; without one only this machine sees it.
    package var metricsToken: String?
    /// Whether each request gets a line in the log.
    package var requestLog = false
    package var maximumConnections = 8_192
    /// How long a page waits for files to be read.
    package var readingPatience = Duration.seconds(15)
    /// How long a download waits for a printout to be made before a page says how far it is.
    package var printingPatience = Duration.seconds(10)
    /// Seconds without a byte after which a request being read, or a response being written, is given up.
    package var idleSeconds = 30
    /// How much may be uploaded.
    package var uploads = UploadLimits()
    /// The slowest that an upload may come, in bytes a second.
    package var leastUploadSpeed = 4096
    /// Those whom the sign-in page offers, where it is the demo's.
    package var cast: DemoCast?

    /// Browsers leave the usual port out of Host and Origin, so it is left out here.
    package init(origins: [String]) {
        self.origins = origins.map { origin in
            let usual = origin.hasPrefix("https:") ? ":443" : ":80"
            return origin.hasSuffix(usual) ? String(origin.dropLast(usual.count)) : origin
        }
    }

    /// A link as people get it, with the office's address.
    package func link(to path: Path) -> String { (origins.first ?? "") + path.text }

    /// Cookies carry the `__Host-` prefix and `Secure` everywhere but on plain HTTP.
    var isSecure: Bool { origins.allSatisfy { $0.hasPrefix("https://") } }

    var hosts: Set<String> { Set(origins.compactMap { $0.split(separator: "/").last.map { $0.lowercased() } }) }
}
