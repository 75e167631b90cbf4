import Foundation

/// Decides whether the machine's time can be trusted: compares it with a monotonic clock that also counts during
/// suspend (CLOCK_BOOTTIME), and at start with the last heartbeat of the previous run. All times are arguments.
///
/// While the time is doubted, the office's time continues from the last trusted one, so that nothing expires early and
/// no session lives longer. A quiet night raises no doubt, nor does a machine that was off for a holiday.
package struct ClockJudge: Sendable {
    package enum Doubt: String, Sendable, CaseIterable {
        /// It has jumped forward.
        case ahead
        /// It has jumped back.
        case back
        /// The last heartbeat before the start is more than 30 days old.
        case silence
    }

    /// The heartbeat that a run leaves for the next one.
    package struct Beat: Equatable, Sendable {
        /// The last trusted time.
        package let at: Date
        /// The future time that was doubted.
        package var doubted: Date?

        package init(at: Date, doubted: Date? = nil) {
            (self.at, self.doubted) = (at, doubted)
        }
    }

    /// The change found by a check of the clock.
    package enum Change: Equatable, Sendable {
        case noticed(Doubt)
        /// The time is trusted again. Later times were written by a wrong clock.
        case settled(back: TimeInterval)
    }

    /// The largest trusted jumps forward and back, in seconds: more than a time server corrects.
    package static let tolerance = (ahead: 300.0, back: 60.0)
    /// The longest time for which a machine may be off without doubt, in seconds.
    package static let longestSilence: TimeInterval = 30 * 24 * 3600

    package private(set) var doubt: Doubt?
    /// A time at which the office's time was known, with the monotonic clock at that time.
    private var believed: (at: Date, uptime: TimeInterval)
    /// The heartbeat of the previous run, while the doubt comes from it.
    private var left: (beat: Beat, uptime: TimeInterval)?

    /// - Parameters:
    ///   - last: the heartbeat of the previous run, if any.
    ///   - uptime: the monotonic clock, in seconds.
    package init(after last: Beat?, now: Date, uptime: TimeInterval) {
        believed = (now, uptime)
        guard let last, let doubt = Self.judge(now, after: last, elapsed: 0) else { return }
        self.doubt = doubt
        left = (last, uptime)
        // After a silence the machine's clock is the best source.
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

    /// Checks the clock.
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

    /// Confirms that the clock is right.
    /// - Returns: by how many seconds the office's time is set back; 0 when it continues.
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

    /// Returns the heartbeat for the next run.
    package func beat(now: Date, uptime: TimeInterval) -> Beat {
        switch doubt {
        case nil: Beat(at: now)
        case .silence: left?.beat ?? Beat(at: now)
        case .back: Beat(at: expected(uptime))
        case .ahead: Beat(at: expected(uptime), doubted: now)
        }
    }
}
