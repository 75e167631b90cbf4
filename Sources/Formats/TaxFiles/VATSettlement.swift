/// The result of a VAT declaration, in grosze (the file has whole złoty).
package struct VATSettlement: Hashable, Sendable {
    /// `P_51`: the amount to pay to the tax office, as in the file.
    package let payable: Int64
    /// `P_38`, `P_48`: output and input tax.
    package let output: Int64?
    package let input: Int64?
    /// `P_49`, `P_50`: relief for cash registers, tax not collected.
    package let relief: Int64?
    package let waived: Int64?
    /// `P_53`: the surplus of input over output tax.
    package let surplus: Int64?
    /// `P_54`: the part of it to be refunded.
    package let refund: Int64?
    /// `P_62`: the part of it carried over.
    package let carriedOver: Int64?

    /// `P_51` as computed from the fields above it, in grosze; `nil` when they are missing or too large. A hint for the
    /// office, never a reason to refuse a file: the rule is simplified.
    package var expected: Int64? {
        guard var rest = output else { return nil }
        for taken in [input, relief, waived].compactMap({ $0 }) {
            let (difference, isTooLarge) = rest.subtractingReportingOverflow(taken)
            if isTooLarge { return nil }
            rest = difference
        }
        return max(0, rest)
    }

    var control: ControlSum? {
        expected.map {
            ControlSum(part: .declaration, element: "P_51", unit: .amount, declared: payable, computed: $0)
        }
    }
}

/// The annual figures of a ledger (`PKPIRInfo`), in grosze.
package struct LedgerYear: Hashable, Sendable {
    /// `P_1`, `P_2`: stock at the beginning and at the end.
    package let openingStock: Int64
    package let closingStock: Int64
    /// `P_3`: deductible costs.
    package let costs: Int64
    /// `P_4`: income, or a loss below zero.
    package let income: Int64
}
