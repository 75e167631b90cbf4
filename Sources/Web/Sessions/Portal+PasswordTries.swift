import Models

extension Portal {
    /// Lets one password be tried for an account from an address, and counts how that ends.
    /// - Parameter verify: gives nothing when the password is wrong.
    /// - Throws: `BadRequest.tooMany` when this address must wait. What fails for another reason (the
    ///   pool is busy) is not counted against the person.
    func tryPassword<Value: Sendable>(
        of email: String, from address: String, _ verify: () async throws -> Value?
    ) async throws -> Value? {
        let started = now()
        let claim = try await database.write { db in
            try SignInAttempt.claim(db, email: email, address: address, at: started)
        }
        guard case .granted(let attempt) = claim else { throw BadRequest.tooMany(claim.seconds) }
        do {
            let value = try await verify()
            let isRight = value != nil
            try await database.write { db in
                try SignInAttempt.settle(
                    db, attempt, email: email, address: address, succeeded: isRight, at: started
                )
            }
            return value
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
