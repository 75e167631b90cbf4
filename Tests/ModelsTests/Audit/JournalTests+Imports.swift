import Dates
import Foundation
import GRDB
import TestSupport

@testable import Models

extension JournalTests {
    private static func entry(_ found: TaxImport, by person: Int64?, of firm: Firm?) -> JournalEntry {
        JournalEntry(by: person, of: firm, about: "import/\(found.id)")
    }

    /// Imports a document and its UPO.
    private static func pair(_ office: TestOffice) async throws -> TaxImport {
        let document = try TaxFileText.jpk()
        _ = try await office.takeIn(document)
        return try await office.takeIn(TaxFileText.receipt(of: document)).found
    }

    static let imports: [AuditEvent.Action: JournalVerb] = [
        .taxFileImported: { office in
            let found = try await office.takeIn(TaxFileText.jpk(), by: office.cast.ola).found
            return entry(found, by: office.cast.ola, of: office.cast.bakery)
        },
        .taxFileAssigned: { office in
            let found = try await office.takeIn(TaxFileText.fixture("deklaracja_pit")).found
            try await office.assign(found, to: office.cast.carrier)
            return entry(found, by: office.cast.anna, of: office.cast.carrier)
        },
        .taxFileChosen: { office in
            let found = try await office.takeIn(TaxFileText.jpk(made: "2026-05-20T10:00:00Z")).found
            _ = try await office.takeIn(
                TaxFileText.jpk(made: "2026-07-01T10:00:00Z").replacing("<K_10>100.00<", with: "<K_10>300.00<"))
            try await write(office) { db, cast, _, now in
                try TaxImport.find(db, found.id, in: .office).choose(db, by: cast.anna, at: now)
            }
            return entry(found, by: office.cast.anna, of: office.cast.bakery)
        },
        .formJudged: { office in
            let found = try await office.takeIn(PersonalFormsTests.form("ABC-7 (1)", of: office.cast.bakery)).found
            try await write(office) { db, cast, _, now in try found.sayPayroll(db, false, by: cast.anna, at: now) }
            return entry(found, by: office.cast.anna, of: nil)
        },
        .taxFileDownloaded: { office in
            let found = try await office.takeIn(TaxFileText.jpk()).found
            try await write(office) { db, cast, day, now in
                try found.original(db).take(db, by: cast.ola, goesOn: false, on: day, at: now)
            }
            return entry(found, by: office.cast.ola, of: office.cast.bakery)
        },
        .receiptPaired: { office in
            entry(try await pair(office), by: nil, of: office.cast.bakery)
        },
        .receiptParted: { office in
            let found = try await pair(office)
            let receipt = try await office.receipt(found)
            try await write(office) { db, cast, _, now in try receipt.unpair(db, by: cast.ola, at: now) }
            return entry(found, by: office.cast.ola, of: office.cast.bakery)
        },
        .receiptDated: { office in
            let found = try await office.takeIn(TaxFileText.receipt()).found
            let receipt = try await office.receipt(found)
            guard let august = Period(month: 8, of: 2026) else { throw NotFound() }
            try await write(office) { db, cast, _, now in try receipt.date(db, august, by: cast.ola, at: now) }
            return entry(found, by: office.cast.ola, of: office.cast.bakery)
        },
        .printoutMade: { office in
            let found = try await office.takeIn(TaxFileText.jpk()).found
            let kept = try office.keep("VAT.pdf", Data("%PDF-1.5\n".utf8))
            let printout = try await office.printouts(of: found)[0]
            _ = try await write(office) { db, cast, _, now in
                try PrintoutFile.keep(
                    db, kept, pages: 1,
                    of: ReachablePrintout.find(db, printout.id, message: nil, in: .wholeOffice), in: .pl,
                    by: cast.anna, at: now)
            }
            return JournalEntry(
                by: office.cast.anna, of: office.cast.bakery, about: "printout/\(printout.id)")
        },
    ]
}
