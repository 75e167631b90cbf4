import NIOPosix

/// Runs blocking disk access on a thread pool.
enum Disk {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}
