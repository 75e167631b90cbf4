import Dispatch
import Testing

@testable import Secrets

@Suite("The password pool")
struct PasswordPoolTests {
    @Test("hashes and verifies")
    func work() async throws {
        let pool = PasswordPool()
        let hash = try await pool.make("bateria konia poprawnie spina")
        #expect(try await pool.verify("bateria konia poprawnie spina", against: hash))
        #expect(try await pool.verify("bateria konia poprawnie spięta", against: hash) == false)
        #expect(try await pool.verify("bateria konia poprawnie spina", against: .decoy) == false)
    }

    @Test("turns away what does not fit into its queue, and answers all the rest")
    func bounded() async throws {
        let pool = PasswordPool(threads: 1, queue: 3)
        let (starts, start) = AsyncStream<Void>.makeStream()
        let gate = DispatchSemaphore(value: 0)
        async let held: Void = pool.run {
            start.yield()
            gate.wait()
        }
        for await _ in starts { break }
        // The only thread is busy, so three may wait.
        let answers = await outcomes(of: 40, in: pool) { answered in if answered == 37 { gate.signal() } }
        try await held
        #expect(answers.prefix(37).allSatisfy { $0 == .busy } && answers.suffix(3).allSatisfy { $0 == .wrong })
    }

    @Test("takes new work once there is room again")
    func recovers() async throws {
        let pool = PasswordPool(threads: 1, queue: 0)
        _ = await outcomes(of: 5, in: pool)
        #expect(try await pool.verify("anything", against: .decoy) == false)
    }

    private enum Outcome { case wrong, busy, other }

    /// - Parameter answered: called with the number of answers so far.
    private func outcomes(
        of count: Int, in pool: PasswordPool, answered: (Int) -> Void = { _ in }
    ) async -> [Outcome] {
        await withTaskGroup(of: Outcome.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do {
                        return try await pool.verify("anything", against: .decoy) ? .other : .wrong
                    } catch {
                        return error is PasswordPool.Busy ? .busy : .other
                    }
                }
            }
            return await group.reduce(into: []) { outcomes, outcome in
                outcomes.append(outcome)
                answered(outcomes.count)
            }
        }
    }
}
