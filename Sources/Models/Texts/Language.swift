import GRDB

/// The languages of the interface: each is a case here and a file in `Templates/languages`. A person has one; a
/// visitor's is guessed from the browser.
package enum Language: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case pl, en, he
}

extension Language {
    /// For the terminal: "pl, en or he".
    package static var choices: String {
        let codes = allCases.map(\.rawValue)
        return codes.dropLast().joined(separator: ", ") + " or \(codes.last ?? "")"
    }
}
