import Dates
import Foundation
import Logging
import Models
import ServiceLifecycle

/// Looks at the clock every ten seconds, also while nobody works, keeps a beat of it each minute, and holds again the
/// space that was given back to a full disk.
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
                // By the clock that nobody sets, so that no jump stops the looking.
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
            // Between the jump and this look it was believed.
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
