import Formats
import Foundation
import Models

/// The texts of errors in a file of firms: for pages and the command line.
package struct ImportWording: Sendable {
    let text: LanguageText

    init(_ text: LanguageText) {
        self.text = text
    }

    /// - Parameter templates: the folder `Templates`.
    package init(_ language: Language, templates: URL) throws {
        text = try LanguageText(language, folder: templates)
    }

    package func sentence(_ remark: FirmImportPlan.Remark) -> String { text(remark.key, remark.values) }

    /// Returns the reasons why a file cannot be imported at all; `nil` for other errors.
    package func sentences(_ error: any Error) -> [String]? {
        if let error = error as? CSVError { return [sentence(error)] }
        guard let invalid = error as? Invalid else { return nil }
        return invalid.problems.map { problem in
            let column = FirmColumn(rawValue: problem.field).map(name) ?? ""
            return text(problem.key, problem.values.merging(["column": column]) { $1 })
        }
    }

    func name(_ column: FirmColumn) -> String { text("firmImports.column.\(column.rawValue)") }

    private func sentence(_ error: CSVError) -> String {
        let values = ["row": "\(error.row)", "column": error.column > 0 ? FirmSheet.letter(error.column - 1) : ""]
        return text("firmImports.csv.\(error.kind.rawValue)", values)
    }
}
