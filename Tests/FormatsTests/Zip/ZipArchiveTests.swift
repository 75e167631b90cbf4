import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("A ZIP archive")
struct ZipArchiveTests {
    private static let limits = ZipLimits(bytes: 4_000_000, total: 6_000_000)

    private static func with<Value>(_ data: Data, _ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).zip").path
        try data.write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private static func open(_ data: Data, _ limits: ZipLimits = limits) throws -> ZipArchive {
        // An open archive can be read even after its name was deleted.
        try with(data) { try ZipArchive(path: $0, limits: limits) }
    }

    private static func reason(_ data: Data, _ limits: ZipLimits = limits) throws -> ZipError.Reason? {
        do {
            _ = try open(data, limits)
            return nil
        } catch let error as ZipError { return error.reason }
    }

    private static func bytes(_ archive: ZipArchive, _ place: Int = 0) throws -> Data {
        var all = Data()
        try archive.read(archive.files[place]) { all.append(contentsOf: $0) }
        return all
    }

    private static func fileReason(_ entry: ZipFile.Entry) throws -> ZipError? {
        let archive = try open(ZipFile([entry]).data)
        do {
            _ = try bytes(archive)
            return nil
        } catch let error as ZipError { return error }
    }

    private static func noise(_ count: Int) -> Data {
        var generator = SystemRandomNumberGenerator()
        return Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    @Test("Gives its files in their order, deflated or stored, of any length")
    func files() throws {
        let contents = [Data("a".utf8), Data(), Self.noise(200_000), Data(repeating: 7, count: 900_000)]
        for isDeflated in [true, false] {
            let entries = contents.enumerated().map { number, bytes in
                var entry = ZipFile.Entry("folder/\(number).xml", bytes)
                entry.isDeflated = isDeflated
                return entry
            }
            let archive = try Self.open(ZipFile(entries).data)
            #expect(archive.files.map(\.name) == (0..<4).map { "folder/\($0).xml" })
            for place in 0..<4 { #expect(try Self.bytes(archive, place) == contents[place]) }
        }
    }

    @Test("Gives no folders, nothing hidden and nothing of a Mac's own")
    func noFiles() throws {
        let names = ["a/", "a/b.xml", "a/.DS_Store", "__MACOSX/a/._b.xml", ".hidden", "c.xml"]
        let archive = try Self.open(ZipFile(names.map { ZipFile.Entry($0, "x") }).data)
        #expect(archive.files.map(\.name) == ["a/b.xml", "c.xml"])
        #expect(try Self.reason(ZipFile([ZipFile.Entry("a/", "")]).data) == .empty)
        #expect(try Self.reason(ZipFile([]).data) == .empty)
    }

    @Test("Has names in UTF-8, or with the Polish letters of old DOS")
    func names() throws {
        #expect(ZipName.text(Array("łódź.xml".utf8), isUTF8: true) == "łódź.xml")
        #expect(ZipName.text(Array("łódź.xml".utf8), isUTF8: false) == "łódź.xml")
        #expect(ZipName.text([0x88, 0xA2, 0x64, 0xAB, 0xFF], isUTF8: false) == "łódź\u{A0}")
    }

    @Test("May have a remark at its end, which may itself look like an end")
    func remark() throws {
        var data = ZipFile([ZipFile.Entry("a.xml", "x")]).data
        let remark = Data([0x50, 0x4B, 0x05, 0x06]) + Data(repeating: 1, count: 40)
        data[data.count - 2] = UInt8(remark.count)
        #expect(try Self.bytes(Self.open(data + remark)) == Data("x".utf8))
    }

    @Test("May have bytes behind its end, as transfers and mail programs add them", arguments: [1, 100, 60_000])
    func behind(count: Int) throws {
        let data = ZipFile([ZipFile.Entry("a.xml", "x")]).data
        #expect(try Self.bytes(Self.open(data + Data(count: count))) == Data("x".utf8))
        #expect(try Self.bytes(Self.open(data + Data(repeating: 0x50, count: count))) == Data("x".utf8))
    }

    @Test("May have the longer record of Zip64 at its end, and the long numbers of its files")
    func long() throws {
        let archive = try Self.open(ZipFile.long("a.xml", Data("abc".utf8)))
        #expect(archive.files.map(\.name) == ["a.xml"] && archive.files[0].size == 3)
        #expect(try Self.bytes(archive) == Data("abc".utf8))
        #expect(try Self.bytes(Self.open(ZipFile.long("a.xml", Data("abc".utf8)) + Data(count: 9))) == Data("abc".utf8))
        let whole = ZipFile.long("a.xml", Data("abc".utf8))
        for place in whole.indices {
            var changed = whole
            changed[place] ^= 0xFF
            guard let archive = try? Self.open(changed) else { continue }
            for file in archive.files { try? archive.read(file) { _ in } }
        }
    }

    @Test("Is refused when it is cut, shifted or none, and never read beyond its ends")
    func damaged() throws {
        let data = ZipFile([ZipFile.Entry("a.xml", "abc"), ZipFile.Entry("b.xml", "def")]).data
        for count in [0, 1, 21, data.count / 2, data.count - 1] {
            #expect(try Self.reason(data.prefix(count)) == .damaged)
        }
        #expect(try Self.reason(Data("x".utf8) + data) == .damaged)
        #expect(try Self.reason(Self.noise(5_000)) == .damaged)
        // Any changed byte gives an error or the same files, never a crash.
        for place in data.indices {
            var changed = data
            changed[place] ^= 0xFF
            guard let archive = try? Self.open(changed) else { continue }
            for file in archive.files { try? archive.read(file) { _ in } }
        }
    }

    @Test("Is refused when more would come out of it than is taken")
    func limits() throws {
        let entries = (0..<4).map { ZipFile.Entry("\($0).xml", Self.noise(1000)) }
        var limits = Self.limits
        limits.files = 3
        #expect(try Self.reason(ZipFile(entries).data, limits) == .tooManyFiles)
        limits.files = 4
        #expect(try Self.reason(ZipFile(entries).data, limits) == nil)
        limits.total = 3_999
        #expect(try Self.reason(ZipFile(entries).data, limits) == .tooMuch)
    }

    @Test("Is a trap when a file is far denser than any XML, or files share their bytes")
    func traps() throws {
        let bomb = ZipFile([ZipFile.Entry("bomb.xml", Data(count: 3_000_000))])
        #expect(try Self.reason(bomb.data) == .trap)
        var (first, second) = (ZipFile.Entry("a.xml", Self.noise(100)), ZipFile.Entry("b.xml", "x"))
        first.isDeflated = false
        second.offset = 10
        #expect(try Self.reason(ZipFile([first, second]).data) == .trap)
        second.offset = 0
        #expect(try Self.reason(ZipFile([first, second]).data) == .trap)
    }

    @Test("Gives no more of a file than its list promised, whatever comes out, and names the file")
    func lies() throws {
        for size: UInt32 in [1, 2_999, 3_001, 500_000] {
            var entry = ZipFile.Entry("a.xml", Self.noise(3_000))
            entry.size = size
            #expect(try Self.fileReason(entry) == ZipError(.damagedFile, file: "a.xml"))
        }
        var wrongSum = ZipFile.Entry("a.xml", "abc")
        wrongSum.checksum = 1
        #expect(try Self.fileReason(wrongSum)?.reason == .damagedFile)
        var wrongName = ZipFile.Entry("a.xml", "abc")
        wrongName.localName = Data("b.xml".utf8)
        #expect(try Self.fileReason(wrongName)?.reason == .damagedFile)
    }

    @Test("Has files that are not unpacked: locked, packed in other ways, too large; the others are")
    func refusedFiles() throws {
        var (locked, other, large) = (
            ZipFile.Entry("a.xml", "abc"), ZipFile.Entry("a.xml", "abc"), ZipFile.Entry("a.xml", Self.noise(5_000_000))
        )
        locked.flags |= 1
        other.method = 12
        large.isDeflated = false
        #expect(try Self.fileReason(locked)?.reason == .locked)
        #expect(try Self.fileReason(other)?.reason == .unknownMethod)
        #expect(try Self.fileReason(large)?.reason == .tooLargeFile)
        let archive = try Self.open(ZipFile([locked, ZipFile.Entry("b.xml", "good")]).data)
        #expect(try Self.bytes(archive, 1) == Data("good".utf8))
    }
}
