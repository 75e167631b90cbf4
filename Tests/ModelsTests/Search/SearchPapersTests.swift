import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The search in PDFs")
struct SearchPapersTests {
    @Test("Finds a message and its file by what stands in the PDF, for those who may see it and nobody else")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [
                try await office.readPDF("Umowa najmu lokalu", named: "skan1.pdf"),
                try await office.readPDF("Inny dokument", named: "skan2.pdf"),
            ]
            _ = try await office.broadcast(to: [cast.bakery], "Papiery", files: keys)
            for person in [cast.anna, cast.marek, cast.ola, cast.piotr] {
                #expect(try await office.papers("najmu lokal", by: person) == ["Papiery", "skan1.pdf"])
            }
            for person in [cast.rafal, cast.dana, cast.ewa, cast.tomasz, cast.approver] {
                #expect(try await office.papers("najmu lokal", by: person) == [])
            }
        }
    }

    @Test("Finds a PDF of a folder for the firm alone that got it")
    func folder() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let keys = [
                try await office.readPDF("1111111111 wypieki", named: "a.pdf"),
                try await office.readPDF("2222222222 przewozy", named: "b.pdf"),
            ]
            try await office.database.write { db in
                let draft = try Draft.sortFiles(db, files: keys, by: cast.anna, in: .wholeOffice, at: now)
                let review = Draft.Review(subject: "Lipiec", body: "W załączniku.", firms: [:])
                try draft.review(db, review, in: .wholeOffice, on: day)
            }
            let made = try await office.texts("SELECT key FROM draft")
            let draft = try await office.database.read { db in try Draft.find(db, made[0], of: cast.anna) }
            try await office.send(filesOf: draft, expecting: 2)
            #expect(try await office.papers("wypieki", by: cast.piotr) == ["Lipiec", "a.pdf"])
            #expect(try await office.papers("wypieki", by: cast.ewa) == [])
            #expect(try await office.papers("wypieki", by: cast.rafal) == [])
        }
    }

    @Test("Finds nothing of payroll for who has no right to it, and no bare numbers")
    func payroll() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let key = try await office.readPDF("Lista premii 4711", named: "plik.pdf")
            try await office.execute("UPDATE membership SET canPayroll = 1 WHERE personId = \(cast.iwona)")
            _ = try await office.database.write { db in
                try Conversation.start(
                    db, "Premie", NewContent(body: "W załączniku.", files: [key]), isPayroll: true, firm: cast.bakery,
                    by: cast.anna, on: day, at: now)
            }
            #expect(try await office.papers("premii", by: cast.piotr) == [])
            #expect(try await office.papers("premii", by: cast.iwona) == ["Premie", "plik.pdf"])
            #expect(try await office.papers("4711", by: cast.anna) == [])
        }
    }
}

extension TestOffice {
    /// Returns the subjects of the found messages, followed by the names of the found files.
    fileprivate func papers(_ typed: String, by person: Int64) async throws -> [String] {
        let scope = try await scope(person)
        return try await database.read { db in
            let search = Search(typed, in: scope)
            return try search.messages(db).rows.map(\.subject) + search.files(db).rows.map(\.file.name)
        }
    }
}
