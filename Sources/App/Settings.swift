import Configuration
import Foundation
import Models
import SystemPackage
import Transports
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
    /// SKRYTKA_REQUEST_LOG: `on` writes a line for each request into the log, without addresses and names. Default: off.
    var requestLog: Bool
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

    /// SKRYTKA_SMTP_URL: the mail server that passes the office's mails on, such as
    /// `smtps://user:password@smtp.example:465`; `smtp://` for STARTTLS. It wins over the one that the head sets. Default:
    /// none.
    var relay: SMTPRelay?
    /// SKRYTKA_SMTP_CA: a file (PEM) with the authorities that may have signed the mail server's certificate. Default:
    /// those of the system.
    var mailAuthorities: String?

    /// SKRYTKA_DISK_FLOOR: free space of the disk that uploads, imports and backups leave for sign-ins and messages, such
    /// as `512M` or `2G`. Default: 512M.
    var diskFloor: Int64
    /// SKRYTKA_FIRM_QUOTA: how much a firm may use in total for its files, such as `5G`. Default: 5G.
    var firmQuota: Int64
    /// SKRYTKA_FIRM_UPLOADS_PER_HOUR: how much the people of a firm may upload within an hour, such as `2G`; one person
    /// of the office ten times that. Default: 2G.
    var firmUploadsPerHour: Int64
    /// SKRYTKA_FILES_PER_HOUR: how many files one client may upload within an hour; one person of the office ten times
    /// that. Default: 300.
    var filesPerHour: Int
    /// SKRYTKA_LEAST_UPLOAD_SPEED: an upload that comes more slowly is given up, in bytes a second. Default: 4096.
    var leastUploadSpeed: Int

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
            requestLog: try flag(reader, "request.log"),
            templates: try folder(reader.string(forKey: "templates"), named: "Templates", "SKRYTKA_TEMPLATES"),
            assets: try folder(reader.string(forKey: "public"), named: "Public", "SKRYTKA_PUBLIC"),
            maximumConnections: try number(reader, "maximum.connections", default: 8192, 16...100_000),
            idleSeconds: try number(reader, "idle.seconds", default: 30, 2...600),
            certificate: reader.string(forKey: "certificate"),
            relay: try relay(reader.string(forKey: "smtp.url")),
            mailAuthorities: try readable(reader.string(forKey: "smtp.ca"), "SKRYTKA_SMTP_CA"),
            diskFloor: try size(reader, "disk.floor", default: DiskSpace.defaultFloor),
            firmQuota: try size(reader, "firm.quota", default: UploadLimits().firmQuota),
            firmUploadsPerHour: try size(reader, "firm.uploads.per.hour", default: UploadLimits().firmBytesPerHour),
            filesPerHour: try number(reader, "files.per.hour", default: UploadLimits().filesPerHour, 1...1_000_000),
            leastUploadSpeed: try number(reader, "least.upload.speed", default: 4096, 0...1_000_000)
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
        settings.requestLog = requestLog
        settings.maximumConnections = maximumConnections
        settings.idleSeconds = idleSeconds
        settings.uploads.firmQuota = firmQuota
        settings.uploads.firmBytesPerHour = firmUploadsPerHour
        settings.uploads.filesPerHour = filesPerHour
        settings.leastUploadSpeed = leastUploadSpeed
        settings.relay = relay
        settings.mailAuthorities = mailAuthorities
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

    /// Reads bytes, as a number with a letter: K, M, G or T.
    private static func size(_ reader: ConfigReader, _ key: ConfigKey, default standard: Int64) throws -> Int64 {
        guard let text = reader.string(forKey: key) else { return standard }
        let power = text.last.flatMap { "KMGT".firstIndex(of: $0) }.map {
            "KMGT".distance(from: "KMGT".startIndex, to: $0)
        }
        guard let number = Int64(power == nil ? text : String(text.dropLast())), (0...1_000_000).contains(number),
            power != nil || number == 0
        else {
            throw SettingError("\(name(key)) must be a number with K, M, G or T, such as 512M, not «\(text)»")
        }
        return number << (10 * Int64((power ?? 0) + 1))
    }

    private static func name(_ key: ConfigKey) -> String {
        "SKRYTKA_\(key.components.joined(separator: "_").uppercased())"
    }

    /// The address holds a password, so an error does not repeat it.
    private static func relay(_ url: String?) throws -> SMTPRelay? {
        guard let url else { return nil }
        guard let relay = SMTPRelay(url: url) else {
            throw SettingError(
                "SKRYTKA_SMTP_URL must be like smtps://user:password@smtp.example:465, with %40 for an @ in the user's name"
            )
        }
        return relay
    }

    private static func readable(_ path: String?, _ setting: String) throws -> String? {
        guard let path, !FileManager.default.isReadableFile(atPath: path) else { return path }
        throw SettingError("\(setting): the file \(path) cannot be read")
    }

    private static func flag(_ reader: ConfigReader, _ key: ConfigKey) throws -> Bool {
        switch reader.string(forKey: key) ?? "off" {
        case "on": return true
        case "off": return false
        case let text:
            throw SettingError("\(name(key)) must be on or off, not «\(text)»")
        }
    }

    private static func number(
        _ reader: ConfigReader, _ key: ConfigKey, default standard: Int, _ range: ClosedRange<Int>
    ) throws -> Int {
        guard let text = reader.string(forKey: key) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw SettingError(
                "\(name(key)) must be a number from \(range.lowerBound) to \(range.upperBound), not «\(text)»")
        }
        return number
    }

    /// Returns the configured folder, else the one beside the program or above it, else in the current folder.
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
        // A folder that is a link would be listed as empty.
        return found.resolvingSymlinksInPath()
    }
}

/// An invalid setting, as a sentence that names it.
struct SettingError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
