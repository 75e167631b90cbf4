import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Models
import NIOCore
import NIOPosix

/// The import of uploaded files: the result of each is a row for the open page. A bad file does not stop the others.
struct TaxImportUpload: Sendable {
    let portal: Portal
    let scope: TaxImportScope
    let language: Language
    let view: TaxImportView
    let logger: Logger

    /// A line of the response.
    struct Line: Encodable {
        /// The finished row.
        let row: String
        let isTaken: Bool
        /// The number of the file, and of all.
        let done: Int
        let of: Int
        fileprivate let status: HTTPResponse.Status

        enum CodingKeys: CodingKey { case row, isTaken, done, of }

        var bytes: Data { get throws { try JSONEncoder().encode(self) + Data("\n".utf8) } }

        /// A response with only this line.
        var response: Response {
            get throws {
                let body = ResponseBody(byteBuffer: ByteBuffer(bytes: try bytes))
                return Response(status: status, headers: TaxImportUpload.headers, body: body)
            }
        }
    }

    /// One JSON object on each line.
    static let headers: HTTPFields = [
        .contentType: "application/x-ndjson; charset=utf-8", .cacheControl: "private, no-store",
    ]

    /// Returns a line for each file of a ZIP, as soon as its result is known.
    func lines(of bundle: TaxFileBundle, while watch: SessionWatch) -> ResponseBody {
        ResponseBody { writer in
            for (index, file) in bundle.files.enumerated() {
                try watch.check()
                let line = await takeIn(file, of: bundle, index + 1)
                try await writer.write(ByteBuffer(bytes: try line.bytes))
            }
            try await writer.finish(nil)
        }
    }

    func takeIn(_ file: TaxFileBundle.File, of bundle: TaxFileBundle, _ number: Int) async -> Line {
        do {
            let (files, database, scope) = (portal.files, portal.database, scope)
            let received = try await ImportThread.run { try bundle.receive(file, in: files) }
            let outcome = try await TaxImport.takeIn(received, in: scope, database, files, at: portal.now())
            let item = try await database.read { db in
                try TaxImportList.items(db, [outcome.found.id], in: scope).first
            }
            guard let item else { throw NotFound() }
            let row = portal.renderer.html(part: view.row(item, outcome: outcome), "taximports/_file", language)
            var isNew = false
            if case .taken = outcome { isNew = true }
            return Line(row: row, isTaken: true, done: number, of: bundle.files.count, status: isNew ? .created : .ok)
        } catch {
            if let line = refusal(of: file.name, error, number, bundle.files.count) { return line }
            logger.error("an import failed", metadata: ["error": "\(error)"])
            return refused(file.name, view.text("taxImports.failed"), number, bundle.files.count, .internalServerError)
        }
    }

    /// Returns `nil` for an error that is caused neither by the file nor by the disk.
    func refusal(of name: String, _ error: any Error, _ number: Int = 1, _ count: Int = 1) -> Line? {
        let failure = Failure(error, allowed: [], method: .post)
        if failure.status == Failure.insufficientStorage {
            return refused(name, view.text(failure.explanation), number, count, failure.status)
        }
        if let refusal = error as? UploadRefusal {
            return refused(name, refusal.explanation(view.text), number, count, refusal.status)
        }
        guard let reason = TaxFileWording(view.text).sentence(error) else { return nil }
        let status: HTTPResponse.Status =
            switch error {
            case is FileTooLarge: .contentTooLarge
            case is FileRefusal: .unsupportedMediaType
            default: .unprocessableContent
            }
        return refused(name, reason, number, count, status)
    }

    private func refused(
        _ name: String, _ reason: String, _ number: Int, _ count: Int, _ status: HTTPResponse.Status
    ) -> Line {
        let row = portal.renderer.html(
            part: RefusedFileRow(fileName: name, reason: reason), "taximports/_refused", language)
        return Line(row: row, isTaken: false, done: number, of: count, status: status)
    }
}

/// Reads large files on one thread, one after another, so that no page waits for a thread meanwhile.
enum ImportThread {
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        return pool
    }()

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await pool.runIfActive(work)
    }
}
