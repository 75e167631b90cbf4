import Foundation

/// Whether the machine's time can be believed: it is held against a clock that only counts on, also through a suspend
/// (CLOCK_BOOTTIME), and at start against the last beat of the run before. All times are arguments.
///
/// While it is doubted the office goes by the time that it would be had the clock run on, so that nothing ends early and
/// no session lives longer. A quiet night is no doubt, nor is a machine that was off for a holiday.
package struct ClockJudge: Sendable {
    package enum Doubt: String, Sendable, CaseIterable {
        /// It has jumped ahead.
        case ahead
        /// It has gone back.
        case back
        /// The last beat before the start is more than 30 days ago.
        case silence
    }

    /// A run's note to the next one.
    package struct Beat: Equatable, Sendable {
        /// The last time that was believed.
        package let at: Date
        /// The time ahead that was not.
        package var doubted: Date?

        package init(at: Date, doubted: Date? = nil) {
            (self.at, self.doubted) = (at, doubted)
        }
    }

    /// The change that a look at the clock has found.
    package enum Change: Equatable, Sendable {
        case noticed(Doubt)
        /// It agrees again. Times after this one were written by a clock that was wrong.
        case settled(back: TimeInterval)
    }

    /// How far the time may jump ahead at once, in seconds, and back: what a time server corrects is less.
    package static let tolerance = (ahead: 300.0, back: 60.0)
    /// How long a machine may be off, in seconds.
    package static let longestSilence: TimeInterval = 30 * 24 * 3600

    package private(set) var doubt: Doubt?
    /// A moment at which the office's time was known, and the other clock then.
    private var believed: (at: Date, uptime: TimeInterval)
    /// The note of the run before, as long as the doubt comes from it.
    private var left: (beat: Beat, uptime: TimeInterval)?

    /// - Parameters:
    ///   - last: what the run before left, if there was one.
    ///   - uptime: the other clock, in seconds.
    package init(after last: Beat?, now: Date, uptime: TimeInterval) {
        believed = (now, uptime)
        guard let last, let doubt = Self.judge(now, after: last, elapsed: 0) else { return }
        self.doubt = doubt
        left = (last, uptime)
        // After a silence nobody knows better than the clock.
        if doubt != .silence { believed.at = last.at }
    }

    private static func judge(_ now: Date, after last: Beat, elapsed: TimeInterval) -> Doubt? {
        let passed = now.timeIntervalSince(last.at) - elapsed
        if passed < -tolerance.back { return .back }
        if let doubted = last.doubted, now.timeIntervalSince(doubted) > -tolerance.back { return .ahead }
        return passed > longestSilence ? .silence : nil
    }

    /// The office's time.
    package func time(now: Date, uptime: TimeInterval) -> Date { doubt == nil ? now : expected(uptime) }

    private func expected(_ uptime: TimeInterval) -> Date {
        believed.at.addingTimeInterval(uptime - believed.uptime)
    }

    /// Looks at the clock.
    package mutating func look(now: Date, uptime: TimeInterval) -> Change? {
        let expected = expected(uptime)
        let found: Doubt?
        if let left {
            found = Self.judge(now, after: left.beat, elapsed: uptime - left.uptime)
        } else {
            let jump = now.timeIntervalSince(expected)
            found = jump > Self.tolerance.ahead ? .ahead : jump < -Self.tolerance.back ? .back : nil
        }
        let before = doubt
        doubt = found
        guard found == nil else { return before == nil ? found.map(Change.noticed) : nil }
        believe(now, uptime)
        return before == nil ? nil : .settled(back: max(0, expected.timeIntervalSince(now)))
    }

    /// Somebody says that the clock is right.
    /// - Returns: by how many seconds the office's time goes back with that; 0 when it goes on.
    package mutating func confirm(now: Date, uptime: TimeInterval) -> TimeInterval {
        let back = max(0, time(now: now, uptime: uptime).timeIntervalSince(now))
        doubt = nil
        believe(now, uptime)
        return back
    }

    private mutating func believe(_ now: Date, _ uptime: TimeInterval) {
        believed = (now, uptime)
        left = nil
    }

    /// The note for the next run.
    package func beat(now: Date, uptime: TimeInterval) -> Beat {
        switch doubt {
        case nil: Beat(at: now)
        case .silence: left?.beat ?? Beat(at: now)
        case .back: Beat(at: expected(uptime))
        case .ahead: Beat(at: expected(uptime), doubted: now)
        }
    }
}
