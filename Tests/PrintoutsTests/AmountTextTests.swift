import Testing

@testable import Printouts

@Suite("Amounts on paper")
struct AmountTextTests {
    @Test(
        "Have groups of three, a comma and two digits",
        arguments: [
            (0, "0,00"), (5, "0,05"), (-5, "-0,05"), (99_999, "999,99"), (100_000, "1\u{A0}000,00"),
            (-123_456_789, "-1\u{A0}234\u{A0}567,89"), (Int.min, "-92\u{A0}233\u{A0}720\u{A0}368\u{A0}547\u{A0}758,08"),
        ])
    func amounts(amount: Int, text: String) {
        #expect(AmountText.text(amount) == text)
    }

    @Test(
        "Of whole units have no comma",
        arguments: [(0, "0"), (1852, "1\u{A0}852"), (-1_000_000, "-1\u{A0}000\u{A0}000")])
    func whole(amount: Int, text: String) {
        #expect(AmountText.text(whole: amount) == text)
    }
}
