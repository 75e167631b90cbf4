import Hummingbird
import Logging
import Models
import NIOCore

/// All files of a client's list as one ZIP, made while it is sent: one piece of one file in memory. Each file is written
/// down as taken before its first byte, as if it were taken alone.
struct FilesArchiveController: Sendable {
    let portal: Portal

    /// The most files in one archive.
    static let limit = 5_000

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (person, query) = (context.person.id, ClientFilesQuery(context.query))
        if let answer = try FileDelivery.answer(aheadOf: request) { return answer }
        let format = portal.format(context.app)
        let files = query.files(of: person, at: portal.now(), in: context.identity.office.zone)
        let found = try await portal.database.read { db in
            try files.found(db, query.search, limit: Self.limit) { format.words(of: $0) }.files
        }
        if found.isEmpty { throw NotFound() }
        let name = [format.text("files.archive"), query.year.map(String.init)].compactMap(\.self).joined(separator: " ")
        var headers = FileDelivery.headers(name: "\(name).zip", mediaType: "application/zip")
        headers[.acceptRanges] = nil
        guard request.method != .head else { return Response(status: .noContent, headers: headers) }
        let archive = FilesArchive(portal, context.identity, format, firms: Set(found.map(\.firmId)).count)
        let body = ResponseBody { [logger = context.logger] writer in
            var zip = ZipWriter()
            for file in found { try await archive.write(file, into: &zip, to: &writer, logger) }
            try await writer.write(ByteBuffer(bytes: zip.end()))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}

/// The files of one archive, one after the other.
struct FilesArchive: Sendable {
    private let portal: Portal
    private let identity: SignedIn
    private let format: Format
    /// Where there are several, each has a folder of its own.
    private let firms: Int

    init(_ portal: Portal, _ identity: SignedIn, _ format: Format, firms: Int) {
        (self.portal, self.identity, self.format, self.firms) = (portal, identity, format, firms)
    }

    private struct Found: Sendable {
        let name: String
        let key: String
        let size: Int64
        let file: any WatchedFile
    }

    func write(
        _ listed: ClientFiles.File, into zip: inout ZipWriter, to writer: inout any ResponseBodyWriter,
        _ logger: Logger
    ) async throws {
        let time = format.clock(listed.sentAt)
        let found: Found
        do {
            found = try await find(listed)
        } catch let failure as PrintingPool.Failed {
            // The others are not to be lost with it: a sentence stands in its place.
            logger.error("a printout failed", metadata: ["error": "\(failure)"])
            let sentence = Array(format.text("files.notPrinted").utf8)
            let name = path(listed, "\(format.name(of: listed)).txt")
            let crc = sentence.withUnsafeBytes { ZipWriter.checksum(of: $0) }
            let head = zip.begin(name, size: Int64(sentence.count), crc: crc, at: time)
            return try await writer.write(ByteBuffer(bytes: head + sentence))
        }
        let watch = SessionWatch(portal, identity.session, file: found.file)
        guard try watch.isAlive() else { throw SignInRequired() }
        let bytes = try await Disk.run { [path = portal.files.path(found.key)] in try StoredBytes(path: path) }
        let crc = try await Disk.run { try bytes.checksum(of: found.size) }
        try await record(listed)
        let head = zip.begin(path(listed, found.name), size: found.size, crc: crc, at: time)
        try await writer.write(ByteBuffer(bytes: head))
        try await bytes.write(0...(found.size - 1), to: &writer, while: watch)
    }

    /// The right to each is asked for when its turn comes.
    private func find(_ listed: ClientFiles.File) async throws -> Found {
        let scope = FirmScope.member(identity.person.id)
        guard listed.isPrintout else {
            let file = try portal.database.readHere { db in
                try Attachment.find(db, listed.id, message: listed.messageId, in: scope)
            }
            return Found(name: file.name, key: file.key, size: file.size, file: file)
        }
        let printout = try portal.database.readHere { db in
            try ReachablePrintout.find(db, listed.id, message: listed.messageId, in: scope)
        }
        let file = try await portal.file(of: printout, for: identity.person, office: identity.office)
        return Found(name: file.name, key: file.key, size: file.size, file: printout)
    }

    private func record(_ listed: ClientFiles.File) async throws {
        let (person, now) = (identity.person.id, portal.now())
        let (scope, day) = (FirmScope.member(person), identity.office.today(at: now))
        try await portal.database.write { db in
            if listed.isPrintout {
                try ReachablePrintout.find(db, listed.id, message: listed.messageId, in: scope)
                    .recordDownload(db, by: person, on: day, at: now)
            } else {
                try Attachment.find(db, listed.id, message: listed.messageId, in: scope)
                    .recordDownload(db, by: person, on: day, at: now)
            }
        }
    }

    /// `Firma/2026/KPiR 2026-10.pdf`: no part of it can lead out of the folder it is unpacked into.
    private func path(_ listed: ClientFiles.File, _ name: String) -> String {
        let day = listed.untilOn ?? format.day(of: listed.sentAt)
        let folders = firms > 1 ? [listed.firmName, String(day.text.prefix(4))] : [String(day.text.prefix(4))]
        return (folders + [name]).map { (try? FileName.cleaned($0, fallbackExtension: "")) ?? "_" }
            .joined(separator: "/")
    }
}
