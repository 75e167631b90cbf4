import Dates
import Foundation
import GRDB

/// The accounting office: a single row.
package struct Office: StoredRow {
    package let name: String
    package let country: Country
    package let taxIdentifier: String
    package var phone: String?
    package var email: String?
    package let address: String?
    package let openingHours: String?
    package let timeZone: String
    package let language: Language
    /// The office's own colour, as it was chosen; `nil` for Skrytka's.
    package let accent: Colour?
    /// The digests of the logo's pictures: a large one, and a small one for the tops of pages.
    package let logo: String?
    package let smallLogo: String?
    /// Whether parts of the logo are transparent.
    package let isLogoClear: Bool
    /// For how long a send to many firms waits and can be undone; 0: it goes at once.
    package let undoSeconds: Int
    /// When the head put the first steps away.
    package let firstStepsEndedAt: Date?
    package let isDemo: Bool
    package let createdAt: Date

    /// The time zone in which times are shown and days begin, including those of deadlines.
    package var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }

    package func today(at now: Date) -> Day { Day(now, in: zone) }

    /// Decodes by hand for speed: every request reads it.
    package init(row: Row) throws {
        name = row["name"]
        country = row["country"]
        taxIdentifier = row["taxIdentifier"]
        phone = row["phone"]
        email = row["email"]
        address = row["address"]
        openingHours = row["openingHours"]
        timeZone = row["timeZone"]
        language = row["language"]
        accent = (row["accent"] as String?).flatMap(Colour.init)
        logo = row["logo"]
        smallLogo = row["smallLogo"]
        isLogoClear = row["isLogoClear"]
        undoSeconds = row["undoSeconds"]
        firstStepsEndedAt = Date.stored(row["firstStepsEndedAt"])
        isDemo = row["isDemo"]
        createdAt = Date(milliseconds: row["createdAt"])
    }
}

extension Office {
    package static func find(_ db: Database) throws -> Office? {
        try Office.fetchOne(db.cachedStatement(sql: "SELECT * FROM office"))
    }
}
