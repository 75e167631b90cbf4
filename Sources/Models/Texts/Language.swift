import GRDB

/// The languages of the interface. A person has one; a visitor's is guessed from the browser.
package enum Language: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case pl, en, he
}
