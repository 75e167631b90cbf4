import Models

extension Portal {
    /// Lets one password be tried for an account from an address, and counts how that ends.
    /// - Parameters:
    ///   - next: what a right one leads to, in the transaction that counts it.
    ///   - verify: gives nothing when the password is wrong.
    /// - Returns: nothing when the password is wrong.
    /// - Throws: `BadRequest.tooMany` when this address must wait. What fails for another reason (the
    ///   pool is busy) is not counted against the person.
    func tryPassword<Found: Sendable, Value: Sendable>(
        of email: EmailAddress, from address: String, then next: @escaping OfficeDatabase.Next<Found, Value>,
        _ verify: () async throws -> Found?
    ) async throws -> Value? {
        let started = now()
        let claim = try await database.write { db in
            try SignInAttempt.claim(db, email: email, address: address, at: started)
        }
        guard case .granted(let attempt) = claim else { throw BadRequest.tooMany(claim.seconds) }
        do {
            let found = try await verify()
            return try await database.write { db in
                try SignInAttempt.settle(
                    db, attempt, email: email, address: address, succeeded: found != nil, at: started
                )
                return try found.map { try next(db, $0) }
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
