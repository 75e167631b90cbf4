import Foundation
import Models
import TestSupport
import Testing

@Suite("What went with a message, in the journal")
struct PostedFilesTests {
    private static func detail(_ action: String, _ office: TestOffice) async throws -> [String] {
        try await office.texts("SELECT detail FROM auditEvent WHERE action = '\(action)' ORDER BY id")
    }

    private static func ids(_ office: TestOffice) async throws -> [String] {
        try await office.texts("SELECT id FROM storedFile ORDER BY id")
    }

    @Test("Names the printouts and the files of a message to one firm, and the files of a client")
    func conversations() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let taken = try await office.takeIn(TaxFileText.jpk()).found
            let printouts = try await office.printouts(of: taken).map(\.id).sorted().map(String.init)
                .joined(separator: "+")
            let (own, theirs) = (try await office.upload(), try await office.upload("faktura.txt", by: cast.piotr))
            let files = try await Self.ids(office)
            let choice = try office.choice(.vatSales, .vatPurchases, .vatDeclaration)
            let started = try await office.database.write { db in
                try Conversation.start(
                    db, "VAT", NewContent(body: "W załączeniu.", files: [own], printouts: choice), firm: cast.bakery,
                    by: cast.anna, on: day, at: now)
            }
            try await office.post(started, by: cast.piotr, .client, files: [theirs])
            try await office.post(started, by: cast.piotr, .client)
            #expect(
                try await Self.detail("conversationStarted", office)
                    == [#"{"files":"\#(files[files.count - 2])","printouts":"\#(printouts)"}"#])
            #expect(try await Self.detail("answered", office) == [#"{"files":"\#(files[files.count - 1])"}"#, "{}"])
        }
    }

    @Test("Names the files of a notice once for all, and by conversation what only one firm got")
    func broadcast() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.upload()
            let file = try #require(try await Self.ids(office).last)
            _ = try await office.broadcast(to: [cast.bakery, cast.carrier], files: [key])
            #expect(try await Self.detail("broadcastSent", office).last?.contains(#""files":"\#(file)""#) == true)
        }
    }
}
