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
        case TaxImport.Refusal.notOurs(let number): text("taxFiles.notOurs", ["number": number ?? "–"])
        case TaxImport.Refusal.notAccepted(let mistakes):
            text("taxFiles.notAccepted", ["mistakes": mistakes.joined(separator: "; ")])
        case let error as ZipError: text("taxFiles.zip.\(error.reason.rawValue)")
        case let error as FileRefusal: sentence(error)
        case is FileTooLarge: text("taxFiles.error.tooLarge")
        default: nil
        }
    }

    private func sentence(_ error: TaxFileError) -> String {
        let values = ["element": error.element, "detail": error.detail ?? "", "known": known]
        let sentence = text("taxFiles.error.\(error.reason.rawValue)", values)
        guard error.line > 0 else { return sentence }
        return text("taxFiles.atLine", ["line": "\(error.line)"]) + " " + sentence
    }

    /// The text for a file of another kind.
    private func sentence(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .empty: text("taxFiles.error.empty")
        case .badName: refusal.explanation(text)
        case .notAllowed("application/zip"): text("taxFiles.zip.nested")
        case .notAllowed, .mismatch: text("taxFiles.otherType", ["known": known])
        }
    }

    private var known: String { Structure.known.map(\.code).joined(separator: ", ") }
}
