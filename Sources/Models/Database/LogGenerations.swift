import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Numbers a database's write-ahead logs. SQLite assumes that a log belongs to whatever database lies beside it, and
/// would write newer pages into an older file that somebody has put there.
///
/// Each log has a number, which its first commit writes into the database's header (`user_version`). SQLite begins a
/// new log, with a new salt, only when every page of the previous one is in the database's file; so the file itself
/// then contains that log's number. A file with a smaller number than the last known one does not belong to the log.
struct LogGenerations {
    /// The number in the database's file itself, whether or not there is a log.
    private(set) var inFile: Int64 = 0
    /// The last number that was assigned.
    private var last: Int64 = 0
    /// The number of the current log; `nil` until a commit has written one.
    private var inLog: Int64?
    private var salt: UInt64?

    /// The number that the next commit has to write; `nil` while the log has one.
    var next: Int64? { inLog == nil ? last + 1 : nil }

    init() {}

    /// - Parameters:
    ///   - inFile: the number in the file.
    ///   - last: the number that the database reads with its log, which is identified by a salt.
    init(inFile: Int64, last: Int64, salt: UInt64?) {
        (self.inFile, self.last, self.salt) = (inFile, last, salt)
    }

    /// Notes a commit that is on the disk.
    /// - Parameter number: the number that it wrote, if any.
    mutating func committed(_ number: Int64?, salt: UInt64?) {
        if salt != self.salt {
            if let inLog { inFile = inLog }
            (self.salt, inLog) = (salt, nil)
        }
        if let number { (last, inLog) = (number, number) }
    }
}

/// A database's file and the log beside it, read without SQLite. To be used only before the database is open: closing
/// the file releases the locks that this process holds on it.
struct LoggedFiles {
    let path: String
    private var log: String { "\(path)-wal" }

    var hasLog: Bool { (FileBytes.size(log) ?? 0) > 0 }

    /// The salt by which SQLite distinguishes logs (its file format, 4.1). The log may be read at any time.
    var salt: UInt64? { Self.number(log, at: 16) }

    /// The number in the header of the file alone (1.3.16 of SQLite's file format); 0 when there is no database yet.
    var generation: Int64 {
        let number: UInt32 = Self.number(path, at: 60) ?? 0
        return Int64(Int32(bitPattern: number))
    }

    /// Renames the log, so that SQLite does not use it and somebody can examine it.
    func setLogAside() {
        rename(log, "\(log).aside")
        unlink("\(path)-shm")
        try? DurableFile.sync(folder: (path as NSString).deletingLastPathComponent)
    }

    private static func number<Number: FixedWidthInteger>(_ path: String, at offset: Int64) -> Number? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var number: Number = 0
        let size = MemoryLayout<Number>.size
        return pread(descriptor, &number, size, off_t(offset)) == size ? Number(bigEndian: number) : nil
    }
}
