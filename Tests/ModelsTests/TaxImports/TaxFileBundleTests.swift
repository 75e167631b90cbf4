import Formats
import Foundation
import Models
import TestSupport
import Testing

@Suite("A file or a ZIP handed over to be imported")
struct TaxFileBundleTests {
    private static func bundle(_ name: String, _ data: Data, _ office: TestOffice) throws -> TaxFileBundle {
        try TaxFileBundle(named: name, in: office.files) { body in try data.withUnsafeBytes(body) }
    }

    private static func bundle(megabytes: Int, _ office: TestOffice) throws -> TaxFileBundle {
        let start = Data("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>".utf8)
        let piece = Data(repeating: 32, count: 1024 * 1024)
        return try TaxFileBundle(named: "a.xml", in: office.files) { body in
            try start.withUnsafeBytes(body)
            for _ in 0..<megabytes { try piece.withUnsafeBytes(body) }
        }
    }

    /// Returns the result for each file: the structure, or the kind of error.
    private static func takeIn(_ bundle: TaxFileBundle, _ office: TestOffice) async throws -> [String] {
        var results: [String] = []
        for file in bundle.files {
            do {
                let received = try bundle.receive(file, in: office.files)
                let outcome = try await TaxImport.takeIn(
                    received, in: .office, office.database, office.files, at: office.now)
                results.append("\(file.name) \(outcome.found.structure)")
            } catch { results.append("\(file.name) \(type(of: error))") }
        }
        return results
    }

    private static func keptFiles(_ office: TestOffice) -> Int {
        let all = FileManager.default.enumerator(at: office.files.folder, includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).count { FileBytes.size($0.path) != nil }
    }

    @Test("May be a ZIP, whose files are taken in one by one; a bad one stops no other, and the ZIP is not kept")
    func archive() async throws {
        try await TestOffice.with { office in
            let jpk = try TaxFileText.jpk()
            var locked = ZipFile.Entry("locked.xml", jpk)
            locked.flags |= 1
            let data = ZipFile([
                ZipFile.Entry("luty/jpk.xml", jpk), ZipFile.Entry("bad.xml", "<a/>"), locked,
                ZipFile.Entry("inner.zip", ZipFile([ZipFile.Entry("a.xml", jpk)]).data),
                ZipFile.Entry("..\\..\\etc/passwd", "root"), ZipFile.Entry("upo.xml", TaxFileText.receipt(of: jpk)),
            ]).data
            let bundle = try Self.bundle("luty.zip", data, office)
            #expect(bundle.isZip && bundle.files.count == 6)
            #expect(
                try await Self.takeIn(bundle, office) == [
                    "jpk.xml JPK_V7M", "bad.xml TaxFileError", "locked.xml ZipError", "inner.zip FileRefusal",
                    "passwd FileRefusal", "upo.xml UPO",
                ])
            #expect(Self.keptFiles(office) == 2)
            #expect(
                try await office.texts(
                    "SELECT name FROM storedFile JOIN taxImport ON fileId = storedFile.id ORDER BY 1")
                    == ["jpk.xml", "upo.xml"])
        }
    }

    @Test("Is an XML or a ZIP of them; a PDF, a picture or a table is refused, and nothing of it stays")
    func types() async throws {
        try await TestOffice.with { office in
            for (name, text) in [
                ("a.pdf", "%PDF-1.4\n%x"), ("a.csv", "a;b\n1;2\n"), ("a.xml", "%PDF-1.4\n%x"), ("a.xml", ""),
            ] {
                #expect(throws: FileRefusal.self) { try Self.bundle(name, Data(text.utf8), office) }
            }
            #expect(throws: ZipError.self) {
                try Self.bundle("a.zip", Data("PK\u{3}\u{4}".utf8) + Data(count: 200), office)
            }
            #expect(throws: ZipError.self) {
                try Self.bundle("a.zip", ZipFile([ZipFile.Entry("a.xml", Data(count: 5_000_000))]).data, office)
            }
            #expect(Self.keptFiles(office) == 0)
        }
    }

    @Test("May be larger than what goes with a message, up to a limit of its own")
    func size() async throws {
        try await TestOffice.with { office in
            #expect(throws: FileTooLarge.self) { try Self.bundle(megabytes: 200, office) }
            let large = try Self.bundle(megabytes: 150, office)
            #expect(large.files.count == 1 && !large.isZip)
        }
    }
}
