import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("The store of files")
struct AttachmentStoreTests {
    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("Has a file's bytes in their place before any row names it, with size, digest and a safe name")
    func kept() async throws {
        try await TestOffice.with { office in
            let bytes = Data((0..<200_000).map { _ in UInt8(ascii: "z") })
            let kept = try office.keep("../../Ewidencja\u{202E}.txt", bytes)
            #expect(try Data(contentsOf: URL(fileURLWithPath: office.files.path(kept.key))) == bytes)
            #expect(kept.size == 200_000 && kept.sha256 == SHA256Digest.of(bytes))
            #expect(kept.name == "Ewidencja.txt" && kept.type.kind == "TXT")
            #expect(try await office.number("SELECT count(*) FROM storedFile") == 0)
            #expect(try Self.names(in: office.files.folder.appendingPathComponent("incoming")).isEmpty)
        }
    }

    @Test("Takes bytes in pieces as in one")
    func pieces() async throws {
        try await TestOffice.with { office in
            let bytes = Data(String(repeating: "Zażółć gęślą jaźń. ", count: 20_000).utf8)
            let file = try office.files.receive(named: "a.txt")
            for start in stride(from: 0, to: bytes.count, by: 7_001) {
                try bytes[start..<min(start + 7_001, bytes.count)].withUnsafeBytes { try file.write($0) }
            }
            let kept = try file.keep()
            #expect(kept.size == Int64(bytes.count) && kept.sha256 == SHA256Digest.of(bytes))
            #expect(try Data(contentsOf: URL(fileURLWithPath: office.files.path(kept.key))) == bytes)
        }
    }

    @Test("Names files at random, never by what they are called, and each anew")
    func keys() async throws {
        try await TestOffice.with { office in
            let kept = try (0..<3).map { _ in try office.keep("a.txt", Data("to samo".utf8)) }
            #expect(Set(kept.map(\.key)).count == 3)
            for file in kept {
                #expect(file.key.count == 64 && file.key.allSatisfy { $0.isHexDigit })
                #expect(!office.files.path(file.key).contains("a.txt"))
            }
        }
    }

    @Test("Lets nobody else on the machine read: files 0600, folders 0700")
    func modes() async throws {
        try await TestOffice.with { office in
            let place = office.files.path(try office.keep("a.txt", Data("tajne".utf8)).key)
            let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            #expect(try mode(place) == 0o600 && mode(folder) == 0o700 && mode(office.files.folder.path) == 0o700)
        }
    }

    @Test("Removes what was received and not kept: broken off, refused, empty", arguments: ["a.txt", "a.pdf", "a.exe"])
    func notKept(name: String) async throws {
        try await TestOffice.with { office in
            let incoming = office.files.folder.appendingPathComponent("incoming")
            do {
                let file = try office.files.receive(named: name)
                try Data("zwykły tekst".utf8).withUnsafeBytes { try file.write($0) }
                #expect(try Self.names(in: incoming).count == 1)
                if name != "a.txt" { #expect(throws: FileRefusal.self) { try file.keep() } }
            }
            do {
                let empty = try office.files.receive(named: "a.txt")
                #expect(throws: FileRefusal.empty) { try empty.keep() }
            }
            #expect(try Self.names(in: incoming).isEmpty)
            #expect(try Self.names(in: office.files.folder) == ["incoming"])
        }
    }

    @Test("Takes a file of the largest size and not a byte more")
    func limit() async throws {
        try await TestOffice.with { office in
            // Untouched memory pages: the size is checked before the bytes are read.
            let all = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(AttachmentStore.limit) + 1, alignment: 8)
            defer { all.deallocate() }
            let over = try office.files.receive(named: "a.txt")
            #expect(throws: FileTooLarge.self) { try over.write(UnsafeRawBufferPointer(all)) }
            let file = try office.files.receive(named: "a.txt")
            let half = UnsafeRawBufferPointer(rebasing: all[..<Int(AttachmentStore.limit / 2)])
            try file.write(half)
            try file.write(half)
            #expect(throws: FileTooLarge.self) { try file.write(UnsafeRawBufferPointer(rebasing: all[..<1])) }
        }
    }

    @Test("Removes a file on request")
    func remove() async throws {
        try await TestOffice.with { office in
            let key = try office.keep("a.txt", Data("zbędne".utf8)).key
            office.files.remove(key)
            #expect(!FileManager.default.fileExists(atPath: office.files.path(key)))
        }
    }
}
