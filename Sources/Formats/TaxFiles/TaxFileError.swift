/// The reason why a file is refused, and the position. It has codes, no sentences: a page shows them in the reader's
/// language.
package struct TaxFileError: Error, Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        // It is not a readable file.
        /// No bytes at all; no or invalid XML; truncated XML.
        case empty, malformed, truncated
        /// Any encoding but UTF-8.
        case encoding
        /// A document type or an entity of its own: genuine files have none, hostile ones do.
        case documentType
        /// More bytes, levels, bytes in one element; or attributes, names or fields than the limits.
        case tooLarge, tooDeep, textTooLong, tooManyFields
        /// The source could not be read: an error of the disk, not of the file.
        case unreadable

        // It is another kind of file.
        /// The root's namespace is unknown; `detail` is that namespace.
        case unknownNamespace
        /// The root, `element`, has no namespace, so the structure of the file is unknown.
        case noNamespace
        /// Invoices (`JPK_FA`), which are not printed; fixed assets (`JPK_ST`), which cannot be read. `detail` is the
        /// structure.
        case notNeeded, notSupported
        /// A receipt of e-invoices (KSeF), not of a declaration.
        case invoiceReceipt

        // Its contents are wrong.
        /// A required element is missing; `element` is its name.
        case missing
        /// An element is repeated that may occur once; an element is where it does not belong.
        case duplicate, unexpected
        /// The content of `element` is not a day, a time, an amount with two decimals, a whole number, or one of the
        /// permitted values; `detail` is that content, shortened.
        case wrongDay, wrongMoment, wrongAmount, wrongNumber, wrongValue
        /// The sum of amounts is too large.
        case sumTooLarge
    }

    package let reason: Reason
    /// From 1; 0 for the whole file.
    package let line: Int
    /// The element without its prefix; empty for the whole file.
    package let element: String
    /// See ``Reason``; never a part of a secret element.
    package let detail: String?

    package init(_ reason: Reason, line: Int = 0, element: String = "", detail: String? = nil) {
        self.reason = reason
        self.line = line
        self.element = element
        self.detail = detail
    }
}
