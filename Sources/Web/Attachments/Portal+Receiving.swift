import Hummingbird
import Models

extension Request {
    /// The announced length of the body in bytes; `nil` for a chunked body.
    var declaredLength: Int64? { headers[.contentLength].flatMap { Int64($0) }.map { max(0, $0) } }
}

extension Portal {
    /// Receives the bytes of an upload, within all limits: running uploads count as if complete. Stops an upload that
    /// stalls or is too slow.
    /// - Parameter take: uses the file. The upload counts as running until it returns.
    /// - Throws: `FileTooLarge`, `UploadRefusal` and `DiskFloorReached`; before the first byte if the length is
    ///   announced.
    func receive<Value>(
        _ request: Request, by person: Int64, named name: String, within rules: FileRules = .attachment,
        then take: (IncomingFile) async throws -> Value
    ) async throws -> Value {
        let length = request.declaredLength
        if let length, length > rules.limit { throw FileTooLarge() }
        let upload = uploads.begin(by: person, length: length)
        defer { withExtendedLifetime(upload) {} }
        try checkLimits(of: person)
        let incoming = try files.receive(named: name, within: rules, length: length)
        try await receive(request.body, into: incoming, of: upload, by: person)
        return try await take(incoming)
    }

    private func checkLimits(of person: Int64) throws {
        let time = now()
        try database.readHere { db in try settings.uploads.check(db, person, uploads, at: time) }
    }

    private func receive(
        _ body: RequestBody, into incoming: IncomingFile, of upload: UploadUnderWay, by person: Int64
    ) async throws {
        let watch = UploadWatch(patience: settings.idleSeconds, leastSpeed: settings.leastUploadSpeed)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var size: Int64 = 0
                for try await buffer in body {
                    watch.came(buffer.readableBytes)
                    size += Int64(buffer.readableBytes)
                    if upload.has(size) { try checkLimits(of: person) }
                    try await Disk.run { try buffer.withUnsafeReadableBytes { try incoming.write($0) } }
                }
            }
            group.addTask { try await watch.run() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
