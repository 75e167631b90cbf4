import Foundation
import Models
import TestSupport
import Testing

@Suite("A look at an office")
struct OfficeExaminationTests {
    @Test("Finds nothing wrong with a new one, but that it has no backup")
    func healthy() async throws {
        try await TestOffice.with { office in
            let findings = try await Self.findings(office)
            #expect(findings.filter { $0.level == .problem } == [])
            #expect(findings.filter { $0.level == .warning }.map(\.subject) == ["Backup"])
        }
    }

    @Test("Names a file that is missing, and one whose bytes have changed")
    func files() async throws {
        try await TestOffice.with { office in
            let lost = try await office.upload("a.txt", "Styczeń")
            let changed = try await office.upload("b.txt", "Luty")
            try FileManager.default.removeItem(atPath: office.files.path(lost))
            try Data("Lupy".utf8).write(to: URL(fileURLWithPath: office.files.path(changed)))
            let problems = try await Self.findings(office).filter { $0.level == .problem }.map(\.sentence)
            #expect(problems.count == 2)
            #expect(problems.contains { $0.contains(lost) && $0.contains("missing") })
            #expect(problems.contains { $0.contains(changed) && $0.contains("changed") })
        }
    }

    @Test("Notices a clock that stands before the journal")
    func clock() async throws {
        try await TestOffice.with { office in
            _ = try await office.ask()
            let problems = try await Self.findings(office, at: office.now.addingTimeInterval(-3600))
                .filter { $0.level == .problem }
            #expect(problems.map(\.subject) == ["Clock"])
        }
    }

    private static func findings(_ office: TestOffice, at now: Date? = nil) async throws -> [Finding] {
        let examination = OfficeExamination(office.database, folder: office.folder, at: now ?? office.now)
        return try await examination.findings(isDeep: true)
    }
}
