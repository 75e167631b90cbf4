import Models

extension Portal {
    /// Checks one password, and counts the attempt.
    /// - Parameters:
    ///   - counter: the counter for this attempt.
    ///   - next: runs after a right password, in the transaction that counts it.
    ///   - verify: returns `nil` when the password is wrong.
    /// - Returns: `nil` when the password is wrong.
    /// - Throws: `BadRequest.tooMany` when the next attempt must wait. An attempt that fails for another reason (the
    ///   pool is busy) is not counted.
    func tryPassword<Found: Sendable, Value: Sendable>(
        counted counter: @escaping OfficeDatabase.Verb<SignInAttempt.Counter>,
        then next: @escaping OfficeDatabase.Next<Found, Value>, _ verify: () async throws -> Found?
    ) async throws -> Value? {
        let started = now()
        let claim = try await database.write { db in try SignInAttempt.claim(db, counter(db), at: started) }
        guard case .granted(let attempt) = claim else { throw BadRequest.tooMany(claim.seconds) }
        do {
            // A claim already counts as a wrong password, so nothing more is written.
            guard let found = try await verify() else { return nil }
            return try await database.write { db in
                try SignInAttempt.succeed(db, attempt)
                return try next(db, found)
            }
        } catch {
            try? await database.write { db in try SignInAttempt.release(db, attempt) }
            throw error
        }
    }
}

extension SignInAttempt.Claim {
    /// The wait in whole seconds, rounded up.
    fileprivate var seconds: Int {
        if case .wait(let wait) = self { return Int(wait.rounded(.up)) }
        return 0
    }
}
