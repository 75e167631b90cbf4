import Dates
import HTTPTypes
import Hummingbird
import Logging
import Models
import NIOCore

/// Sends all files of a client's list as one ZIP, made while it is sent, with one piece of one file in memory. Each
/// file is recorded as downloaded before its first byte, as if downloaded singly.
struct FilesZipController: Sendable {
    let portal: Portal

    /// The number of files looked up at once.
    private static let pageSize = 200

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let (format, query) = (portal.format(context.app), ClientFilesQuery(context.query))
        let files = query.files(of: context.person.id, at: context.now, in: context.office.zone)
        let pages = Pages(files: files, search: query.search, format: format, database: portal.database)
        guard let first = try await pages.next(after: nil) else { throw NotFound() }
        let firms = try await portal.database.read { [person = context.person.id] db in
            try HeaderCounts.client(db, person).firms.filter { query.firm == nil || $0.id == query.firm }
        }
        let headers = headers(named: name(firms, query, context, format))
        guard request.method != .head else { return Response(status: .noContent, headers: headers) }
        // Each file is recorded before it is sent, so a full disk is reported now instead of breaking off later.
        try portal.files.allowance.checkNotFull()
        let zip = FilesZip(portal, context.identity, format, hasFolders: firms.count > 1, context.logger)
        return Response(status: .ok, headers: headers, body: zip.body(first, of: pages))
    }

    private func name(
        _ firms: [HeaderCounts.Client.FirmName], _ query: ClientFilesQuery, _ context: ClientContext, _ format: Format
    ) -> String {
        let group = query.group.flatMap { $0 == .others ? nil : "files.group.\($0.rawValue)" }
        return [
            firms.count == 1 ? firms[0].name : context.office.name, format.text(group ?? "files.zip"),
            query.year.map(String.init) ?? context.day.text,
        ].joined(separator: " ")
    }

    private func headers(named name: String) -> HTTPFields {
        var headers = FileDelivery.headers(name: FileName.made(of: name, "zip"), mediaType: "application/zip")
        headers[.acceptRanges] = nil
        return headers
    }

    /// The files that match the filters and the search, in batches.
    fileprivate struct Pages: Sendable {
        let files: ClientFiles
        let search: String
        let format: Format
        let database: OfficeDatabase

        /// Returns the files after a key; `nil` when there are none. A search may take long until it finds any.
        func next(after key: ClientFiles.Key?) async throws -> (files: [ClientFiles.File], next: ClientFiles.Key?)? {
            var key = key
            repeat {
                let page = try await database.read { [key] db in
                    try files.found(
                        db, search, of: files.entries(db), after: key, limit: FilesZipController.pageSize
                    ) { format.words(of: $0) }
                }
                if !page.files.isEmpty { return page }
                key = page.next
            } while key != nil
            return nil
        }
    }
}

/// The files of one archive, in order.
private struct FilesZip: Sendable {
    private let portal: Portal
    private let identity: SignedIn
    private let format: Format
    /// Whether each firm has a folder, because there are several.
    private let hasFolders: Bool
    private let logger: Logger

    init(_ portal: Portal, _ identity: SignedIn, _ format: Format, hasFolders: Bool, _ logger: Logger) {
        (self.portal, self.identity, self.format) = (portal, identity, format)
        (self.hasFolders, self.logger) = (hasFolders, logger)
    }

    func body(
        _ first: (files: [ClientFiles.File], next: ClientFiles.Key?), of pages: FilesZipController.Pages
    ) -> ResponseBody {
        ResponseBody { writer in
            do {
                try await write(first, of: pages, to: &writer)
            } catch {
                // The client sees a truncated archive; the log has the reason.
                logger.notice("a ZIP broke off", metadata: ["error": "\(error)"])
                throw error
            }
        }
    }

    private func write(
        _ first: (files: [ClientFiles.File], next: ClientFiles.Key?), of pages: FilesZipController.Pages,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        var zip = ZipWriter()
        var (replaced, written) = (Replaced(), Set<String>())
        defer { replaced.tell(logger) }
        var page = first
        while true {
            for file in page.files {
                try await write(file, into: &zip, to: &writer, counting: &replaced, once: &written)
            }
            guard let key = page.next, let next = try await pages.next(after: key) else { break }
            page = next
        }
        try await writer.write(ByteBuffer(bytes: zip.end()))
        try await writer.finish(nil)
    }

    /// Writes one file. A file that fails does not stop the others: a text file with the reason takes its place; one
    /// that the person may no longer see is omitted.
    private func write(
        _ listed: ClientFiles.File, into zip: inout ZipWriter, to writer: inout any ResponseBodyWriter,
        counting replaced: inout Replaced, once written: inout Set<String>
    ) async throws {
        if listed.isLost { return try await write("files.lostForGood", instead: listed, into: &zip, to: &writer) }
        let ready: Ready
        do {
            guard let found = try await prepare(listed) else { return }
            ready = found
        } catch  where error is PrintingPool.Failed || error is StorageFailure {
            replaced.add(error, as: "printouts of a ZIP failed")
            return try await write("files.notPrinted", instead: listed, into: &zip, to: &writer)
        } catch let error as FileUnreadable {
            replaced.add(error, as: "files of a ZIP could not be read")
            return try await write("files.notThere", instead: listed, into: &zip, to: &writer)
        }
        let file = ready.file
        try await portal.record(file, by: identity)
        // Two messages may carry one printout: it counts as downloaded with both, and is in the archive once.
        let place = path(listed, format.archived(file.name, of: listed))
        guard !listed.isPrintout || written.insert("\(place)\n\(file.key)").inserted else { return }
        let head = zip.begin(place, size: file.size, crc: ready.crc, at: format.clock(listed.sentAt))
        try await writer.write(ByteBuffer(bytes: head))
        try await ready.bytes.write(0...(file.size - 1), to: &writer, while: ready.watch)
    }

    private struct Ready: Sendable {
        let file: any DownloadableFile
        let watch: SessionWatch
        let bytes: StoredBytes
        let crc: UInt32
    }

    /// Does everything that may fail before the first byte of the file is written. Returns `nil` when the person may no
    /// longer see it.
    private func prepare(_ listed: ClientFiles.File) async throws -> Ready? {
        guard let file = try await find(listed) else { return nil }
        guard try SessionWatch(portal, identity.session).isAlive() else { throw SignInRequired() }
        let watch = SessionWatch(portal, identity.session, file: file)
        guard try watch.isAlive() else { return nil }
        let bytes = try await Disk.run { [path = portal.files.readable(file.key)] in try StoredBytes(path: path) }
        let crc = try await Disk.run { try bytes.checksum(of: file.size) }
        return Ready(file: file, watch: watch, bytes: bytes, crc: crc)
    }

    private func write(
        _ key: String, instead listed: ClientFiles.File, into zip: inout ZipWriter,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        let sentence = Array(format.text(key).utf8)
        let crc = sentence.withUnsafeBytes { ZipWriter.checksum(of: $0) }
        let name = path(listed, "\(format.name(of: listed)).txt")
        let head = zip.begin(name, size: Int64(sentence.count), crc: crc, at: format.clock(listed.sentAt))
        try await writer.write(ByteBuffer(bytes: head + sentence))
    }

    /// Finds the file, and checks the right to it at this moment.
    private func find(_ listed: ClientFiles.File) async throws -> (any DownloadableFile)? {
        let scope = FirmScope.member(identity.person.id)
        do {
            guard listed.isPrintout else {
                return try portal.database.readHere { db in
                    try Attachment.find(db, listed.id, message: listed.messageId, in: scope)
                }
            }
            let printout = try portal.database.readHere { db in
                try ReachablePrintout.find(db, listed.id, message: listed.messageId, in: scope)
            }
            return MadePrintout(printout, try await made(printout))
        } catch is NotFound {
            return nil
        }
    }

    /// Waits while too many printouts are being made, because what was sent of the archive cannot be undone.
    private func made(_ printout: ReachablePrintout) async throws -> PrintoutFile {
        while true {
            do {
                return try await portal.file(of: printout, for: identity.person, office: identity.office)
            } catch is PrintingPool.Busy {
                guard try SessionWatch(portal, identity.session).isAlive() else { throw SignInRequired() }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Returns `Firma/2026/KPiR 2026-10.pdf`, no part of which can leave the folder of unpacking.
    private func path(_ listed: ClientFiles.File, _ name: String) -> String {
        let day = listed.untilOn ?? format.day(of: listed.sentAt)
        let folders = (hasFolders ? [listed.firmName] : []) + [String(day.text.prefix(4))]
        return (folders + [name]).map { FileName.made(of: $0) }.joined(separator: "/")
    }
}

extension Format {
    /// Returns a file's name in an archive. A superseded printout has the name of the one in force, so it is told apart
    /// by what it is and when it was sent: `KPiR 2026-07 Piekarnia (zastąpiony, 2026-08-20).pdf`.
    fileprivate func archived(_ name: String, of listed: ClientFiles.File) -> String {
        guard listed.isSuperseded, let dot = name.lastIndex(of: ".") else { return name }
        let remark = text("files.supersededName", ["day": day(of: listed.sentAt).text])
        return "\(name[..<dot]) (\(remark))\(name[dot...])"
    }
}

/// The files of an archive that were replaced with a text. The log gets one line for all with the same error, with the
/// first one's details: a lost disk would cause thousands.
private struct Replaced {
    private var failures: [String: (first: String, count: Int)] = [:]

    mutating func add(_ error: any Error, as message: String) {
        failures[message, default: ("\(error)", 0)].count += 1
    }

    func tell(_ logger: Logger) {
        for (message, failure) in failures {
            logger.error("\(message)", metadata: ["count": "\(failure.count)", "error": "\(failure.first)"])
        }
    }
}
