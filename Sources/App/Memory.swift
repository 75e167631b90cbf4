import CMalloc
import Foundation
import Glibc

/// Gives back memory of the machine that the process does not need.
enum Memory {
    /// To be called before there are other threads. By default up to eight heaps a processor come to be, each with what
    /// its threads once needed at most; two a processor serve as fast, one does not.
    static func prepare() {
        _ = mallopt(M_ARENA_MAX, CInt(2 * ProcessInfo.processInfo.activeProcessorCount))
    }

    /// Gives back to the machine what is free in any heap, where by itself only the end of one goes back, and the parts
    /// of the program's file that the start alone needed. What runs on is read again from the file, page by page.
    static func giveBack() {
        malloc_trim(0)
        for part in programText() { madvise(part.baseAddress, part.count, MADV_DONTNEED) }
    }

    /// Where the program's own file is mapped to be run and not to be written: proc(5), `/proc/self/maps`, has a line
    /// `5583c0600000-5583c2400000 r-xp 00600000 fe:00 1234 /usr/lib/skrytka/skrytka` for each.
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
