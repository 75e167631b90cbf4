/// The result of a VAT declaration, in grosze (the file has whole złoty).
package struct VATSettlement: Hashable, Sendable {
    /// `P_51`: what is to be paid to the tax office. Shown as it stands in the file.
    package let payable: Int64
    /// `P_38`, `P_48`: output and input tax.
    package let output: Int64?
    package let input: Int64?
    /// `P_49`, `P_50`: relief for cash registers, tax that is not collected.
    package let relief: Int64?
    package let waived: Int64?
    /// `P_53`: more input than output tax.
    package let surplus: Int64?
    /// `P_54`: of it to be refunded.
    package let refund: Int64?
    /// `P_62`: of it carried over.
    package let carriedOver: Int64?

    /// What `P_51` has to be by the tax above it, in grosze; nil where the file does not say that, or what it says is too
    /// much to be counted. A hint for the office, never a reason to refuse: the rule is simplified.
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

/// The year in a ledger (`PKPIRInfo`), in grosze.
package struct LedgerYear: Hashable, Sendable {
    /// `P_1`, `P_2`: stock at the beginning and at the end.
    package let openingStock: Int64
    package let closingStock: Int64
    /// `P_3`: deductible costs.
    package let costs: Int64
    /// `P_4`: income, or a loss below zero.
    package let income: Int64
}
