import Foundation
import GRDB
import Images

/// The office's own look: its colour and its logo.
extension Office {
    /// - Parameter accent: `nil` for Skrytka's own colour.
    package static func choose(_ db: Database, accent: Colour?, by head: Int64, at now: Date) throws {
        guard let office = try find(db) else { throw NotFound() }
        guard office.accent != accent else { return }
        try db.execute(sql: "UPDATE office SET accent = ?", arguments: [accent?.hex])
        try AuditEvent.write(
            db, .accentChosen, by: head,
            ["name": accent?.hex ?? "", "nameBefore": office.accent?.hex ?? ""].filter { !$0.value.isEmpty }, at: now)
    }

    /// A logo in the sizes in which it is shown. Made before the transaction.
    package struct NewLogo: Sendable {
        let large: NewPicture
        let small: NewPicture
        let isClear: Bool

        package init(_ logo: LogoImage) {
            large = NewPicture(logo.large)
            small = NewPicture(logo.small)
            isClear = logo.isClear
        }
    }

    /// - Parameter logo: `nil` removes it.
    package static func choose(_ db: Database, logo: NewLogo?, by head: Int64, at now: Date) throws {
        guard let office = try find(db) else { throw NotFound() }
        guard office.logo != logo?.large.digest else { return }
        try logo?.large.keep(db)
        try logo?.small.keep(db)
        try db.execute(
            sql: "UPDATE office SET logo = ?, smallLogo = ?, isLogoClear = ?",
            arguments: [logo?.large.digest, logo?.small.digest, logo?.isClear ?? false])
        try Picture.removeUnused(db)
        try AuditEvent.write(
            db, logo == nil ? .logoRemoved : .logoChosen, by: head, ["digest": logo?.large.digest ?? office.logo ?? ""],
            at: now)
    }
}

/// When each part of the settings was last changed.
package struct OfficeSaves: Sendable {
    package let details: Date?
    package let accent: Date?
    package let logo: Date?
    package let undoTime: Date?
    package let mail: Date?

    package static func fetch(_ db: Database) throws -> OfficeSaves {
        func last(_ actions: AuditEvent.Action...) throws -> Date? {
            try actions.compactMap { action in
                Date.stored(
                    try Int64.fetchOne(
                        db, sql: "SELECT max(at) FROM auditEvent WHERE action = ?", arguments: [action]))
            }.max()
        }
        return OfficeSaves(
            details: try last(.officeCorrected), accent: try last(.accentChosen),
            logo: try last(.logoChosen, .logoRemoved), undoTime: try last(.undoTimeChosen),
            mail: try last(.mailChanged))
    }
}
