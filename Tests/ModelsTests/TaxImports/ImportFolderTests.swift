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
            #expect(try watched.settled(at: office.now).isEmpty)
            try Data("<a/>".utf8).write(to: file)
            #expect(try watched.settled(at: office.now).isEmpty, "it has grown")
            #expect(try watched.settled(at: office.now).map(\.lastPathComponent) == ["a.xml"])
        }
    }

    @Test("Leaves a file alone that somebody has open to write, however long it stays the same")
    func writer() async throws {
        try await TestOffice.with { office in
            var watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            try Data("<a".utf8).write(to: file)
            let writer = try FileHandle(forWritingTo: file)
            for _ in 0..<3 { #expect(try watched.settled(at: office.now).isEmpty) }
            try writer.close()
            #expect(try watched.settled(at: office.now).map(\.lastPathComponent) == ["a.xml"])
            // A reader is not a writer.
            let reader = try FileHandle(forReadingFrom: file)
            #expect(try watched.settled(at: office.now).count == 1)
            try reader.close()
        }
    }

    @Test("Leaves alone what other programs keep beside their files, and files that still come under another name")
    func passedOver() async throws {
        try await TestOffice.with { office in
            var watched = try ImportFolder(in: office.folder)
            let others = [
                "a.xml.part", "a.xml.filepart", "a.tmp", "A.TMP", "Thumbs.db", "desktop.ini", "~$rejestr.xlsx",
                "a.crdownload",
                ".~lock.a.ods#", "a.xml~",
            ]
            for name in others + ["a.xml"] { try Data("x".utf8).write(to: watched.folder.appendingPathComponent(name)) }
            _ = try watched.settled(at: office.now)
            #expect(try watched.settled(at: office.now).map(\.lastPathComponent) == ["a.xml"])
            // Its writer has finished.
            try FileManager.default.moveItem(
                at: watched.folder.appendingPathComponent("a.xml.part"),
                to: watched.folder.appendingPathComponent("b.xml"))
            _ = try watched.settled(at: office.now)
            #expect(try watched.settled(at: office.now).map(\.lastPathComponent) == ["a.xml", "b.xml"])
        }
    }

    @Test("Waits some minutes for the rest of a file that ends too early, and looks again when it has grown")
    func cutOff() async throws {
        try await TestOffice.with { office in
            var watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            try Data("<a".utf8).write(to: file)
            let now = Date()
            _ = try watched.settled(at: now)
            #expect(try watched.settled(at: now) == [file])
            var isAwaited = watched.awaitRest(of: file, at: now)
            #expect(isAwaited)
            #expect(try watched.settled(at: now).isEmpty, "nothing has come")
            try Data("<a/>".utf8).write(to: file)
            #expect(try watched.settled(at: now).isEmpty)
            #expect(try watched.settled(at: now) == [file], "it has grown")
            isAwaited = watched.awaitRest(of: file, at: now)
            #expect(isAwaited)
            #expect(try watched.settled(at: now.addingTimeInterval(700)) == [file], "nobody waits for ever")
            isAwaited = watched.awaitRest(of: file, at: now.addingTimeInterval(700))
            #expect(!isAwaited)
        }
    }

    @Test("Looks again at a refused file that was written to after that")
    func grown() async throws {
        try await TestOffice.with { office in
            var watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            try Data("<a".utf8).write(to: file)
            let writer = try FileHandle(forWritingTo: file)
            try watched.refuse(file, because: "Urwany.")
            #expect(try watched.settled(at: office.now).isEmpty)
            let refused = watched.folder.appendingPathComponent("refused")
            #expect(try FileManager.default.contentsOfDirectory(atPath: refused.path).count == 2)
            // As if the reason had been written a minute ago.
            try FileManager.default.setAttributes(
                [.modificationDate: Date().addingTimeInterval(-60)],
                ofItemAtPath: refused.appendingPathComponent("a.xml.txt").path)
            try writer.seekToEnd()
            try writer.write(contentsOf: Data("/>".utf8))
            try writer.close()
            _ = try watched.settled(at: office.now)
            #expect(try watched.settled(at: office.now) == [file])
            #expect(try String(contentsOf: file, encoding: .utf8) == "<a/>")
            #expect(try FileManager.default.contentsOfDirectory(atPath: refused.path).isEmpty)
        }
    }

    @Test("Puts taken and refused files away, a reason beside the refused one, and writes over none")
    func putAway() async throws {
        try await TestOffice.with { office in
            let watched = try ImportFolder(in: office.folder)
            let file = watched.folder.appendingPathComponent("a.xml")
            for text in ["1", "2"] {
                try Data(text.utf8).write(to: file)
                try watched.keepTaken(file)
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
            _ = try watched.settled(at: office.now)
            #expect(try watched.settled(at: office.now).count == 1 && watched.isUnchanged(file))
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
                let bundle = try TaxFileBundle(named: "a.xml", in: office.files) { body in
                    try Data(text.utf8).withUnsafeBytes(body)
                }
                let received = try bundle.receive(bundle.files[0], in: office.files)
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
