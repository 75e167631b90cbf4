import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// A mail server on loopback that says what a script tells it to, and keeps every byte that it gets.
final class ScriptedServer: Sendable {
    /// What it says to a command; `nil` hangs up.
    typealias Script = @Sendable (_ command: String, _ connection: Int) -> String?

    let port: Int
    private let listener: Int32
    private let script: Script
    private let heard = Mutex(Heard())

    struct Heard {
        var connections = 0
        var commands: [String] = []
        /// The mails as they came, with their dots and without the last one.
        var mails: [[UInt8]] = []
    }

    init(_ script: @escaping Script) throws {
        self.script = script
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        port =
            withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    guard bind(listener, address, size) == 0, listen(listener, 8) == 0 else { return 0 }
                    getsockname(listener, address, &size)
                    return 0
                }
            } + Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in serve() }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    var commands: [String] { heard.withLock(\.commands) }
    var mails: [[UInt8]] { heard.withLock(\.mails) }
    var connections: Int { heard.withLock(\.connections) }

    /// What a server says that takes everything.
    static func polite(_ command: String) -> String {
        switch command.prefix(4) {
        case "": "220 ready"
        case "EHLO": "250-here\r\n250 SIZE 30000000"
        case "DATA": "354 go on"
        case "QUIT": "221 bye"
        default: "250 2.0.0 fine"
        }
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            let number = heard.withLock { heard in
                heard.connections += 1
                return heard.connections
            }
            Thread.detachNewThread { [self] in
                converse(client, number)
                close(client)
            }
        }
    }

    private func converse(_ client: Int32, _ number: Int) {
        var input = Input(client: client)
        var command = ""
        repeat {
            guard let answer = script(command, number) else { return }
            let bytes = Array((answer + "\r\n").utf8)
            guard send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { return }
            if command == "DATA", answer.hasPrefix("354") {
                guard let mail = input.mail() else { return }
                heard.withLock { $0.mails.append(mail) }
                command = "."
            } else {
                guard let line = input.line() else { return }
                command = String(decoding: line, as: UTF8.self)
            }
            heard.withLock { [command] in $0.commands.append(command) }
        } while true
    }

    private struct Input {
        let client: Int32
        var waiting: [UInt8] = []

        mutating func more() -> Bool {
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return false }
            waiting += buffer.prefix(count)
            return true
        }

        mutating func line() -> [UInt8]? {
            while true {
                if let end = waiting.firstIndex(of: 0x0A) {
                    defer { waiting.removeFirst(end + 1) }
                    return Array(waiting[..<end].filter { $0 != 0x0D })
                }
                guard more() else { return nil }
            }
        }

        mutating func mail() -> [UInt8]? {
            let dot = Array("\r\n.\r\n".utf8)
            while true {
                if let end = waiting.ranges(of: dot).first {
                    defer { waiting.removeFirst(end.upperBound) }
                    return Array(waiting[..<end.lowerBound]) + [0x0D, 0x0A]
                }
                guard more() else { return nil }
            }
        }
    }
}
