import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The room that is left on the disk of the data for what is large: uploads, imports, printouts. Below the floor they
/// stop, so that sign-ins, receipts and answers go on. What writers have been promised and have not written yet counts
/// as taken: a hundred uploads that begin at once do not all find the same room.
package final class DiskAllowance: Sendable {
    package let folder: String
    /// Free space, in bytes, that large writes leave.
    package let floor: Int64
    private let promised = Mutex<Int64>(0)

    package init(folder: String, floor: Int64 = DiskSpace.defaultFloor) {
        self.folder = folder
        self.floor = floor
    }

    /// Whether large writes are refused now.
    package var isLow: Bool { (try? left() <= 0) ?? true }

    /// What may still be promised.
    /// - Throws: `StorageFailure` when the disk cannot be asked.
    package func left() throws -> Int64 { try DiskSpace.of(folder).free - promised.withLock { $0 } - floor }

    /// - Throws: ``DiskFloorReached`` when large writes are refused now.
    package func check() throws {
        guard try left() > 0 else { throw DiskFloorReached() }
    }

    /// - Throws: `StorageFailure` when there is no room even for what is small.
    package func checkNotFull() throws {
        guard try DiskSpace.of(folder).free >= DiskReservation.step / 4 else { throw StorageFailure(code: ENOSPC) }
    }

    /// Promises room to a writer, until its promise is gone.
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

    fileprivate func giveBack(_ bytes: Int64) { promised.withLock { $0 -= bytes } }
}

/// Room for one writer's bytes. Calls must not overlap.
final class DiskReservation: @unchecked Sendable {
    private let allowance: DiskAllowance
    private var bytes: Int64 = 0
    /// What a writer without an end in sight asks for at once.
    static let step: Int64 = 1024 * 1024

    fileprivate init(of allowance: DiskAllowance) {
        self.allowance = allowance
    }

    deinit { allowance.giveBack(bytes) }

    /// Sees that the next bytes have room, and asks for more where they are more than was said.
    func cover(_ count: Int64) throws {
        if count > bytes { try extend(by: max(count - bytes, Self.step)) }
    }

    /// Bytes are on the disk: its free space says so now.
    func wrote(_ count: Int64) {
        let count = min(count, bytes)
        bytes -= count
        allowance.giveBack(count)
    }

    fileprivate func extend(by count: Int64) throws {
        try allowance.take(count)
        bytes += count
    }
}

/// The disk has no room to spare: what is large is refused, all else goes on.
package struct DiskFloorReached: Error, CustomStringConvertible {
    package init() {}

    package var description: String {
        "the disk is nearly full, and the rest is kept for signing in and for messages: "
            + "make room on it or lower SKRYTKA_DISK_FLOOR, then try again"
    }
}
