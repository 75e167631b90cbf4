import Foundation
import Models

/// The system's figures for this process.
struct ProcessFigures {
    /// The resident memory in bytes.
    let resident: Int64
    let openFiles: Int
    /// The free bytes on a folder's disk.
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
