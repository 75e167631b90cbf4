import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A ZIP archive on the disk, as others make it: stored and deflated files, read one at a time, never more of them in
/// memory than a piece. Own code, because libarchive shows neither where the bytes of a file lie nor what its own header
/// says, by which traps are known before anything is unpacked. Nothing in it is believed: the list at its end must agree with the headers before the files,
/// no two files may share bytes, and what comes out is counted and summed.
package final class ZipArchive: Sendable {
    /// In the order of the list.
    package let files: [ZipEntry]
    private let limits: ZipLimits
    private let descriptor: Int32
    /// The offset of the list: all files lie before it.
    private let listStart: Int64

    /// Opens it and reads its list. Waits for the disk.
    package init(path: String, limits: ZipLimits) throws(ZipError) {
        self.limits = limits
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ZipError(.damaged) }
        self.descriptor = descriptor
        do throws(ZipError) {
            (listStart, files) = try Self.list(descriptor, limits)
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Unpacks one of the files, a piece at a time. Waits for the disk.
    /// - Throws: ``ZipError`` that names the file; what `body` throws.
    package func read(_ file: ZipEntry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        if let reason = file.problem(limits) { throw ZipError(reason, file: file.name) }
        let damaged = ZipError(.damagedFile, file: file.name)
        let (position, end) = try packedBytes(of: file)
        let unpacking = try Unpacking(isDeflated: file.method == ZipEntry.deflated, upTo: file.size, or: damaged)
        var next = position
        while next < end {
            let piece = try Self.read(descriptor, Int(min(64 * 1024, end - next)), at: next)
            next += Int64(piece.count)
            try unpacking.take(piece, body)
        }
        guard unpacking.size == file.size, unpacking.isWhole, unpacking.checksum == file.checksum else { throw damaged }
    }

    /// Returns the offset of its bytes, by the header before them, which must say what the list says.
    private func packedBytes(of file: ZipEntry) throws(ZipError) -> (start: Int64, end: Int64) {
        let damaged = ZipError(.damagedFile, file: file.name)
        let size = Int(ZipEntry.headerSize) + file.rawName.count
        let header = ZipBytes(try Self.read(descriptor, size, at: file.offset))
        guard header.four(0) == 0x0403_4B50, header.two(8) == file.method, Int(header.two(26)) == file.rawName.count,
            header.bytes(file.rawName.count, at: Int(ZipEntry.headerSize)) == file.rawName
        else { throw damaged }
        let start = file.offset + Int64(size) + Int64(header.two(28))
        guard start + file.packedSize <= listStart else { throw damaged }
        return (start, start + file.packedSize)
    }

    private static func list(
        _ descriptor: Int32, _ limits: ZipLimits
    ) throws(ZipError) -> (start: Int64, files: [ZipEntry]) {
        let end = try ZipEnd(of: Int64(lseek(descriptor, 0, SEEK_END))) { start, count throws(ZipError) in
            ZipBytes(try read(descriptor, count, at: start))
        }
        let all = try entries(ZipBytes(try read(descriptor, end.size, at: end.start)), end.count, limits)
        try check(all, before: end.start, limits)
        let files = all.filter { !$0.isNoFile }
        if files.isEmpty { throw ZipError(.empty) }
        if files.count > limits.files { throw ZipError(.tooManyFiles) }
        return (end.start, files)
    }

    private static func entries(_ list: ZipBytes, _ count: Int, _ limits: ZipLimits) throws(ZipError) -> [ZipEntry] {
        // Folders are entries too.
        if count > 2 * limits.files { throw ZipError(.tooManyFiles) }
        var entries: [ZipEntry] = []
        var place = 0
        for _ in 0..<count {
            guard let entry = ZipEntry(list, at: place) else { throw ZipError(.damaged) }
            let behind = Int(list.two(place + 30)) + Int(list.two(place + 32))
            place += ZipEntry.recordSize + entry.rawName.count + behind
            entries.append(entry)
        }
        return entries
    }

    private static func check(_ all: [ZipEntry], before end: Int64, _ limits: ZipLimits) throws(ZipError) {
        var free: Int64 = 0
        for entry in all.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= free else { throw ZipError(.trap) }
            guard entry.end <= end else { throw ZipError(.damaged) }
            free = entry.end
        }
        if all.contains(where: { $0.isTrap(limits) }) { throw ZipError(.trap) }
        if all.reduce(0, { $0 + $1.size }) > limits.total { throw ZipError(.tooMuch) }
    }

    private static func read(_ descriptor: Int32, _ count: Int, at start: Int64) throws(ZipError) -> [UInt8] {
        // The list of a million files would be a trap of its own.
        guard start >= 0, (0...(16 * 1024 * 1024)).contains(count) else { throw ZipError(.damaged) }
        var bytes = [UInt8](repeating: 0, count: count)
        var taken = 0
        while taken < count {
            let more = bytes.withUnsafeMutableBytes { space in
                pread(descriptor, space.baseAddress?.advanced(by: taken), count - taken, off_t(start) + off_t(taken))
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { throw ZipError(.damaged) }
            taken += more
        }
        return bytes
    }
}
