import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The free space on the data's disk for large writes: uploads, imports, printouts. Below the floor they are refused,
/// so that sign-ins, receipts and answers still succeed. Space promised to writers counts as used: a hundred uploads
/// that begin at once are not each promised the same space.
package final class DiskAllowance: Sendable {
    package let folder: String
    /// The free space, in bytes, that large writes must leave.
    package let floor: Int64
    private let promised = Mutex<Int64>(0)

    package init(folder: String, floor: Int64 = DiskSpace.defaultFloor) {
        self.folder = folder
        self.floor = floor
    }

    /// Whether large writes are refused now.
    package var isLow: Bool { (try? left() <= 0) ?? true }

    /// Returns how many bytes may still be promised.
    /// - Throws: `StorageFailure` when the free space cannot be read.
    package func left() throws -> Int64 { try DiskSpace.of(folder).free - promised.withLock { $0 } - floor }

    /// - Throws: ``DiskFloorReached`` when large writes are refused now.
    package func check() throws {
        guard try left() > 0 else { throw DiskFloorReached() }
    }

    /// - Throws: `StorageFailure` when there is not even space for small writes.
    package func checkNotFull() throws {
        guard try DiskSpace.of(folder).free >= DiskReservation.step / 4 else { throw StorageFailure(code: ENOSPC) }
    }

    /// Promises space to a writer, until the reservation is deallocated.
    /// - Throws: ``DiskFloorReached``.
    func promise(_ bytes: Int64) throws -> DiskReservation {
        let promise = DiskReservation(of: self)
        try promise.extend(by: bytes)
        return promise
    }

    fileprivate func take(_ bytes: Int64) throws {
        let free = try DiskSpace.of(folder).free
        try promised.withLock { promised in
            guard free - promised - floor >= bytes else { throw DiskFloorReached() }
            promised += bytes
        }
    }

    fileprivate func release(_ bytes: Int64) { promised.withLock { $0 -= bytes } }
}

/// Reserves space for one writer's bytes. Calls must not overlap.
final class DiskReservation: @unchecked Sendable {
    private let allowance: DiskAllowance
    private var bytes: Int64 = 0
    /// The bytes that a writer of unknown length reserves at a time.
    static let step: Int64 = 1024 * 1024

    fileprivate init(of allowance: DiskAllowance) {
        self.allowance = allowance
    }

    deinit { allowance.release(bytes) }

    /// Makes sure that space is reserved for the next bytes, and reserves more where needed.
    func cover(_ count: Int64) throws {
        if count > bytes { try extend(by: max(count - bytes, Self.step)) }
    }

    /// Releases the reservation of bytes that are on the disk, since they now reduce its free space.
    func wrote(_ count: Int64) {
        let count = min(count, bytes)
        bytes -= count
        allowance.release(count)
    }

    fileprivate func extend(by count: Int64) throws {
        try allowance.take(count)
        bytes += count
    }
}

/// Thrown when the disk's free space is at the floor: large writes are refused, all others continue.
package struct DiskFloorReached: Error, CustomStringConvertible {
    package init() {}

    package var description: String {
        "the disk is nearly full, and the rest is kept for signing in and for messages: "
            + "make room on it or lower SKRYTKA_DISK_FLOOR, then try again"
    }
}
