import Foundation
import GRDB
import Models
import TestSupport

extension AccessWorld {
    /// An unsent draft with a file for the bakery.
    static func filesByFirm(_ db: Database, _ cast: Cast, _ file: StoredFile, at now: Date) throws -> Draft {
        let draft = try Draft.sortFiles(db, files: [file.key], by: cast.anna, in: .wholeOffice, at: now)
        let review = Draft.Review(subject: "Temat", body: "Treść", firms: [file.id: cast.bakery.taxIdentifier])
        try draft.review(db, review, in: .wholeOffice, on: Cast.day)
        return draft
    }
}
