import Models

/// Asks again and again, while bytes or events flow, whether the session still lives and the right
/// to the file, if it is one, still holds.
final class SessionWatch: Sendable {
    private let portal: Portal
    private let session: Session
    private let file: (any DownloadableFile)?
    private let checked: LastCheck

    init(_ portal: Portal, _ session: Session, file: (any DownloadableFile)? = nil) {
        self.portal = portal
        self.session = session
        self.file = file
        checked = LastCheck(portal.now())
    }

    /// Looks at most every three seconds.
    func check() throws {
        guard checked.isDue(every: 3, at: portal.now()) else { return }
        guard try isAlive() else { throw SignInRequired() }
    }

    func isAlive() throws -> Bool {
        let (session, file, now) = (session, file, portal.now())
        return try portal.database.readHere { db in
            guard try Session.isAlive(db, session.id, at: now) else { return false }
            return try file?.isOpen(db, to: session.personId, at: now) ?? true
        }
    }
}
