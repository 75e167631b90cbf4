import Foundation
import Hummingbird
import NIOCore
import Secrets

/// The files of `Public`, read once. Their common digest is part of their addresses, so browsers
/// may keep them for ever, and modules import each other by plain relative names.
struct Assets: Sendable {
    struct File: Sendable {
        let mediaType: String
        let bytes: ByteBuffer
        /// The same bytes in gzip form, where that is smaller.
        let gzip: ByteBuffer?
    }

    let digest: String
    private let files: [String: File]

    var prefix: String { "/assets/\(digest)" }

    init(folder: URL) throws {
        var contents = try Self.read(folder.standardizedFileURL)
        contents["app.css"] = try Self.stylesheet(contents)
        for name in contents.keys where name.hasPrefix("css/") { contents[name] = nil }
        let names = contents.keys.sorted()
        let sum = names.reduce(into: Data()) { $0 += Data($1.utf8) + SHA256Digest.of(contents[$1] ?? Data()) }
        digest = SHA256Digest.of(sum).prefix(8).map { String(format: "%02x", $0) }.joined()
        files = contents.compactMapValues { $0 }.reduce(into: [:]) { files, item in
            guard let type = Self.mediaTypes[(item.key as NSString).pathExtension] else { return }
            files[item.key] = File(
                mediaType: type, bytes: ByteBuffer(bytes: item.value),
                gzip: Gzip.compress(item.value).map { ByteBuffer(bytes: $0) }
            )
        }
    }

    func file(_ name: String) -> File? { files[name] }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml; charset=utf-8",
        "webmanifest": "application/manifest+json", "png": "image/png", "ico": "image/x-icon",
    ]

    private static func read(_ folder: URL) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            guard !url.hasDirectoryPath else { continue }
            let name = String(url.standardizedFileURL.path.dropFirst(folder.path.count).drop { $0 == "/" })
            contents[name] = try Data(contentsOf: url)
        }
        return contents
    }

    /// One stylesheet of the files that `css/order.txt` names: one request instead of twenty.
    private static func stylesheet(_ contents: [String: Data]) throws -> Data {
        let order = String(decoding: contents["css/order.txt"] ?? Data(), as: UTF8.self)
        let names = order.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return try names.reduce(into: Data()) { sheet, name in
            guard let part = contents["css/\(name)"] else {
                throw TemplateError(name: "../Public/css/order.txt", problem: "names \(name), which does not exist")
            }
            sheet += part + Data("\n".utf8)
        }
    }
}
