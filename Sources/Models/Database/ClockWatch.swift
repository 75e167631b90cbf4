import Dates
import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The office's time while the server runs, with a heartbeat file for the next start. The heartbeat is not in the
/// database, whose commits wait for the disk, and is written without a sync: one lost in a power cut is a minute old.
package final class ClockWatch: Sendable {
    private let judge: Mutex<ClockJudge>
    private let wall: @Sendable () -> Date
    private let uptime: @Sendable () -> TimeInterval
    private let file: String?

    /// - Parameters:
    ///   - file: the path of the heartbeat; `nil` for a clock without a memory.
    ///   - wall: the machine's time.
    ///   - uptime: the machine's monotonic clock, in seconds.
    package init(file: String?, wall: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> TimeInterval) {
        (self.file, self.wall, self.uptime) = (file, wall, uptime)
        judge = Mutex(ClockJudge(after: file.flatMap(Self.read), now: wall(), uptime: uptime()))
    }

    /// The office's time.
    package var now: Date {
        let now = wall()
        return judge.withLock { $0.doubt == nil ? now : $0.time(now: now, uptime: uptime()) }
    }

    /// The machine's time, trusted or not.
    package var machineTime: Date { wall() }

    /// The reason why the machine's time was not trusted at the last check; `nil` when it was.
    package var doubt: ClockJudge.Doubt? { judge.withLock { $0.doubt } }

    /// Checks the machine's time, and returns the change if it becomes doubted or trusted.
    package func look() -> ClockJudge.Change? {
        let (now, uptime) = (wall(), uptime())
        return judge.withLock { $0.look(now: now, uptime: uptime) }
    }

    /// Whether the machine's time is doubted at this moment, to be checked before deleting anything by age.
    package var isDoubted: Bool {
        let (now, uptime) = (wall(), uptime())
        return judge.withLock { judge in
            // Checks a copy, so that the change is left for the heartbeat to report.
            var judge = judge
            _ = judge.look(now: now, uptime: uptime)
            return judge.doubt != nil
        }
    }

    /// - Returns: the number of seconds by which the office's time is set back.
    func confirm() -> TimeInterval {
        let (now, uptime) = (wall(), uptime())
        let back = judge.withLock { $0.confirm(now: now, uptime: uptime) }
        keepBeat()
        return back
    }

    /// Writes the heartbeat for the next start: two numbers of fixed length, overwritten in place, which needs no free
    /// space.
    package func keepBeat() {
        guard let file else { return }
        let (now, uptime) = (wall(), uptime())
        let beat = judge.withLock { $0.beat(now: now, uptime: uptime) }
        let line = [beat.at, beat.doubted].map { Self.digits($0?.milliseconds ?? 0) }.joined(separator: " ") + "\n"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        try? Array(line.utf8).withUnsafeBytes { try DurableFile.write($0, to: descriptor, at: 0) }
    }

    private static func digits(_ number: Int64) -> String {
        let digits = "\(max(0, number))"
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }

    private static func read(_ file: String) -> ClockJudge.Beat? {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
        guard numbers.count == 2, numbers[0] > 0 else { return nil }
        return ClockJudge.Beat(
            at: Date(milliseconds: numbers[0]), doubted: numbers[1] > 0 ? Date(milliseconds: numbers[1]) : nil)
    }
}
