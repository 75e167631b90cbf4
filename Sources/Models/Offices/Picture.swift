import Foundation
import GRDB
import Images
import Secrets

/// An image of the office's own making, as it is served: its logo, or a photo of one of its people.
package struct Picture: StoredRow {
    package let mediaType: String
    package let bytes: Data
}

/// An image to be kept, with the digest that is its name. Made before the transaction.
package struct NewPicture: Sendable {
    package let digest: String
    let mediaType: String
    let bytes: Data

    package init(_ image: EncodedImage) {
        digest = Hex.text(SHA256Digest.of(image.bytes).prefix(16))
        mediaType = image.mediaType
        bytes = image.bytes
    }

    func keep(_ db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO picture (digest, mediaType, bytes) VALUES (?, ?, ?)",
            arguments: [digest, mediaType, bytes])
    }
}

extension Picture {
    /// Finds the office's logo, in one of its sizes.
    /// - Throws: `NotFound` for any other picture: everybody may see the logo, and nothing else.
    package static func logo(_ db: Database, _ digest: String) throws -> Picture {
        try find(
            db,
            """
            SELECT mediaType, bytes FROM picture JOIN office ON digest IN (logo, smallLogo) WHERE digest = \(digest)
            """)
    }

    /// Finds the office's logo in its large size; `nil` without one.
    package static func logo(_ db: Database) throws -> Picture? {
        let query: SQLRequest<Picture> = "SELECT mediaType, bytes FROM picture JOIN office ON digest = logo"
        return try query.fetchOne(db)
    }

    static func find(_ db: Database, _ query: SQL) throws -> Picture {
        guard let picture = try SQLRequest<Picture>(literal: query).fetchOne(db) else { throw NotFound() }
        return picture
    }

    /// Removes the pictures that nothing shows any more.
    static func removeUnused(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM picture WHERE digest NOT IN (SELECT logo FROM office WHERE logo IS NOT NULL)
                    AND digest NOT IN (SELECT smallLogo FROM office WHERE smallLogo IS NOT NULL)
                    AND digest NOT IN (SELECT photo FROM staff WHERE photo IS NOT NULL)
                """)
    }
}
