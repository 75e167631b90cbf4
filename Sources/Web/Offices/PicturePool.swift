import Foundation
import Images

/// Decodes what people bring as logos and photos: one at a time, because a large one takes much memory, and off the
/// threads that serve requests.
final class PicturePool: Sendable {
    private let operations: OperationQueue

    init() {
        operations = OperationQueue()
        operations.name = "pictures"
        operations.maxConcurrentOperationCount = 1
    }

    /// - Throws: ``ImageRefusal``
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            operations.addOperation { continuation.resume(with: Result { try work() }) }
        }
    }
}
