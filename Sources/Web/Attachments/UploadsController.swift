import Foundation
import HTTPTypes
import Hummingbird
import Models
import NIOCore
import NIOPosix

/// Receives one file as a raw body, streamed to the disk (security contract: size counted on the bytes, type from the
/// bytes, synced before its row is inserted).
struct UploadsController: Sendable {
    let portal: Portal

    struct Taken: Encodable {
        let key: String
        let name: String
        let size: String
        let kind: String
        /// A remark when its extension was corrected.
        let note: String?

        init(_ file: StoredFile, named typed: String, _ format: Format) {
            (key, name, kind) = (file.key, file.name, file.kind)
            size = format.size(file.size)
            let (was, now) = (FileName.fileExtension(of: typed), FileName.fileExtension(of: file.name))
            note = was == nil || was == now ? nil : format.text("uploads.renamed", ["kind": file.kind])
        }
    }

    @Sendable func create(_ request: Request, _ context: PersonContext) async throws -> Response {
        let format = portal.format(context.app)
        let person = context.person.id
        do {
            let file = try await portal.receive(request, by: person, named: context.query["name"]) { incoming in
                let kept = try await Disk.run { try incoming.keep() }
                return try await add(kept, by: person, at: portal.now())
            }
            // The upload does not wait for its text; the check before the send does.
            let reader = portal.reader
            Task { try? await reader.read([file.key], at: portal.now()) }
            return try .json(Taken(file, named: context.query["name"], format), status: .created)
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, format.text)
            return try .json(["error": errors["files"] ?? ""], status: .contentTooLarge)
        } catch let refusal as UploadRefusal {
            return try refusal.response(format.text)
        } catch let refusal as FileRefusal {
            return try .json(["error": refusal.explanation(format.text)], status: .unsupportedMediaType)
        } catch is FileTooLarge {
            let limit = format.size(AttachmentStore.limit).isolated
            return try .json(["error": format.text("errors.fileTooLarge", ["limit": limit])], status: .contentTooLarge)
        }
    }

    /// Removes the bytes when their row cannot be inserted.
    private func add(_ kept: AttachmentStore.Kept, by person: Int64, at now: Date) async throws -> StoredFile {
        do {
            return try await portal.database.write { db in try StoredFile.add(db, kept, by: person, at: now) }
        } catch {
            portal.files.remove(kept.key)
            throw error
        }
    }
}

extension UploadRefusal {
    func explanation(_ text: LanguageText) -> String {
        switch self {
        case .waiting: text("errors.uploadsWaiting")
        case .quota: text("errors.firmFull")
        case .rate(let seconds): text("errors.uploadRate", ["minutes": "\((seconds + 59) / 60)"])
        }
    }

    var status: HTTPResponse.Status {
        if case .rate = self { return .tooManyRequests }
        return .contentTooLarge
    }

    func response(_ text: LanguageText) throws -> Response {
        var response = try Response.json(["error": explanation(text)], status: status)
        if case .rate(let seconds) = self { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }
}

extension FileRefusal {
    func explanation(_ text: LanguageText) -> String {
        switch self {
        case .mismatch(let claimed, let found):
            text("errors.fileMismatch", ["claimed": claimed.uppercased(), "found": found])
        case .notAllowed(let found): text(hint(found))
        case .empty: text("errors.fileEmpty")
        case .badName: text("errors.fileName")
        }
    }

    /// Returns the key of the advice for a refused kind of file.
    private func hint(_ found: String) -> String {
        switch found {
        case "text/html", ".html", ".htm", "image/svg+xml", ".svg": "errors.fileNotAllowedPage"
        default: "errors.fileNotAllowed"
        }
    }
}
