import Hummingbird
import Models

extension Portal {
    /// Takes the bytes of an upload as they come. A sender who stops sending is given up; a slow one that goes on is not.
    func receive(_ body: RequestBody, into incoming: IncomingFile) async throws {
        let stall = UploadStall(seconds: settings.idleSeconds)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for try await buffer in body {
                    stall.touch()
                    try await Disk.run { try buffer.withUnsafeReadableBytes { try incoming.write($0) } }
                }
            }
            group.addTask { try await stall.watch() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
