import Dates
import Foundation
import Testing

@testable import Models

@Suite("The watch over the machine's clock")
struct ClockWatchTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)
    private static let day: TimeInterval = 24 * 3600

    @Test("Keeps its beat in two numbers in a file, and reads it at the next start")
    func file() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("clock-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let first = ClockWatch(file: file, wall: { Self.start }, uptime: { 0 })
        first.keepBeat()
        let size = FileBytes.size(file)
        #expect(ClockWatch(file: file, wall: { Self.start.addingTimeInterval(-3600) }, uptime: { 0 }).doubt == .back)
        let later = ClockWatch(file: file, wall: { Self.start.addingTimeInterval(60 * Self.day) }, uptime: { 0 })
        #expect(later.doubt == .silence)
        later.keepBeat()
        #expect(FileBytes.size(file) == size)
        // After a power cut in the first minute the file is empty, and is ignored.
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(ClockWatch(file: file, wall: { Self.start }, uptime: { 0 }).doubt == nil)
    }
}
