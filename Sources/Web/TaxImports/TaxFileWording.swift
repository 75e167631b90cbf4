import Formats
import Foundation
import Models

/// The texts of the reasons why a JPK, a declaration, an UPO, or a ZIP of them, is refused: for the command line and
/// for pages.
package struct TaxFileWording: Sendable {
    private let text: LanguageText

    init(_ text: LanguageText) {
        self.text = text
    }

    /// - Parameter templates: the folder `Templates`.
    package init(_ language: Language, templates: URL) throws {
        text = try LanguageText(language, folder: templates)
    }

    /// Returns `nil` for other errors.
    package func sentence(_ error: any Error) -> String? {
        switch error {
        case let error as TaxFileError: sentence(error)
        case TaxImport.Refusal.notOurs(let number): text("taxImports.notOurs", ["number": number ?? "–"])
        case TaxImport.Refusal.notAccepted(let mistakes):
            text("taxImports.notAccepted", ["mistakes": mistakes.joined(separator: "; ")])
        case let error as ZipError: text("taxImports.zip.\(error.reason.rawValue)")
        case let error as FileRefusal: sentence(error)
        case is FileTooLarge: text("taxImports.error.tooLarge")
        default: nil
        }
    }

    private func sentence(_ error: TaxFileError) -> String {
        let values = ["element": error.element, "detail": error.detail ?? "", "known": known]
        let sentence = text("taxImports.error.\(error.reason.rawValue)", values)
        guard error.line > 0 else { return sentence }
        return text("taxImports.atLine", ["line": "\(error.line)"]) + " " + sentence
    }

    /// The text for a file of another kind.
    private func sentence(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .empty: text("taxImports.error.empty")
        case .badName: refusal.explanation(text)
        case .notAllowed("application/zip"): text("taxImports.zip.nested")
        case .notAllowed, .mismatch: text("taxImports.otherType", ["known": known])
        }
    }

    private var known: String { Structure.known.map(\.code).joined(separator: ", ") }
}
