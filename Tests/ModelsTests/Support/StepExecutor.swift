import Dispatch
import Synchronization

/// Runs the tasks that prefer it only when told to. So a test can let many of them come to the same
/// point before anything goes on, without waiting for time to pass.
final class StepExecutor: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isFree = false
    }

    private let state = Mutex(State())

    /// How many tasks could go on.
    var ready: Int { state.withLock { $0.jobs.count } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFree = state.withLock { state in
            if !state.isFree { state.jobs.append(job) }
            return state.isFree
        }
        if isFree { DispatchQueue.global().async { self.run(job) } }
    }

    /// Runs all tasks until each waits for something else.
    func settle() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                while let job = self.state.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) { self.run(job) }
                continuation.resume()
            }
        }
    }

    /// From now on tasks run by themselves.
    func free() {
        let jobs = state.withLock { state in
            state.isFree = true
            defer { state.jobs = [] }
            return state.jobs
        }
        for job in jobs { DispatchQueue.global().async { self.run(job) } }
    }

    private func run(_ job: UnownedJob) { job.runSynchronously(on: asUnownedTaskExecutor()) }
}

/// Closed until it is opened.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }
    func pass() { semaphore.wait() }
}
