import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import TestSupport
import Testing
import Web

@Suite("An archive of a client's files")
struct FilesZipTests {
    @Test("has what the filters show, each file written down as taken, under the name of the firm and the period")
    func archive() async throws {
        try await AccessWorld.withFiles { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            #expect(try await piotr.send(.head, "/files.zip").body.readableBytes == 0)
            #expect(try await world.downloads() == [0, 0])
            let some = try await piotr.get("/files.zip?kind=others")
            #expect(some.headers[.contentType] == "application/zip")
            #expect(
                some.headers[.contentDisposition]
                    == FileName.contentDisposition("Piekarnia Kłos Pliki 2026-11-20.zip"))
            let named = try await piotr.send(.head, "/files.zip?kind=registers&period=2026")
            #expect(
                named.headers[.contentDisposition]
                    == FileName.contentDisposition("Piekarnia Kłos Ewidencje 2026.zip"))
            #expect(AccessWorld.names(some) == ["2026/godziny.txt"])
            #expect(try await world.downloads() == [1, 0])
            let all = try await piotr.get("/files.zip")
            #expect(
                AccessWorld.names(all) == [
                    "2026/Ewidencja przychodów 2026 korekta Piekarnia Kłos.pdf", "2026/godziny.txt",
                ])
            #expect(try await world.downloads() == [2, 1])
            // Another message carries the same printout: it is downloaded with both, and occurs in the archive once.
            let bakery = world.office.cast.bakery.id
            let asked = try await piotr.post(
                "/conversations", ["firm": "\(bakery)", "subject": "Pytanie", "body": "Czy to wszystko?"])
            #expect(asked.status == .seeOther)
            try await world.office.database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO messagePrintout (messageId, printoutId)
                        SELECT (SELECT max(id) FROM message WHERE firmId = sent.firmId
                            AND id NOT IN (SELECT messageId FROM messagePrintout)), printoutId
                        FROM messagePrintout JOIN message AS sent ON sent.id = messageId;
                        UPDATE everyMessage SET hasFiles = TRUE WHERE id IN (SELECT messageId FROM messagePrintout)
                        """)
            }
            #expect(AccessWorld.names(try await piotr.get("/files.zip")) == AccessWorld.names(all))
            #expect(try await world.downloads() == [3, 3])
            #expect(try await piotr.get("/files.zip?kind=receipts").status == .notFound)
        }
    }

    @Test("is whole but for what cannot be printed")
    func unprintable() async throws {
        try await AccessWorld.withFiles { world, client in
            let key = try await world.office.database.read { db in
                try String.fetchOne(
                    db,
                    sql: """
                        SELECT key FROM messagePrintout JOIN printout ON printout.id = printoutId
                        JOIN taxImport ON taxImport.id = importId JOIN storedFile ON storedFile.id = fileId
                        """) ?? ""
            }
            try Data("<JPK".utf8).write(to: URL(fileURLWithPath: world.office.files.path(key)))
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let all = try await piotr.get("/files.zip")
            #expect(AccessWorld.names(all) == ["2026/Ewidencja przychodów.txt", "2026/godziny.txt"])
            #expect(try await world.downloads() == [1, 0])
        }
    }

    @Test("has all files, however many, and a sentence in the place of one that is gone from the disk")
    func manyFiles() async throws {
        let lines = LogLines()
        try await AccessWorld.withFiles(logger: lines.logger) { world, client in
            try await world.repeatFile(times: 250)
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let names = AccessWorld.names(try await piotr.get("/files.zip"))
            #expect(names.count == 252 && Set(names).count == 252)
            #expect(try await world.downloads() == [251, 1])
            let key = try await world.office.database.read { db in
                try String.fetchOne(db, sql: "SELECT key FROM attachment JOIN storedFile ON storedFile.id = fileId")
                    ?? ""
            }
            try FileManager.default.removeItem(atPath: world.office.files.path(key))
            let rest = AccessWorld.names(try await piotr.get("/files.zip"))
            #expect(rest.count == 252 && rest.contains("2026/godziny.txt.txt"))
            #expect(try await world.downloads() == [251, 2])
            // A lost disk does not flood the log: one line gives the number.
            let told = lines.all.filter { $0.hasPrefix("error") }
            #expect(told.count == 1 && told[0].contains("files of a ZIP could not be read"))
            #expect(told.first?.contains("251") == true)
        }
    }

    @Test("tells a superseded printout from the one in force by what it is, not by a number behind its name")
    func superseded() async throws {
        try await AccessWorld.withFiles { world, client in
            let newer = try await world.unsent(document: "A/2")
            try await world.office.database.write { db in try Printout.send(db, [newer], with: world.message) }
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let name = "2026/Ewidencja przychodów 2026 korekta Piekarnia Kłos"
            #expect(
                Set(AccessWorld.names(try await piotr.get("/files.zip?kind=registers")))
                    == ["\(name).pdf", "\(name) (zastąpiony, 2026-11-20).pdf"])
            // The list says the same in words, and takes the colour away from it.
            let page = try await piotr.get("/files?kind=registers").text
            #expect(page.components(separatedBy: "zastąpiony nowszą wersją").count == 2)
            #expect(page.components(separatedBy: "file-row--old").count == 2)
        }
    }
}
