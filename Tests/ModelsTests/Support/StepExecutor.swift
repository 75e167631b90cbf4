import Dispatch
import Synchronization

/// Runs the tasks that prefer it only on request. With it a test can bring many tasks to the same point before any
/// continues, without waiting for time to pass.
final class StepExecutor: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isFree = false
    }

    private let state = Mutex(State())

    /// The number of tasks that could run.
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

    /// Lets tasks run freely from now on.
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

/// A gate that is closed until it is opened.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }
    func pass() { semaphore.wait() }
}
