import Foundation

/// The reason why a backup or a restore failed, as a sentence that names the path.
package enum BackupError: Error, Equatable, CustomStringConvertible {
    case insideTheData(String), cannotMake(String, String), exists(String), improperPath(String)
    case noManifest(String), badManifest(String), newerProgram(String, ProgramVersion, ProgramVersion)
    case unreleasedProgram(String)
    case notEmpty(String), changedWhileCopied(String), busy(String)
    /// The folder whose disk is too full, and the bytes that must stay free there.
    case noRoom(String, Int64)
    /// The folder and the number of problems, each of which was reported as a sentence.
    case damaged(String, Int)
    case incomplete(String, Int)

    package var description: String {
        switch self {
        case .insideTheData(let path):
            "\(path) is inside the data folder and would be lost with it; choose another place, best another disk"
        case .cannotMake(let path, let reason): "\(path) cannot be made or written: \(reason)"
        case .exists(let path): "\(path) is there already; remove it or wait a second"
        case .improperPath(let path): "a backup has no file \(path)"
        case .noManifest(let path):
            "\(path) has no manifest.json: it is no backup, or one that was not finished; choose another"
        case .badManifest(let path): "\(path) cannot be understood; choose another backup"
        case .newerProgram(let path, let theirs, let ours):
            "\(path) was made by a newer skrytka, \(theirs), and this is \(ours); install that version or a later one"
        case .unreleasedProgram(let path):
            "\(path) was made by a skrytka from before the first release, and only that one reads it; choose another backup"
        case .notEmpty(let path): "\(path) is not empty; choose a new or an empty folder"
        case .changedWhileCopied(let path):
            "\(path) changed while it was copied: the backup's disk or this one is failing; empty the folder, try another"
        case .busy(let path): "another backup is being written into \(path); wait until it is done"
        case .noRoom(let path, let floor):
            """
            the disk of \(path) has no room for a backup: \(floor.formatted(.byteCount(style: .file))) of it stay free \
            for the office's work; free space, keep fewer backups (--keep), or choose another disk
            """
        case .damaged(let path, let count):
            "\(path) is damaged: \(count) \(count == 1 ? "problem" : "problems"), named above; choose another backup"
        case .incomplete(let path, let count):
            """
            the backup is not complete: \(count) \(count == 1 ? "problem" : "problems"), named above; \
            what could be copied is in \(path), and «skrytka doctor» says more
            """
        }
    }
}
