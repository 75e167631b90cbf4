import Foundation
import Hummingbird
import Models
import NIOCore

#if canImport(Glibc)
import Glibc
#endif

/// An open file, read in small pieces so that memory does not grow with the file or with slow readers.
final class StoredBytes: Sendable {
    private let descriptor: Int32
    private static let chunk = 64 * 1024

    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StorageFailure(code: errno) }
    }

    deinit { close(descriptor) }

    /// Writes a part of the file, each piece after the reader has taken the one before.
    /// - Throws: when the session that the download belongs to has ended.
    func write(
        _ part: ClosedRange<Int64>, to writer: inout any ResponseBodyWriter, while watch: SessionWatch
    ) async throws {
        var offset = part.lowerBound
        while offset <= part.upperBound {
            try await watch.check()
            let count = Int(min(Int64(Self.chunk), part.upperBound - offset + 1))
            let buffer = try await read(count, at: offset)
            offset += Int64(buffer.readableBytes)
            try await writer.write(buffer)
        }
    }

    private func read(_ count: Int, at offset: Int64) async throws -> ByteBuffer {
        try await Disk.run { [self] in
            var buffer = ByteBufferAllocator().buffer(capacity: count)
            let taken = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
                max(0, pread(descriptor, space.baseAddress, count, off_t(offset)))
            }
            // A file shorter than its row says is damaged: the reader must not take it for whole.
            guard taken > 0 else { throw StorageFailure(code: errno) }
            return buffer
        }
    }
}

/// Asks again and again, while bytes or events flow, whether the session still lives.
final class SessionWatch: Sendable {
    private let portal: Portal
    private let session: Int64
    private let checked: LastCheck

    init(_ portal: Portal, _ session: Session) {
        self.portal = portal
        self.session = session.id
        checked = LastCheck()
    }

    /// Looks at most every three seconds.
    func check() async throws {
        guard checked.isDue(every: .seconds(3)) else { return }
        guard try await isAlive() else { throw SignInRequired() }
    }

    func isAlive() async throws -> Bool {
        let (session, now) = (session, portal.now())
        return try await portal.database.read { db in try Session.isAlive(db, session, at: now) }
    }
}
