import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("Room on the disk")
struct DiskAllowanceTests {
    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("room-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("Is promised once: what is under way counts as taken until it is written or given up")
    func promised() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let allowance = DiskAllowance(folder: folder.path, floor: 0)
        let most = try allowance.left() / 10 * 6
        var first: DiskReservation? = try allowance.promise(most)
        #expect(throws: DiskFloorReached.self) { try allowance.promise(most) }
        first?.wrote(most / 2)
        #expect(try allowance.promise(most) !== first)
        first = nil
        #expect(first == nil && !allowance.isLow)
        let second = try allowance.promise(most)
        // Bytes beyond the announced length need more space.
        try second.cover(most)
        #expect(throws: DiskFloorReached.self) { try second.cover(most * 2) }
    }

    @Test("Is refused at the floor before the first byte, and nothing is left of what was begun")
    func floor() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AttachmentStore(folder: folder, floor: .max / 2)
        #expect(store.allowance.isLow)
        #expect(throws: DiskFloorReached.self) { try store.receive(named: "plik.txt") }
        #expect(throws: DiskFloorReached.self) { try store.allowance.check() }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("incoming").path) == [])
    }

    @Test("Is given back to a full database for the end of a session, a piece at a time, and held again later")
    func ballast() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ballast = Ballast(in: folder.path)
        let file = folder.appendingPathComponent(Ballast.name).path
        let size = try #require(FileBytes.size(file))
        #expect(size > 0 && size <= 16 * 1024 * 1024)
        #expect(ballast.release())
        #expect(try #require(FileBytes.size(file)) < size)
        while ballast.release() {}
        #expect(FileBytes.size(file) == 0)
        ballast.fill()
        #expect(FileBytes.size(file) == size)
    }

    @Test("A database that cannot grow says that the disk is full, and so does one whose disk fails")
    func failures() {
        for (code, errno) in [
            (ResultCode.SQLITE_FULL, ENOSPC), (.SQLITE_IOERR, EIO), (.SQLITE_IOERR_WRITE, EIO),
            (.SQLITE_IOERR_SHMSIZE, EIO),
        ] {
            let failure = StorageFailure(DatabaseError(resultCode: code))
            #expect(failure?.code == errno && failure?.isOfDisk == true, "\(code)")
        }
        #expect(StorageFailure(DatabaseError(resultCode: .SQLITE_CONSTRAINT)) == nil)
        #expect(StorageFailure(OfficeDatabaseError.transactionLost)?.isOfDisk == true)
    }
}
