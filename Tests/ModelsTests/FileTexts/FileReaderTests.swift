import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The text of uploaded PDFs")
struct FileReaderTests {
    private static var small: PDFText.Limits {
        var limits = PDFText.Limits()
        (limits.processorSeconds, limits.seconds) = (2, 120)
        return limits
    }

    @Test("Is read once, with the tax identifiers in it")
    func read() async throws {
        try await TestOffice.with { office in
            let key = try await office.uploadPDF(TestPDF.page("Piekarnia, NIP 111-111-11-11", "nabywca PL2222222222"))
            let reader = FileReader(database: office.database, files: office.files)
            try await reader.read([key, key], within: .seconds(300), at: office.now)
            try await reader.read([key], within: .seconds(300), at: office.now)
            let text = try #require(try await office.fileText(key))
            #expect(text.state == .read && text.text.contains("Piekarnia, NIP 111-111-11-11"))
            #expect(try await office.texts("SELECT number FROM fileNumber") == ["1111111111", "2222222222"])
        }
    }

    @Test(
        "Is nothing for a scan, and for what is locked, torn, too much or endless; the server goes on",
        arguments: [
            (TestPDF.scan, FileText.State.empty), (TestPDF.locked, .unreadable), (TestPDF.torn, .unreadable),
            (TestPDF.monster, nil), (TestPDF.endless, nil),
        ]
    )
    func hostile(bytes: Data, state: FileText.State?) async throws {
        try await TestOffice.with { office in
            let key = try await office.uploadPDF(bytes)
            try await FileReader(database: office.database, files: office.files, limits: Self.small)
                .read([key], within: .seconds(120), at: office.now)
            let text = try #require(try await office.fileText(key))
            #expect(text.state != .read && text.text.isEmpty && (state == nil || text.state == state))
            #expect(try await office.number("SELECT count(*) FROM fileNumber") == 0)
        }
    }

    @Test("Is the tax identifier too whose digits stand in boxes far apart, or that a group is drawn of at a time")
    func boxes() async throws {
        try await TestOffice.with { office in
            let apart = "2222222222".enumerated().map { (40 + 52 * $0.offset, 700 + $0.offset % 3, String($0.element)) }
            let groups = [(480, 640, "33"), (40, 640, "333"), (340, 640, "33"), (190, 640, "333")]
            let labels = (0..<10).map { (40 + 52 * $0, 692, "poz. \($0)") }
            let key = try await office.uploadPDF(TestPDF.placed(apart + groups + labels))
            try await FileReader(database: office.database, files: office.files).read(
                [key], within: .seconds(300), at: office.now)
            #expect(try await office.texts("SELECT number FROM fileNumber") == ["2222222222", "3333333333"])
        }
    }

    @Test("Is not all of it where files are in the PDF: it goes unchecked, and their names are looked at")
    func embedded() async throws {
        try await TestOffice.with { office in
            let (cast, files) = (office.cast, office.files)
            let key = try await office.uploadPDF(TestPDF.holding("JPK_222-222-22-22.xml", "Piekarnia 1111111111"))
            try await FileReader(database: office.database, files: files).read(
                [key], within: .seconds(300), at: office.now)
            let text = try #require(try await office.fileText(key))
            #expect(text.state == .read && text.hasFiles && text.text.contains("Piekarnia"))
            #expect(try await office.texts("SELECT number FROM fileNumber") == ["1111111111", "2222222222"])
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: [key])
            #expect(try await office.database.read { db in try draft.uncheckedFiles(db) } == ["ewidencja.pdf"])
        }
    }

    @Test("Is given up when the child may have less memory, time or text than it takes")
    func limits() async throws {
        try await TestOffice.with { office in
            let key = try await office.uploadPDF(TestPDF.page("Piekarnia, NIP 1111111111"))
            let path = office.files.path(key)
            guard case .contents(let contents) = await PDFText.read(path) else { throw NotFound() }
            #expect(contents.text.contains("1111111111") && contents.attachments.isEmpty)
            var limits = PDFText.Limits()
            limits.memory = 4 * 1024 * 1024
            #expect(await PDFText.read(path, limits: limits) != .contents(contents))
            limits = PDFText.Limits()
            limits.output = 5
            #expect(await PDFText.read(path, limits: limits) == .unreadable)
            limits = PDFText.Limits()
            limits.seconds = 0
            #expect(await PDFText.read(path, limits: limits) == .unreadable)
        }
    }

    @Test(
        "Is not given up for ever when the program that reads it does not start", arguments: ["/nowhere", "/usr"])
    func missing(program: String) async throws {
        try await TestOffice.with { office in
            let key = try await office.uploadPDF(TestPDF.page("NIP 1111111111"))
            let path = office.files.path(key)
            #expect(await PDFText.read(path, by: program) == .notStarted)
            #expect(await PDFText.read(path, by: "/usr/bin/false") == .unreadable)
            let reader = FileReader(database: office.database, files: office.files, program: program)
            #expect(try await reader.read([key], within: .seconds(300), at: office.now) == [key])
            #expect(try await office.fileText(key) == nil)
            let other = FileReader(database: office.database, files: office.files)
            #expect(try await other.read([key], within: .seconds(300), at: office.now) == [])
            #expect(try await office.fileText(key)?.state == .read)
        }
    }

    @Test("Is read first of what a send waits for, though many others were there before")
    func urgent() async throws {
        try await TestOffice.with { office in
            var keys: [String] = []
            for number in 0..<30 { keys.append(try await office.uploadPDF(TestPDF.page("Plik \(number)"))) }
            let reader = FileReader(database: office.database, files: office.files)
            try await reader.read(keys, within: .zero, at: office.now)
            #expect(await reader.underWay.count > 2)
            try await reader.read([keys[29]], urgently: true, within: .seconds(300), at: office.now)
            #expect(try await office.fileText(keys[29])?.state == .read)
            #expect(try #require(try await office.number("SELECT count(*) FROM fileText")) < 29)
            try await reader.read(keys, within: .seconds(300), at: office.now)
            #expect(await reader.underWay.isEmpty)
        }
    }

    @Test("Is not waited for any longer than was said, and is there later all the same")
    func patience() async throws {
        try await TestOffice.with { office in
            let key = try await office.uploadPDF(TestPDF.page("NIP 1111111111"))
            let reader = FileReader(database: office.database, files: office.files)
            try await reader.read([key], within: .zero, at: office.now)
            try await reader.read([key], within: .seconds(300), at: office.now)
            #expect(try await office.fileText(key)?.state == .read)
        }
    }

    @Test("Is read of the office's PDFs alone, and goes with its file")
    func others() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let bytes = TestPDF.page("NIP 1111111111")
            let keys = [
                try await office.uploadPDF(bytes, by: cast.piotr), try await office.upload("a.txt", "NIP 1111111111"),
                try await office.uploadPDF(bytes),
            ]
            let reader = FileReader(database: office.database, files: office.files)
            try await reader.read(keys + ["no such key"], within: .seconds(300), at: office.now)
            #expect(try await office.number("SELECT count(*) FROM fileText") == 1)
            office.pass(25 * 3600)
            let now = office.now
            _ = try await office.database.write { db in try StoredFile.sweep(db, at: now) }
            #expect(try await office.number("SELECT count(*) FROM fileText") == 0)
            #expect(try await office.number("SELECT count(*) FROM fileNumber") == 0)
        }
    }

    @Test("Is read of many files, few at a time")
    func many() async throws {
        try await TestOffice.with { office in
            var keys: [String] = []
            for number in 0..<12 { keys.append(try await office.uploadPDF(TestPDF.page("Plik \(number)"))) }
            let reader = FileReader(database: office.database, files: office.files)
            try await reader.read(keys, within: .seconds(300), at: office.now)
            #expect(try await office.number("SELECT count(*) FROM fileText WHERE state = 'read'") == 12)
        }
    }
}
