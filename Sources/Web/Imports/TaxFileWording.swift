import Formats
import Foundation
import Models

/// Says in words why a JPK, a declaration or an UPO is not taken in: at the command line, and beside the file.
package struct TaxFileWording: Sendable {
    private let text: LanguageText

    /// - Parameter templates: the folder `Templates`.
    package init(_ language: Language, templates: URL) throws {
        text = try LanguageText(language, folder: templates)
    }

    /// Nothing for an error of another kind.
    package func sentence(_ error: any Error) -> String? {
        switch error {
        case let error as TaxFileError: sentence(error)
        case TaxImport.Refusal.notOurs(let number): text("taxFiles.notOurs", ["number": number ?? "–"])
        case TaxImport.Refusal.notAccepted(let mistakes):
            text("taxFiles.notAccepted", ["mistakes": mistakes.joined(separator: "; ")])
        case let error as FileRefusal: error.explanation(text)
        case is FileTooLarge: text("taxFiles.error.tooLarge")
        default: nil
        }
    }

    private func sentence(_ error: TaxFileError) -> String {
        let known = Structure.known.map(\.code).joined(separator: ", ")
        let values = ["element": error.element, "detail": error.detail ?? "", "known": known]
        let sentence = text("taxFiles.error.\(error.reason.rawValue)", values)
        guard error.line > 0 else { return sentence }
        return text("taxFiles.atLine", ["line": "\(error.line)"]) + " " + sentence
    }
}
