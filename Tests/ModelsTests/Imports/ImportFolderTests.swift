import Formats
import Foundation
import Models
import TestSupport
import Testing

@Suite("The watched folder of imports")
struct ImportFolderTests {
    @Test("Gives a file when it has been the same for a whole tick, and leaves hidden ones and folders alone")
    func settled() async throws {
        try await TestOffice.with { office in
            var watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            try Data("<a".utf8).write(to: file)
            try Data("x".utf8).write(to: watched.folder.appendingPathComponent(".hidden.xml"))
            #expect(try watched.settled().isEmpty)
            try Data("<a/>".utf8).write(to: file)
            #expect(try watched.settled().isEmpty, "it has grown")
            #expect(try watched.settled().map(\.lastPathComponent) == ["a.xml"])
        }
    }

    @Test("Puts taken and refused files away, a reason beside the refused one, and writes over none")
    func putAway() async throws {
        try await TestOffice.with { office in
            let watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            for text in ["1", "2"] {
                try Data(text.utf8).write(to: file)
                try watched.putAway(file)
            }
            try Data("3".utf8).write(to: file)
            try watched.refuse(file, because: "Brakuje elementu.")
            func text(_ name: String) throws -> String {
                try String(contentsOf: watched.folder.appendingPathComponent(name), encoding: .utf8)
            }
            let texts = try ["taken/a.xml", "taken/a (2).xml", "refused/a.xml", "refused/a.xml.txt"].map(text)
            #expect(texts == ["1", "2", "3", "Brakuje elementu.\n"])
        }
    }

    @Test("Makes its folders again when somebody tidied them away, and lets a reason stand on no file")
    func tidied() async throws {
        try await TestOffice.with { office in
            let watched = try ImportFolder(in: office.folder)
            let refused = watched.folder.appendingPathComponent("refused")
            try FileManager.default.removeItem(at: refused)
            for name in ["a.xml.txt", "a.xml"] {
                let file = watched.folder.appendingPathComponent(name)
                try Data(name.utf8).write(to: file)
                try watched.refuse(file, because: "Powód.")
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: refused.path).sorted()
            #expect(names == ["a (2).xml", "a (2).xml.txt", "a.xml.txt", "a.xml.txt.txt"])
            let kept = try String(contentsOf: refused.appendingPathComponent("a.xml.txt"), encoding: .utf8)
            #expect(kept == "a.xml.txt")
        }
    }

    @Test("Neither waits for a pipe that took a file's place, nor follows a link", .timeLimit(.minutes(10)))
    func pipes() async throws {
        try await TestOffice.with { office in
            let watched = try ImportFolder(in: office.folder)
            let (pipe, link) = (
                watched.folder.appendingPathComponent("a.xml").path, watched.folder.appendingPathComponent("b.xml").path
            )
            try #require(mkfifo(pipe, 0o600) == 0)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
            for path in [pipe, link] {
                #expect(throws: UnreadableFile.self) { try FileBytes.each(path, onlyRegular: true) { _ in } }
            }
        }
    }

    @Test("Knows a file that was saved anew since it was given, or is gone")
    func unchanged() async throws {
        try await TestOffice.with { office in
            var watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            try Data("<a/>".utf8).write(to: file)
            _ = try watched.settled()
            #expect(try watched.settled().count == 1 && watched.isUnchanged(file))
            try Data("<a></a>".utf8).write(to: file)
            #expect(!watched.isUnchanged(file))
            try FileManager.default.removeItem(at: file)
            #expect(!watched.isUnchanged(file))
        }
    }

    @Test("Or a command brings files for the office; what is refused or known leaves no bytes behind")
    func received() async throws {
        try await TestOffice.with { office in
            func take(_ text: String) async throws -> TaxImport.Outcome {
                let parcel = try TaxParcel(named: "a.xml", in: office.files) { body in
                    try Data(text.utf8).withUnsafeBytes(body)
                }
                let received = try parcel.receive(parcel.files[0], in: office.files)
                return try await TaxImport.takeIn(
                    received, in: .office, office.database, office.files, at: office.now)
            }
            let text = try TaxFileText.jpk()
            for _ in 0..<2 {
                let found = try await take(text).found
                #expect(found.firmId == office.cast.bakery.id)
            }
            await #expect(throws: TaxFileError.self) { try await take("<a/>") }
            await #expect(throws: TaxImport.Refusal.self) { try await take(TaxFileText.receipt(isAccepted: false)) }
            let rows = try await office.number("SELECT count(*) FROM storedFile")
            let all = FileManager.default.enumerator(at: office.files.folder, includingPropertiesForKeys: nil)
            let kept = (all?.allObjects as? [URL] ?? []).filter { FileBytes.size($0.path) != nil }
            #expect(rows == 1 && kept.count == 1)
        }
    }
}
