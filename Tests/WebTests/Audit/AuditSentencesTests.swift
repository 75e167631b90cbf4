import Models
import Testing

@testable import Web

@Suite("The sentences of the journal")
struct AuditSentencesTests {
    @Test("Say every action in every language", arguments: Language.allCases)
    func everyAction(language: Language) throws {
        let text = try LanguageText(language, folder: LanguageFiles.folder)
        let missing = AuditEvent.Action.allCases.map { "audit.actions.\($0.rawValue)" }.filter { text.find($0) == nil }
        #expect(missing == [], "a new action needs its sentence in Templates/languages")
        let texts = AuditEvent.Action.allCases.map { text("audit.actions.\($0.rawValue)") }
        #expect(Set(texts).count == texts.count, "no two actions read the same")
    }
}
