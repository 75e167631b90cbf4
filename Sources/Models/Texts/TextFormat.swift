import GRDB

/// How a stored text is read: by its marks (``MarkedText``), or, where the office wrote it before there were marks, in
/// the Markdown that it was typed in. Clients' texts have no marks, and are read as they stand.
package enum TextFormat: String, Codable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case marks, markdown
}
