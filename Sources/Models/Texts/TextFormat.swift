import GRDB

/// The format of a stored text: with marks (``MarkedText``), or Markdown, in which the office wrote before there were
/// marks. Clients' texts have no marks and are shown unchanged.
package enum TextFormat: String, Codable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
    case marks, markdown
}
