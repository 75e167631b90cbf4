import Models

extension Portal {
    /// Lets one password be tried, and counts how that ends.
    /// - Parameters:
    ///   - counter: whose tries this one counts with.
    ///   - next: what a right one leads to, in the transaction that counts it.
    ///   - verify: gives nothing when the password is wrong.
    /// - Returns: nothing when the password is wrong.
    /// - Throws: `BadRequest.tooMany` when the next try must wait. What fails for another reason (the
    ///   pool is busy) is not counted against the person.
    func tryPassword<Found: Sendable, Value: Sendable>(
        counted counter: @escaping OfficeDatabase.Verb<SignInAttempt.Counter>,
        then next: @escaping OfficeDatabase.Next<Found, Value>, _ verify: () async throws -> Found?
    ) async throws -> Value? {
        let started = now()
        let claim = try await database.write { db in try SignInAttempt.claim(db, counter(db), at: started) }
        guard case .granted(let attempt) = claim else { throw BadRequest.tooMany(claim.seconds) }
        do {
            // A claim counts as a wrong password: nothing more is written for one.
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
