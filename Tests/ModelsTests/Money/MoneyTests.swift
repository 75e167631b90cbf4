import Models
import Testing

@Suite("An amount of money")
struct MoneyTests {
    @Test(
        "is read as people type it in Poland, Israel and elsewhere",
        arguments: [
            ("0", 0), ("12", 1200), ("12,5", 1250), ("12.50", 1250), ("1 234,50", 123_450), ("1\u{A0}234,50", 123_450),
            ("1,234.50", 123_450), ("1.234,50 zł", 123_450), ("1.234", 123_400), ("1,234,567", 123_456_700),
            ("1'234.05", 123_405), ("-7,01", -701), ("\u{2212}7,01 PLN", -701), ("0,05", 5), ("12,", 1200),
        ])
    func typed(text: String, minor: Int64) {
        #expect(Money(typed: text, currency: "PLN") == Money(minor: minor, currency: "PLN"), "\(text)")
    }

    @Test("in shekels is read with their sign", arguments: ["1,234.50 ₪", "1234.5 ש\"ח", "1234.50ILS"])
    func shekels(text: String) {
        #expect(Money(typed: text, currency: "ILS")?.minor == 123_450)
        #expect(Money(typed: text, currency: "PLN") == nil, "it is another currency")
    }

    @Test(
        "is nothing where it could be two things, is no number, or is too large",
        arguments: [
            "", "-", "zł", "1,2345", "0,123", "12,34,567", "1.234.56,7.8", "1,234,56.7", "12a", "1e5", "٣", "--5", "5-",
            "92233720368547758,08", "99999999999999999999", String(repeating: "1", count: 41),
        ])
    func unreadable(text: String) { #expect(Money(typed: text, currency: "PLN") == nil, "\(text)") }

    private static func text(_ money: Money, _ decimal: String) -> String {
        "\(money.isNegative ? "\u{2212}" : "")\(money.digits(group: "\u{A0}", decimal: decimal))"
    }

    @Test("is shown in groups of three with the decimal sign of the language, and read back")
    func shown() {
        for minor in [0, 5, 99, 100, 123_450, -123_456_789, Int64.max, Int64.min + 1] {
            let money = Money(minor: minor, currency: "PLN")
            for decimal in [",", "."] {
                #expect(Money(typed: Self.text(money, decimal), currency: "PLN") == money, "\(minor)")
            }
        }
        #expect(Money(minor: -123_456_789, currency: "PLN").digits(group: " ", decimal: ",") == "1 234 567,89")
        #expect(Money(minor: .min, currency: "PLN").digits(group: ",", decimal: ".").hasSuffix("547,758.08"))
    }
}
