import GRDB
import Secrets

/// Checks that a database is intact and consistent: for the doctor command, and for backups.
package enum DatabaseExamination {
    private static let restore = "stop the server, keep a copy of the folder, and restore the last good backup"

    /// Checks the pages, the references between rows, the schema and the journal.
    package static func findings(_ db: Database) throws -> [Finding] {
        let found = try findings(beforeOpening: db)
        // In a broken file, or in that of another program, it would fail half-way and say less.
        guard found.first?.level == .fine, found.last?.level == .fine else { return found }
        return found + [try journal(db)]
    }

    /// Makes the same checks except the journal: for a database that is migrated next, and examined then.
    static func findings(beforeOpening db: Database) throws -> [Finding] {
        let pages = try integrity(db)
        guard pages.level == .fine else { return [pages] }
        return [pages, try references(db), try schema(db)]
    }

    private static func integrity(_ db: Database) throws -> Finding {
        let problems: [String]
        do {
            problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" }
        } catch let error as DatabaseError {
            problems = [error.message ?? "it cannot be read"]
        }
        guard let first = problems.first else { return Finding(.fine, "Database", "every page is what it should be") }
        return Finding(.problem, "Database", "the file is damaged: \(first)", advice: restore)
    }

    private static func references(_ db: Database) throws -> Finding {
        let row = try Row.fetchOne(db, sql: "SELECT \"table\", parent FROM pragma_foreign_key_check")
        guard let row else { return Finding(.fine, "References", "every row finds the rows it belongs to") }
        let sentence = "a row of \(row[0] as String) belongs to a row of \(row[1] as String) that is not there"
        return Finding(.problem, "References", sentence, advice: restore)
    }

    private static func schema(_ db: Database) throws -> Finding {
        switch try Migrations.otherVersion(db) {
        case .newer:
            return Finding(
                .problem, "Schema", "the database was used by a newer version of skrytka",
                advice: "install that version or a later one"
            )
        case .unreleased:
            return Finding(
                .problem, "Schema", "the database was made by a skrytka from before the first release",
                advice: "begin with a new folder: only that version opens this one"
            )
        case nil: break
        }
        let last = try Migrations.all.appliedIdentifiers(db).max()
        guard let last else {
            return Finding(.problem, "Schema", "this is no database of skrytka", advice: "choose the right folder")
        }
        return Finding(.fine, "Schema", "«\(last)» is the last migration")
    }

    private static func journal(_ db: Database) throws -> Finding {
        switch try AuditChain.check(db) {
        case .success(let state):
            let sentence =
                "\(state.count) entries, each follows from the one before; the last is \(Hex.text(state.head))"
            return Finding(.fine, "Journal", sentence)
        case .failure(let broken):
            return Finding(.problem, "Journal", broken.description, advice: restore)
        }
    }
}
