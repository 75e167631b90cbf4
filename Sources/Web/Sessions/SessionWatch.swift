import Models

/// Checks repeatedly, while bytes or events are sent, whether the session is alive and the right to the file, if any,
/// still lasts.
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

    /// Checks at most every three seconds.
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
