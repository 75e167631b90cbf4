import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The numbers of a database's write-ahead logs, one after the other. SQLite takes a log for that of whatever database
/// lies beside it, and would write newer pages into an older file that somebody has put there.
///
/// Each log carries a number: the first commit after its beginning writes it into the database's header
/// (`user_version`). SQLite begins a log anew, with a new salt, only when every page of the one before is in the
/// database's file; so then the file itself holds the number of that log. A file with a smaller one than was seen is
/// not the one that the log belongs to.
struct LogGenerations {
    /// The number that the file holds, with or without its log.
    private(set) var inFile: Int64 = 0
    /// The last number that was given.
    private var last: Int64 = 0
    /// The number of the log that is being written; nothing until a commit has given it one.
    private var inLog: Int64?
    private var salt: UInt64?

    /// The number that the next commit has to write; nothing while the log has one.
    var next: Int64? { inLog == nil ? last + 1 : nil }

    init() {}

    /// - Parameters:
    ///   - inFile: what the file holds.
    ///   - last: what the database says with its log, which is known by a salt.
    init(inFile: Int64, last: Int64, salt: UInt64?) {
        (self.inFile, self.last, self.salt) = (inFile, last, salt)
    }

    /// Takes note of a commit that is on the disk.
    /// - Parameter number: what it wrote.
    mutating func committed(_ number: Int64?, salt: UInt64?) {
        if salt != self.salt {
            if let inLog { inFile = inLog }
            (self.salt, inLog) = (salt, nil)
        }
        if let number { (last, inLog) = (number, number) }
    }
}

/// A database's file and the log beside it, read without SQLite. Only before it is open: who closes the file gives up
/// the locks that this process holds on it.
struct LoggedFiles {
    let path: String
    private var log: String { "\(path)-wal" }

    var hasLog: Bool { (FileBytes.size(log) ?? 0) > 0 }

    /// By which SQLite tells one log from the next (its file format, 4.1). The log may be read at any time.
    var salt: UInt64? { Self.number(log, at: 16) }

    /// The number in the header of the file alone (1.3.16 of SQLite's file format); 0 where there is no database yet.
    var generation: Int64 {
        let number: UInt32 = Self.number(path, at: 60) ?? 0
        return Int64(Int32(bitPattern: number))
    }

    /// Takes the log from the database's side, where it stays to be looked at.
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
