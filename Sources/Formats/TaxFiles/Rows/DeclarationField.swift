/// One field of a declaration, in the file's order: `P_51` with `1852`. Labels are not in the file.
package struct DeclarationField: Hashable, Sendable {
    /// The element without its prefix.
    package let element: String
    /// The enclosing groups and attachments, numbered from the second on: `Grupa1`, `Grupa1[2]`, `Zalacznik_PIT_O`.
    package let path: [String]
    package let text: String
    /// Grosze, if the text is a number with at most two decimals. Only the form tells whether the field is an amount, a
    /// count or a checkbox.
    package let amount: Int64?
}
