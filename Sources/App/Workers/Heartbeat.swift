import Dates
import Foundation
import Logging
import Models
import ServiceLifecycle

/// Checks the clock every ten seconds, even without requests, writes the heartbeat each minute, and reserves again the
/// space that was released on a full disk.
struct Heartbeat: Service {
    let office: OpenedOffice
    let logger: Logger

    func run() async throws {
        if let doubt = office.clock.doubt { tell(doubt) }
        await cancelWhenGracefulShutdown {
            var count = 0
            while !Task.isCancelled {
                await look()
                if count % 6 == 0 {
                    office.clock.keepBeat()
                    office.database.fillBallast()
                }
                count += 1
                // Uses the clock that nobody can set, so that a jump does not stop the checks.
                try? await Task.sleep(until: SuspendingClock().now + .seconds(10), clock: .suspending)
            }
            office.clock.keepBeat()
        }
    }

    private func look() async {
        let wrong = office.clock.machineTime
        switch office.clock.look() {
        case nil: break
        case .noticed(let doubt):
            tell(doubt)
            // Between the jump and this check the wrong time was trusted.
            let right = office.clock.now
            await pullBack(by: wrong.timeIntervalSince(right), after: right.addingTimeInterval(60))
        case .settled(let seconds):
            logger.notice("the clock agrees again")
            await pullBack(by: seconds, after: office.clock.now.addingTimeInterval(60))
        }
    }

    private func pullBack(by seconds: TimeInterval, after time: Date) async {
        do {
            try await office.database.write { db in
                try ClockCorrection.pullBack(db, by: seconds, after: time)
            }
        } catch {
            logger.error("times of sessions were not put right", metadata: ["error": "\(error)"])
        }
    }

    private func tell(_ doubt: ClockJudge.Doubt) {
        logger.error(
            "the clock is doubted: nothing is cleaned until it is right or the head confirms it",
            metadata: [
                "why": "\(doubt.rawValue)", "machine": "\(office.clock.machineTime.formatted(.iso8601))",
                "office": "\(office.clock.now.formatted(.iso8601))",
            ])
    }
}
