/// A control number that a file declares for its rows, and the number computed from them.
package struct ControlSum: Hashable, Sendable {
    package enum Unit: String, Sendable {
        /// Rows; minor units of the file's currency.
        case rows, amount
    }

    package let part: FilePart
    /// The element that declares it: `PodatekNalezny`.
    package let element: String
    package let unit: Unit
    package let declared: Int64
    /// For `PodatekNalezny` without the rows of type `FP`, as the ministry computes it.
    package let computed: Int64

    package var agrees: Bool { declared == computed }
}
