/// What a firm must have of the printouts that a notice announces, to get the notice.
package enum PrintoutNeed: String, CaseIterable, Sendable {
    /// At least one: nobody gets an empty letter. It is so unless the sender says otherwise.
    case any
    /// All that it ought to have.
    case every
    /// Nothing: it goes to all, with what each has.
    case nothing
}
