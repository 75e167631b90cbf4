import Dates
import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The office's time while it is served, and a beat of it on the disk for the next start: not in the database, whose
/// commits each wait for the disk, and without waiting itself. One that a power cut takes away is a minute old.
package final class ClockWatch: Sendable {
    private let judge: Mutex<ClockJudge>
    private let wall: @Sendable () -> Date
    private let uptime: @Sendable () -> TimeInterval
    private let file: String?

    /// - Parameters:
    ///   - file: where the beat is kept; nothing for a clock without a memory.
    ///   - wall: the machine's time.
    ///   - uptime: the clock that only counts on, in seconds.
    package init(file: String?, wall: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> TimeInterval) {
        (self.file, self.wall, self.uptime) = (file, wall, uptime)
        judge = Mutex(ClockJudge(after: file.flatMap(Self.read), now: wall(), uptime: uptime()))
    }

    /// The office's time.
    package var now: Date {
        let now = wall()
        return judge.withLock { $0.doubt == nil ? now : $0.time(now: now, uptime: uptime()) }
    }

    /// What the machine says, believed or not.
    package var machineTime: Date { wall() }

    /// Why the machine's time is not believed, as it was at the last look.
    package var doubt: ClockJudge.Doubt? { judge.withLock { $0.doubt } }

    /// Looks at the clock.
    package func look() -> ClockJudge.Change? {
        let (now, uptime) = (wall(), uptime())
        return judge.withLock { $0.look(now: now, uptime: uptime) }
    }

    /// Whether it is not believed at this very moment: to be asked before anything is cleaned because of its time.
    package var isDoubted: Bool {
        let (now, uptime) = (wall(), uptime())
        return judge.withLock { judge in
            // A copy: what a look changes is for the heartbeat to know.
            var judge = judge
            _ = judge.look(now: now, uptime: uptime)
            return judge.doubt != nil
        }
    }

    /// - Returns: by how many seconds the office's time goes back.
    func confirm() -> TimeInterval {
        let (now, uptime) = (wall(), uptime())
        let back = judge.withLock { $0.confirm(now: now, uptime: uptime) }
        keepBeat()
        return back
    }

    /// Keeps the beat for the next start: two numbers of a fixed length in their place, which a full disk does not stop.
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
