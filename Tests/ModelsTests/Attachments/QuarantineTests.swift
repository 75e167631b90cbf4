import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("Files that no row names")
struct QuarantineTests {
    private static let day: TimeInterval = 24 * 3600

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func place(_ key: String, _ office: TestOffice) -> String {
        office.files.folder.appendingPathComponent(".orphans").appendingPathComponent(key).path
    }

    @Test("Are put away after a day, with the reason beside them, and those that a row names stay")
    func putAway() async throws {
        try await TestOffice.with { office in
            let known = try await office.upload()
            let orphan = try office.keep("a.txt", Data("sierota".utf8)).key
            let keys = try await office.database.read { db in try StoredFile.allKeys(db) }
            let now = Date()
            #expect(office.files.sweepOrphans(known: keys, at: now.addingTimeInterval(23 * 3600)).isNothing)
            let sweep = office.files.sweepOrphans(known: keys, at: now.addingTimeInterval(25 * 3600))
            #expect(sweep == AttachmentStore.Sweep(quarantined: 1))
            #expect(Self.exists(office.files.path(known)) && !Self.exists(office.files.path(orphan)))
            let place = Self.place(orphan, office)
            #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == Data("sierota".utf8))
            let note = try String(contentsOf: URL(fileURLWithPath: "\(place).json"), encoding: .utf8)
            #expect(note.contains("no row of the database named it") && note.contains("since"))
        }
    }

    @Test("Come back by themselves when a row names them again: at the start, at a sweep, and when they are read")
    func comeBack() async throws {
        try await TestOffice.with { office in
            let keys = try await [office.upload(), office.upload(), office.upload()]
            for key in keys { office.files.quarantine(key, because: .unnamed, at: office.now) }
            #expect(keys.allSatisfy { !Self.exists(office.files.path($0)) })
            #expect(Self.exists(office.files.readable(keys[0])))
            #expect(office.files.bringBack { $0 == keys[1] } == 1)
            let sweep = office.files.sweepOrphans(known: Set(keys), at: office.now)
            #expect(sweep == AttachmentStore.Sweep(broughtBack: 1))
            #expect(keys.allSatisfy { Self.exists(office.files.path($0)) })
            let left = try FileManager.default.contentsOfDirectory(
                atPath: office.files.folder.appendingPathComponent(".orphans").path)
            #expect(left == [], "their notes go too")
        }
    }

    @Test("Are gone for good after thirty days and not before; one without its note has thirty days more")
    func month() async throws {
        try await TestOffice.with { office in
            let (key, without) = try (
                office.keep("a.txt", Data("Jedna strona.".utf8)).key,
                office.keep("b.txt", Data("Druga strona.".utf8)).key
            )
            for key in [key, without] { office.files.quarantine(key, because: .discarded, at: office.now) }
            try FileManager.default.removeItem(atPath: "\(Self.place(without, office)).json")
            let nearly = office.now.addingTimeInterval(30 * Self.day - 60)
            #expect(office.files.sweepOrphans(known: [], at: nearly).isNothing)
            let later = office.now.addingTimeInterval(30 * Self.day + 60)
            #expect(office.files.sweepOrphans(known: [], at: later) == AttachmentStore.Sweep(removed: 1))
            #expect(!Self.exists(Self.place(key, office)) && Self.exists(Self.place(without, office)))
            #expect(office.files.sweepOrphans(known: [], at: nearly.addingTimeInterval(31 * Self.day)).removed == 1)
        }
    }

    @Test("Of half-received ones only those are removed that a crash left a day ago")
    func halfReceived() async throws {
        try await TestOffice.with { office in
            let half = office.files.folder.appendingPathComponent("incoming/half")
            try Data("pół".utf8).write(to: half)
            #expect(office.files.sweepOrphans(known: [], at: Date()).isNothing && Self.exists(half.path))
            let sweep = office.files.sweepOrphans(known: [], at: Date().addingTimeInterval(25 * 3600))
            #expect(sweep == AttachmentStore.Sweep(removed: 1))
        }
    }

    @Test("A file that is lost takes no other's place: two of one name in wrong places are both kept")
    func strays() async throws {
        try await TestOffice.with { office in
            for folder in ["xx", "yy"] {
                let url = office.files.folder.appendingPathComponent(folder)
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
                try Data(folder.utf8).write(to: url.appendingPathComponent("stray"))
            }
            #expect(office.files.sweepOrphans(known: [], at: Date().addingTimeInterval(25 * 3600)).quarantined == 1)
            #expect(office.files.sweepOrphans(known: [], at: Date().addingTimeInterval(50 * 3600)).isNothing)
        }
    }

    @Test("A printout that waits in quarantine is not made anew")
    func printout() async throws {
        try await TestOffice.with { office in
            let key = try office.keep("a.txt", Data("wydruk".utf8)).key
            office.files.quarantine(key, because: .unnamed, at: office.now)
            #expect(office.files.has(key) && Self.exists(office.files.path(key)))
        }
    }
}
