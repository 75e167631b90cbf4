import CMalloc
import Foundation
import Glibc

/// Returns memory that the process does not need to the system.
enum Memory {
    /// Limits the heaps of the C library; must be called before there are other threads. By default there are up to
    /// eight for each processor, and each keeps its largest size; two are as fast, one is not.
    static func prepare() {
        _ = mallopt(M_ARENA_MAX, CInt(2 * ProcessInfo.processInfo.activeProcessorCount))
    }

    /// Returns the free memory of all heaps to the system, which otherwise happens only at the end of each, and the
    /// parts of the program's file that only the start needed. They are read from the file again when they are used.
    static func release() {
        malloc_trim(0)
        for part in programText() { madvise(part.baseAddress, part.count, MADV_DONTNEED) }
    }

    /// Returns where the program's own file is mapped for execution: proc(5), `/proc/self/maps`, has a line
    /// `5583c0600000-5583c2400000 r-xp 00600000 fe:00 1234 /usr/lib/skrytka/skrytka` for each mapping.
    private static func programText() -> [UnsafeMutableRawBufferPointer] {
        guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8),
            let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else { return [] }
        return maps.split(separator: "\n").filter { $0.hasSuffix(" \(program)") }.compactMap { line in
            let words = line.split(separator: " ")
            let ends = words[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
            guard words[1].hasPrefix("r-x"), ends.count == 2 else { return nil }
            return UnsafeMutableRawBufferPointer(
                start: UnsafeMutableRawPointer(bitPattern: ends[0]), count: Int(ends[1] - ends[0]))
        }
    }
}
