import Synchronization

/// Uploads whose bytes are still arriving. They count against every limit as if complete: with their announced length
/// or, where there is none, with the bytes received and a little more.
package final class UploadsUnderWay: Sendable {
    package struct Sum: Equatable, Sendable {
        package var files = 0
        package var bytes: Int64 = 0
    }

    private let state = Mutex<[Int64: Sum]>([:])

    package init() {}

    /// - Parameter length: the announced number of bytes, if any.
    package func begin(by person: Int64, length: Int64?) -> UploadUnderWay {
        let upload = UploadUnderWay(of: person, among: self)
        change(person, files: 1, bytes: 0)
        upload.extend(to: length ?? UploadUnderWay.step)
        return upload
    }

    package func sum(of people: [Int64]) -> Sum {
        state.withLock { state in
            people.reduce(into: Sum()) { sum, person in
                sum.files += state[person]?.files ?? 0
                sum.bytes += state[person]?.bytes ?? 0
            }
        }
    }

    fileprivate func change(_ person: Int64, files: Int, bytes: Int64) {
        state.withLock { state in
            var sum = state[person] ?? Sum()
            sum.files += files
            sum.bytes += bytes
            state[person] = sum == Sum() ? nil : sum
        }
    }
}

/// One running upload, counted until it is deallocated.
package final class UploadUnderWay: Sendable {
    private let person: Int64
    private let all: UploadsUnderWay
    private let counted = Mutex<Int64>(0)
    static let step: Int64 = 1024 * 1024

    fileprivate init(of person: Int64, among all: UploadsUnderWay) {
        (self.person, self.all) = (person, all)
    }

    deinit { all.change(person, files: -1, bytes: -counted.withLock { $0 }) }

    /// Notes that this many bytes have arrived.
    /// - Returns: whether they exceed the counted ones, so that the limits have to be checked again.
    package func has(_ bytes: Int64) -> Bool {
        guard bytes > counted.withLock({ $0 }) else { return false }
        extend(to: bytes + Self.step)
        return true
    }

    fileprivate func extend(to bytes: Int64) {
        let more = counted.withLock { counted in
            defer { counted = max(counted, bytes) }
            return max(0, bytes - counted)
        }
        all.change(person, files: 0, bytes: more)
    }
}
