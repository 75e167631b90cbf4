import Foundation
import Logging

/// Writes log entries as one JSON object on each line, for people and for programs that read logs.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { _, newer in newer }
        let at = Date().formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
        let parts = [
            ("at", Self.quoted("\(at)Z")), ("level", Self.quoted(event.level.rawValue)),
            ("message", Self.quoted(event.message.description)),
        ]
        let rest = fields.sorted { $0.key < $1.key }.map { (Self.shortened($0.key), Self.json($0.value)) }
        let line = (parts + rest).map { "\(Self.quoted($0.0)):\($0.1)" }.joined(separator: ",")
        Terminal.complain("{\(line)}")
    }

    /// Shortens the framework's name for a request's id, which error pages show too.
    private static func shortened(_ key: String) -> String { key == "hb.request.id" ? "request" : key }

    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .stringConvertible(let number as Int): "\(number)"
        case .stringConvertible(let number as Double) where number.isFinite: "\(number)"
        default: quoted("\(value)")
        }
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
