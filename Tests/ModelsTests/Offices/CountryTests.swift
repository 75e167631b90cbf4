import Models
import Testing

@Suite("A tax identifier")
struct CountryTests {
    @Test(
        "Of Poland is a NIP with a right check digit, however it is typed",
        arguments: [
            ("5260250274", "5260250274"), ("526-025-02-74", "5260250274"), ("526 025 02 74", "5260250274"),
            ("PL5260250274", "5260250274"), ("PL 526-025-02-74", "5260250274"), ("1111111111", "1111111111"),
            ("7740001454", "7740001454"), (" 5260250274 ", "5260250274"), ("NIP: 526-025-02-74", "5260250274"),
            ("NIP PL 5260250274", "5260250274"), ("526\u{200B}0250274", "5260250274"),
            ("526\u{AD}0250274\u{FEFF}", "5260250274"),
            ("526–025–02–74", "5260250274"), ("526.025.02.74", "5260250274"), ("526/025/02/74", "5260250274"),
            ("５２６０２５０２７４", "5260250274"), ("٥٢٦٠٢٥٠٢٧٤", "5260250274"), ("'5260250274", "5260250274"),
        ]
    )
    func nip(typed: String, digits: String) { #expect(Country.poland.identifier(typed) == digits) }

    @Test(
        "Of Poland is refused with a wrong check digit, a wrong length, or anything else in it",
        arguments: [
            "5260250275", "5260250247", "526025027", "52602502740", "", "0000000000", "526025027A", "DE5260250274",
            // The weighted sum is 10 modulo 11, for which no NIP is issued.
            "5260250370", "5260250274PL", "526,025,02,74", "526 NIP 0250274",
        ]
    )
    func notNIP(typed: String) { #expect(Country.poland.identifier(typed) == nil) }

    @Test(
        "Of Israel is a company number of nine digits with a right check digit",
        arguments: ["511111114", "51-111111-4", "520000472", "512345679", "ח.פ. 511111114", "ח״פ: 51-111111-4"]
    )
    func companyNumber(typed: String) {
        #expect(Country.israel.identifier(typed) == typed.filter(\.isNumber))
    }

    @Test(
        "Of Israel is refused otherwise",
        arguments: ["511111118", "511111141", "51111111", "000000000", "5111111144", "abc"])
    func notCompanyNumber(typed: String) { #expect(Country.israel.identifier(typed) == nil) }

    @Test(
        "Of Israel has its zeros in front again where a spreadsheet cut them off, if the check digit agrees",
        arguments: [("12345674", "012345674"), ("1234566", "001234566"), ("12345675", nil), ("1234", nil)])
    func zeros(typed: String, digits: String?) {
        #expect(Country.israel.identifierWithoutZeros(typed) == digits)
        #expect(Country.israel.identifier(typed) == nil && Country.poland.identifierWithoutZeros(typed) == nil)
    }

    @Test("Any changed digit of a NIP is noticed")
    func anyDigit() {
        let digits = Array("5260250274")
        for (index, digit) in digits.enumerated() {
            for other in "0123456789" where other != digit {
                var changed = digits
                changed[index] = other
                #expect(Country.poland.identifier(String(changed)) == nil, "\(String(changed))")
            }
        }
    }

    @Test("Comes with the country's currency and zone")
    func country() {
        #expect(Country.poland.currency == "PLN" && Country.israel.currency == "ILS")
        #expect(Country.poland.timeZone == "Europe/Warsaw" && Country.israel.timeZone == "Asia/Jerusalem")
    }
}
