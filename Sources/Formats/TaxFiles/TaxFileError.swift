/// Why a file is not taken in, and where. Codes, no sentences: a page says them in the reader's language.
package struct TaxFileError: Error, Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        // What it is not.
        /// No bytes at all; no XML, or XML that breaks its own rules; XML that ends too early.
        case empty, malformed, truncated
        /// Any encoding but UTF-8.
        case encoding
        /// A document type or an entity of its own: no such file has one, hostile ones do.
        case documentType
        /// More bytes, levels, bytes in one element; or attributes, names or fields than are read.
        case tooLarge, tooDeep, textTooLong, tooManyFields
        /// The source could not be read further: the disk, not the file.
        case unreadable

        // What it is instead.
        /// The root's namespace is none of those known; `detail` is that namespace.
        case unknownNamespace
        /// The root, `element`, has no namespace at all, so nothing says what the file is.
        case noNamespace
        /// Invoices (`JPK_FA`), which are nothing to print; fixed assets (`JPK_ST`), which are not read. `detail`
        /// is the structure.
        case notNeeded, notSupported
        /// A receipt of e-invoices (KSeF), not of a declaration.
        case invoiceReceipt

        // What is wrong inside.
        /// An element that must be there is not; `element` is its name.
        case missing
        /// An element stands twice where it may stand once; an element that does not belong where it is.
        case duplicate, unexpected
        /// The content of `element` is no day, no moment, no amount of two decimals, no whole number, none of the
        /// permitted values; `detail` is that content, shortened.
        case wrongDay, wrongMoment, wrongAmount, wrongNumber, wrongValue
        /// Amounts that add up to more than can be counted.
        case sumTooLarge
    }

    package let reason: Reason
    /// From 1; 0 where it concerns the whole file.
    package let line: Int
    /// The element without its prefix; empty where it concerns the whole file.
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
