import Foundation
import Models
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("The letterhead of printouts")
struct LetterheadTests {
    @Test("has the office's logo once it has one, for the client too; what was sent and made before stays as it was")
    func logo() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let (office, cast) = (world.office, world.office.cast)
            let anna = try await office.browser(client, as: cast.anna)
            let piotr = try await office.browser(client, as: cast.piotr)
            let unsent = "/printouts/\(try await world.unsent())"
            _ = try await anna.post("/office/settings/logo/removal")
            let sent = try await piotr.get(world.printoutPath)
            #expect(try Self.images(sent).isEmpty)
            #expect(try Self.images(try await anna.get(unsent)).isEmpty)
            _ = try await office.takePictures()
            let shown = try Self.images(try await anna.get(unsent))
            #expect(shown.count == 1 && shown.first?.contains("  96    48 ") == true, "\(shown)")
            #expect(try await piotr.get(world.printoutPath).body == sent.body)
            _ = try await piotr.post("/account/language", ["language": "he"])
            #expect(try Self.images(try await piotr.get(world.printoutPath)).count == 1, "made after the logo came")
            _ = try await anna.post("/office/settings/logo/removal")
            #expect(try Self.images(try await anna.get(unsent)).isEmpty)
        }
    }

    @Test("is made anew for what was not sent when the office's name or colour changes, and for nothing else of it")
    func anew() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let (office, cast) = (world.office, world.office.cast)
            let anna = try await office.browser(client, as: cast.anna)
            let unsent = "/printouts/\(try await world.unsent())"
            let first = try await anna.get(unsent)
            let name = try await office.database.read { db in try Office.find(db)?.name ?? "" }
            func correct(_ name: String, _ phone: String) async throws {
                let saved = try await anna.post(
                    "/office/settings/office",
                    ["name": name, "phone": phone, "timeZone": "Europe/Warsaw", "language": "pl"])
                #expect(saved.location == "/office/settings?done=saved")
            }
            for phone in ["22 100 00 00", "22 100 00 01"] {
                try await correct(name, phone)
                #expect(try await anna.get(unsent).body == first.body)
            }
            _ = try await anna.post("/office/settings/accent", ["colour": "#ff4fa3"])
            let coloured = try await anna.get(unsent)
            #expect(coloured.body != first.body)
            try await correct("Biuro Sowa", "22 100 00 01")
            #expect(try await anna.get(unsent).body != coloured.body)
        }
    }

    /// Returns poppler's line for each image of a PDF.
    private static func images(_ response: Answer) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(response.body.readableBytesView).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdfimages")
        process.arguments = ["-list", file.path]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return text.split(separator: "\n").dropFirst(2).map(String.init)
    }
}
