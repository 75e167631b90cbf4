import Hummingbird
import Models

extension Portal {
    /// Sends a file to the person who requests it. Opens its bytes outside of the writer's thread, then records the
    /// download, then sends the first byte. Records nothing for a missing file or a HEAD request.
    func download(_ file: any DownloadableFile, for request: Request, to identity: SignedIn) async throws -> Response {
        let delivery = FileDelivery(file, at: files.readable(file.key), for: request)
        let bytes = try await Disk.run { try delivery.open() }
        if bytes != nil, request.method != .head {
            try await record(file, by: identity, goesOn: delivery.range.goesOn)
        }
        return delivery.response(with: bytes, while: SessionWatch(self, identity.session, file: file))
    }

    /// Records that a person downloads a file, if the right to it still lasts.
    func record(_ file: any DownloadableFile, by identity: SignedIn, goesOn: Bool = false) async throws {
        let (person, now) = (identity.person.id, now())
        let day = identity.office.today(at: now)
        try await database.write { db in try file.take(db, by: person, goesOn: goesOn, on: day, at: now) }
    }
}
