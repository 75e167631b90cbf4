import Foundation
import Models

/// The system's figures of this process.
struct ProcessFigures {
    /// Bytes of memory in use.
    let resident: Int64
    let openFiles: Int
    /// Bytes that may still be written to the disk of a folder.
    let free: Int64

    static func read(folder: URL) -> ProcessFigures {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        let resident = (pages?.dropFirst().first).flatMap { Int64($0) } ?? 0
        let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return ProcessFigures(
            resident: resident * Int64(sysconf(Int32(_SC_PAGESIZE))), openFiles: files?.count ?? 0,
            free: (try? DiskSpace.of(folder.path))?.free ?? 0
        )
    }
}
