import Dates
import Foundation
import GRDB
import TestSupport

@testable import Models

extension JournalTests {
    static let staff: [AuditEvent.Action: JournalVerb] = [
        .staffAdded: { office in
            let person = try await write(office) { db, cast, _, now in
                let new = NewPerson(name: "Nowa Księgowa", email: "nowa@biuro.example", language: .pl)
                return try Staff.add(db, new, role: .accountant, by: cast.anna, at: now).personId
            }
            return JournalEntry(by: office.cast.anna, about: "person/\(person)")
        },
        .roleChanged: { office in
            try await write(office) { db, cast, day, now in
                try Staff.find(db, personId: cast.ola)?.change(db, to: .supervisor, by: cast.anna, on: day, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: "person/\(office.cast.ola)")
        },
        .assigned: { office in
            try await write(office) { db, cast, day, now in
                try Assignment.assign(
                    db, firm: cast.sawmill.id, to: cast.ola, duty: .accountant, from: day, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, of: office.cast.sawmill, about: "person/\(office.cast.ola)")
        },
        .unassigned: { office in
            try await write(office) { db, cast, day, now in
                try Assignment.end(db, firms: [cast.bakery.id], of: cast.ola, on: day, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, of: office.cast.bakery, about: "person/\(office.cast.ola)")
        },
        .deputyNamed: { office in
            try await nameDeputy(office)
            return JournalEntry(by: office.cast.anna, about: "person/\(office.cast.marek)")
        },
        .deputyEnded: { office in
            try await nameDeputy(office)
            try await write(office) { db, cast, day, now in
                let deputyship = try Deputyship.current(db, on: day)[0].id
                try Deputyship.end(db, deputyship, by: cast.anna, today: day, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: "person/\(office.cast.marek)")
        },
    ]

    private static func nameDeputy(_ office: TestOffice) async throws {
        try await write(office) { db, cast, day, now in
            try Deputyship.begin(
                db, absent: cast.marek, deputy: cast.dana, from: day, until: day, by: cast.anna, today: day, at: now)
        }
    }

    static let firms: [AuditEvent.Action: JournalVerb] = [
        .firmAdded: { office in
            let firm = try await write(office) { db, cast, day, now in
                let new = NewFirm(
                    name: "Nowa", country: .poland, taxIdentifier: "6666666666", form: .ledger, supervisor: cast.marek)
                return try Firm.add(db, new, by: cast.anna, on: day, at: now)
            }
            return JournalEntry(by: office.cast.anna, of: firm)
        },
        .firmsImported: { office in
            let held = try await office.hold(["Nowa;6666666666;KPiR;Jan Nowy;jan@nowa.example"])
            try await office.confirm(held, expecting: "1-1-1-0")
            return JournalEntry(by: office.cast.anna)
        },
        .firmChanged: { office in
            try await write(office) { db, cast, _, now in
                let settings = FirmSettings(
                    name: "Piekarnia Kłos i Syn", country: .poland, taxIdentifier: cast.bakery.taxIdentifier,
                    vat: .monthly, approvalRequired: true, tags: ["chleb"])
                try cast.bakery.change(db, to: settings, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, of: office.cast.bakery)
        },
        .firmClosed: { office in
            try await write(office) { db, cast, _, now in try cast.bakery.close(db, by: cast.anna, at: now) }
            return JournalEntry(by: office.cast.anna, of: office.cast.bakery)
        },
        .firmBroughtBack: { office in
            try await write(office) { db, cast, _, now in
                try cast.bakery.close(db, by: cast.anna, at: now)
                try cast.bakery.bringBack(db, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, of: office.cast.bakery)
        },
        .taxationChanged: { office in
            try await write(office) { db, cast, day, now in
                try cast.bakery.tax(db, as: .ledger, from: Day("2027-01-01") ?? day, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, of: office.cast.bakery)
        },
        .filterSaved: { office in
            let filter = try await saveFilter(office)
            return JournalEntry(by: office.cast.marek, about: "filter/\(filter)")
        },
        .filterRemoved: { office in
            let filter = try await saveFilter(office)
            try await write(office) { db, cast, _, now in
                try SavedFilter.remove(db, filter, of: cast.marek, at: now)
            }
            return JournalEntry(by: office.cast.marek, about: "filter/\(filter)")
        },
    ]

    private static func saveFilter(_ office: TestOffice) async throws -> Int64 {
        try await write(office) { db, cast, _, now in
            try SavedFilter.save(db, FirmFilter(search: "dąb"), as: "Dęby", by: cast.marek, at: now)
        }
    }
}
