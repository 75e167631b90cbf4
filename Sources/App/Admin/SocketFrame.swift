import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A message on the socket: one byte with its kind, four with the length (big-endian), then that many bytes.
///
/// The command sends `request`; the server answers with any number of `say` and `complain`, and files as `begin`, `bytes`…, `end` or
/// as `missing`; `receipt` is asked and answered; `read` is answered with `bytes`… and
/// `end`; `done` or `failed` is the last. Both ends are one program of one
/// version: the socket is no interface for others.
struct SocketFrame {
    enum Kind: UInt8 {
        case request = 0x51  // Q
        case say = 0x53  // S
        case complain = 0x43  // C
        case begin = 0x42  // B
        case bytes = 0x44  // D
        case end = 0x45  // E
        case missing = 0x4D  // M
        case receipt = 0x52  // R
        case read = 0x54  // T
        case done = 0x4F  // O
        case failed = 0x46  // F
    }

    let kind: Kind
    let payload: Data

    /// The longest payload; files come in many frames.
    static let limit = 32 * 1024 * 1024

    func decoded<Value: Decodable>() throws -> Value { try JSONDecoder().decode(Value.self, from: payload) }
    var text: String { String(decoding: payload, as: UTF8.self) }
}

/// Frames in both directions over a connected socket. Waits; so it belongs on a thread of its own.
struct SocketChannel: Sendable {
    let socket: UnixSocket

    func send(_ kind: SocketFrame.Kind, _ payload: Data = Data()) throws {
        try payload.withUnsafeBytes { try send(kind, $0) }
    }

    func send(_ kind: SocketFrame.Kind, json value: some Encodable) throws {
        try send(kind, try JSONEncoder().encode(value))
    }

    func send(_ kind: SocketFrame.Kind, _ bytes: UnsafeRawBufferPointer) throws {
        let length = UInt32(bytes.count).bigEndian
        var head = Data([kind.rawValue])
        withUnsafeBytes(of: length) { head.append(contentsOf: $0) }
        try head.withUnsafeBytes { try write($0) }
        try write(bytes)
    }

    func receive() throws -> SocketFrame {
        let head = try read(5)
        let length = head.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        guard let kind = SocketFrame.Kind(rawValue: head[head.startIndex]), length <= SocketFrame.limit else {
            throw ConnectionLost()
        }
        return SocketFrame(kind: kind, payload: try read(length))
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            // Without the flag a command that has gone away would end the server.
            let sent = Glibc.send(socket.descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { throw ConnectionLost() }
            rest = UnsafeRawBufferPointer(rebasing: rest[sent...])
        }
    }

    private func read(_ count: Int) throws -> Data {
        var data = Data(count: count)
        try data.withUnsafeMutableBytes { space in
            var taken = 0
            while taken < count {
                let got = recv(socket.descriptor, space.baseAddress?.advanced(by: taken), count - taken, 0)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { throw ConnectionLost() }
                taken += got
            }
        }
        return data
    }
}

struct ConnectionLost: Error, CustomStringConvertible {
    var description: String { "the other skrytka ended before this was done; try again" }
}

/// A request on its way.
struct NamedRequest: Codable {
    let name: String
    let request: Data
}
