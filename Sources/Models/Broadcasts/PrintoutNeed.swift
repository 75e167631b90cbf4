/// The printouts that a firm must have for the notice to be sent to it.
package enum PrintoutNeed: String, CaseIterable, Sendable {
    /// At least one, so that nobody gets a notice without its printouts. The default.
    case any
    /// All that it should have.
    case every
    /// None: the notice goes to all firms, with the printouts that each has.
    case nothing
}
