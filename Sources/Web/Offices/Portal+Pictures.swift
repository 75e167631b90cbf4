import Foundation
import HTTPTypes
import Hummingbird
import Images
import Models
import NIOCore

/// A logo or a photo arrives as the body of a request of its own, sent by a script of the page.
extension Portal {
    /// Takes an image: reads it within a limit, encodes it anew, and does a verb with it in one write.
    /// - Parameters:
    ///   - limit: in bytes.
    ///   - next: where the page goes on.
    func take<Image: Sendable>(
        _ request: Request, _ context: some PortalContext, limit: Int, then next: String,
        encoding encode: @escaping @Sendable (Data) throws -> Image,
        _ verb: @escaping OfficeDatabase.Next<Image, Void>
    ) async throws -> Response {
        let format = format(context.app)
        do {
            let file = try await body(of: request, limit: limit)
            let image = try await pictures.run { try encode(file) }
            try await database.write { db in try verb(db, image) }
            return try .json(["next": next])
        } catch is FileTooLarge {
            let most = format.size(Int64(limit)).isolated
            return try .json(
                ["error": format.text("errors.pictureTooLarge", ["limit": most])], status: .contentTooLarge)
        } catch let refusal as ImageRefusal {
            return try .json(["error": format.text(refusal.key)], status: .unsupportedMediaType)
        }
    }

    private func body(of request: Request, limit: Int) async throws -> Data {
        if let length = request.declaredLength, length > Int64(limit) { throw FileTooLarge() }
        let body = request.body
        let watch = UploadWatch(patience: settings.idleSeconds, leastSpeed: settings.leastUploadSpeed)
        return try await withThrowingTaskGroup(of: Data.self) { group in
            group.addTask {
                var file = Data()
                for try await buffer in body {
                    watch.came(buffer.readableBytes)
                    guard file.count + buffer.readableBytes <= limit else { throw FileTooLarge() }
                    file += buffer.readableBytesView
                }
                return file
            }
            group.addTask {
                try await watch.run()
                return Data()
            }
            defer { group.cancelAll() }
            return try await group.next() ?? Data()
        }
    }
}

extension ImageRefusal {
    /// The text that says what is wrong and what to do.
    fileprivate var key: String {
        switch self {
        case .otherFormat: "errors.pictureFormat"
        case .tooManyPixels: "errors.picturePixels"
        case .printColours: "errors.picturePrint"
        case .broken: "errors.pictureBroken"
        }
    }
}
