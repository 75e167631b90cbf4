import Foundation
import Models

/// Looks at everything an office stands on, and says what to do.
struct DoctorRequest: AdminRequest {
    static let name = "doctor"

    let isDeep: Bool
    /// The proxy's certificate in PEM, read by the command.
    let certificate: Data?

    func run(in context: AdminContext) async throws {
        let folder = context.office.folder.url
        let isDemo = try await context.office.database.read { db in try Office.find(db)?.isDemo } ?? false
        let pem = certificate ?? context.settings.certificate.flatMap { FileManager.default.contents(atPath: $0) }
        let settings = SettingsExamination(settings: context.settings, isDemo: isDemo, now: context.now)
        let machine = MachineExamination(folder: folder.path, maximumConnections: context.settings.maximumConnections)
        let office = OfficeExamination(context.office.database, folder: folder, at: context.now)
        let findings =
            try await office.findings(isDeep: isDeep) + machine.findings() + settings.findings(certificate: pem)
        for finding in findings { try context.answers.say(finding.lines) }
        let problems = findings.filter { $0.level == .problem }.count
        guard problems == 0 else { throw ProblemsFound(count: problems) }
        let warnings = findings.filter { $0.level == .warning }.count
        try context.answers.say(warnings == 0 ? "All is well." : "No problem; \(warnings) to look at.")
    }
}

struct ProblemsFound: Error, CustomStringConvertible {
    let count: Int

    var description: String { "\(count) \(count == 1 ? "problem" : "problems") found; what to do stands under each" }
}

extension Finding {
    /// A line for the terminal, and a second one with what to do.
    fileprivate var lines: String {
        let word =
            switch level {
            case .fine: "ok"
            case .unchecked: "not checked"
            case .warning: "warning"
            case .problem: "problem"
            }
        let start = word.padding(toLength: 12, withPad: " ", startingAt: 0)
        let line = "\(start) \(subject): \(sentence)"
        return advice.map { "\(line)\n\(String(repeating: " ", count: 13))→ \($0)" } ?? line
    }
}
