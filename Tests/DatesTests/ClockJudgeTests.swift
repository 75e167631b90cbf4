@testable import Dates
import Foundation
import Testing

@Suite("The judge of the machine's clock")
struct ClockJudgeTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)
    private static let day: TimeInterval = 24 * 3600

    @Test("Doubts nothing on a quiet night, through a suspend, and in a machine that was off for a holiday")
    func quiet() {
        var judge = ClockJudge(
            after: .init(at: Self.start.addingTimeInterval(-29 * Self.day)), now: Self.start, uptime: 5)
        #expect(judge.doubt == nil)
        for hour in 1...12 {
            // Twelve hours of suspend count in both clocks.
            let passed = Double(hour) * 12 * 3600
            #expect(judge.look(now: Self.start.addingTimeInterval(passed), uptime: 5 + passed) == nil)
            #expect(judge.doubt == nil)
        }
        #expect(ClockJudge(after: nil, now: Self.start, uptime: 5).doubt == nil)
    }

    @Test("Lets a time server correct the clock, up to five minutes ahead and one minute back, again and again")
    func corrected() {
        var judge = ClockJudge(after: nil, now: Self.start, uptime: 0)
        var offset = 0.0
        for (beat, step) in [299.0, -59, 250, -59, -59].enumerated() {
            offset += step
            let uptime = Double(beat + 1) * 60
            #expect(judge.look(now: Self.start.addingTimeInterval(uptime + offset), uptime: uptime) == nil)
        }
        #expect(judge.doubt == nil)
    }

    @Test(
        "Doubts a jump ahead and a jump back until the clock agrees again, and meanwhile goes on by itself",
        arguments: [3_456_000, 600, -120, -3_456_000] as [TimeInterval])
    func jumped(by seconds: TimeInterval) {
        let doubt: ClockJudge.Doubt = seconds > 0 ? .ahead : .back
        var judge = ClockJudge(after: nil, now: Self.start, uptime: 100)
        let wrong = Self.start.addingTimeInterval(60 + seconds)
        #expect(judge.look(now: wrong, uptime: 160) == .noticed(doubt))
        #expect(judge.look(now: wrong.addingTimeInterval(60), uptime: 220) == nil)
        #expect(judge.doubt == doubt)
        #expect(judge.time(now: wrong.addingTimeInterval(60), uptime: 220) == Self.start.addingTimeInterval(120))
        #expect(judge.look(now: Self.start.addingTimeInterval(181), uptime: 280) == .settled(back: 0))
        #expect(judge.doubt == nil)
        #expect(judge.time(now: Self.start.addingTimeInterval(200), uptime: 300) == Self.start.addingTimeInterval(200))
    }

    @Test("Believes the new time when somebody confirms it, and says how far the time goes back with that")
    func confirmed() {
        for (seconds, back) in [(40 * Self.day, 0.0), (-3600, 3600)] {
            var judge = ClockJudge(after: nil, now: Self.start, uptime: 0)
            let now = Self.start.addingTimeInterval(60 + seconds)
            _ = judge.look(now: now, uptime: 60)
            #expect(judge.confirm(now: now, uptime: 60) == back)
            #expect(judge.doubt == nil)
            #expect(judge.look(now: now.addingTimeInterval(60), uptime: 120) == nil)
            #expect(judge.time(now: now.addingTimeInterval(60), uptime: 120) == now.addingTimeInterval(60))
        }
    }

    @Test("Doubts at start what is before the last beat, or more than thirty days after it, until that is corrected")
    func atStart() {
        let last = ClockJudge.Beat(at: Self.start)
        var silent = ClockJudge(after: last, now: Self.start.addingTimeInterval(31 * Self.day), uptime: 10)
        #expect(silent.doubt == .silence)
        // Kept unchanged: a restart does not help.
        #expect(silent.beat(now: Self.start.addingTimeInterval(31 * Self.day), uptime: 10) == last)
        #expect(
            silent.look(now: Self.start.addingTimeInterval(Self.day), uptime: 20) == .settled(back: 30 * Self.day + 10))
        #expect(silent.doubt == nil)

        var back = ClockJudge(after: last, now: Self.start.addingTimeInterval(-Self.day), uptime: 10)
        #expect(back.doubt == .back)
        // The office's time does not go back: it continues from the last heartbeat.
        #expect(
            back.time(now: Self.start.addingTimeInterval(-Self.day), uptime: 70) == Self.start.addingTimeInterval(60))
        #expect(back.beat(now: Self.start, uptime: 70) == .init(at: Self.start.addingTimeInterval(60)))
        #expect(back.look(now: Self.start.addingTimeInterval(3600), uptime: 80) == .settled(back: 0))
    }

    @Test("Doubts a jump ahead also after another start, until the time is put back or confirmed")
    func restarted() {
        var judge = ClockJudge(after: nil, now: Self.start, uptime: 0)
        let wrong = Self.start.addingTimeInterval(5 * Self.day)
        _ = judge.look(now: wrong, uptime: 60)
        let beat = judge.beat(now: wrong, uptime: 60)
        #expect(ClockJudge(after: beat, now: wrong.addingTimeInterval(600), uptime: 3).doubt == .ahead)
        #expect(ClockJudge(after: beat, now: Self.start.addingTimeInterval(600), uptime: 3).doubt == nil)
    }
}
