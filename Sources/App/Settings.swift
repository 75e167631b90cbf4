import Configuration
import Foundation
import SystemPackage
import Web

/// Every setting. The command line comes first, then the environment (`SKRYTKA_BASE_URL`), then
/// the file `skrytka.conf` in the data folder (the same names, one `NAME=value` a line), then the default.
struct Settings: Sendable {
    /// SKRYTKA_BASE_URL: the address that people type, such as `https://portal.example`. Links begin with it, and
    /// requests for another host are refused. Default: `http://localhost:PORT`, and 127.0.0.1 beside it.
    var baseURL: String?
    /// SKRYTKA_TRUSTED_PROXY: addresses, with commas between, of proxies in front of the server, whose X-Forwarded-For
    /// is believed. Without it all requests through a proxy count as one address. Default: none.
    var trustedProxies: [String]
    /// SKRYTKA_METRICS_TOKEN: with it `/metrics` answers everyone who sends it as `Authorization: Bearer`, at least 20
    /// characters. Default: none, and `/metrics` answers only this machine, asked directly.
    var metricsToken: String?
    /// SKRYTKA_TEMPLATES: the folder of page templates. Default: `Templates` beside the program or in this folder.
    var templates: URL
    /// SKRYTKA_PUBLIC: the folder of stylesheets and scripts. Default: `Public`, found likewise.
    var assets: URL
    /// SKRYTKA_MAXIMUM_CONNECTIONS: how many connections are open at once. Default: 8192.
    var maximumConnections: Int
    /// SKRYTKA_IDLE_SECONDS: after how many seconds of silence a request is given up. Default: 30.
    var idleSeconds: Int

    /// SKRYTKA_CERTIFICATE: the certificate (PEM) that the proxy shows, for `skrytka doctor` to look at. Default: none.
    var certificate: String?

    static func read(data: String) async throws -> Settings {
        let file = FilePath("\(data)/skrytka.conf")
        let reader = ConfigReader(providers: [
            EnvironmentVariablesProvider(),
            try await EnvironmentVariablesProvider(environmentFilePath: file, allowMissing: true),
        ]).scoped(to: "skrytka")
        let settings = Settings(
            baseURL: reader.string(forKey: "base.url"),
            trustedProxies: reader.stringArray(forKey: "trusted.proxy") ?? [],
            metricsToken: reader.string(forKey: "metrics.token"),
            templates: try folder(reader.string(forKey: "templates"), named: "Templates", "SKRYTKA_TEMPLATES"),
            assets: try folder(reader.string(forKey: "public"), named: "Public", "SKRYTKA_PUBLIC"),
            maximumConnections: try number(reader, "maximum.connections", default: 8192, 16...100_000),
            idleSeconds: try number(reader, "idle.seconds", default: 30, 2...600),
            certificate: reader.string(forKey: "certificate")
        )
        try settings.checkBaseURL()
        try settings.checkMetricsToken()
        return settings
    }

    func web(port: Int) -> WebSettings {
        let origins = baseURL.map { [$0] } ?? ["http://localhost:\(port)", "http://127.0.0.1:\(port)"]
        var settings = WebSettings(origins: origins)
        settings.trustedProxies = Set(trustedProxies)
        settings.localHosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        settings.metricsToken = metricsToken
        settings.maximumConnections = maximumConnections
        settings.idleSeconds = idleSeconds
        return settings
    }

    private func checkBaseURL() throws {
        guard let baseURL else { return }
        guard let url = URL(string: baseURL), ["http", "https"].contains(url.scheme), url.host != nil,
            url.path.isEmpty, url.query == nil, baseURL == baseURL.lowercased()
        else {
            throw SettingError("SKRYTKA_BASE_URL must be like https://portal.example, without a path, not «\(baseURL)»")
        }
    }

    private func checkMetricsToken() throws {
        guard let metricsToken, metricsToken.count < 20 else { return }
        throw SettingError("SKRYTKA_METRICS_TOKEN is too short to be secret; it needs at least 20 characters")
    }

    private static func number(
        _ reader: ConfigReader, _ key: ConfigKey, default standard: Int, _ range: ClosedRange<Int>
    ) throws -> Int {
        guard let text = reader.string(forKey: key) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            let name = "SKRYTKA_\(key.components.joined(separator: "_").uppercased())"
            throw SettingError(
                "\(name) must be a number from \(range.lowerBound) to \(range.upperBound), not «\(text)»")
        }
        return number
    }

    /// The folder that is set, else the one found beside the program or above it, else in the current folder.
    private static func folder(_ chosen: String?, named name: String, _ setting: String) throws -> URL {
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var places = sequence(first: program.deletingLastPathComponent()) { place in
            place.path == "/" ? nil : place.deletingLastPathComponent()
        }.map { $0.appendingPathComponent(name) }
        places.append(URL(fileURLWithPath: name))
        if let chosen { places = [URL(fileURLWithPath: chosen)] }
        guard let found = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw SettingError("\(setting): the folder \(chosen ?? name) is not here; name it with this setting")
        }
        // A folder that is a link is listed as empty.
        return found.resolvingSymlinksInPath()
    }
}

/// A setting that is wrong, in one sentence that names it.
struct SettingError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
