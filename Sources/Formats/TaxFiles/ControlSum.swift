/// A number that a file states of its own rows, and the number that its rows give.
package struct ControlSum: Hashable, Sendable {
    package enum Unit: String, Sendable {
        /// Rows; minor units of the file's currency.
        case rows, amount
    }

    package let part: FilePart
    /// The element that states it: `PodatekNalezny`.
    package let element: String
    package let unit: Unit
    package let declared: Int64
    /// For `PodatekNalezny` without the rows of type `FP`, as the ministry counts.
    package let computed: Int64

    package var agrees: Bool { declared == computed }
}
