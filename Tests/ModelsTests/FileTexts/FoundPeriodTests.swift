import Dates
import Models
import Testing

@Suite("The month that a file is about")
struct FoundPeriodTests {
    @Test(
        "Is found in its name, else in its text",
        arguments: [
            ("KPiR_1234563218_2026-07.pdf", "", "2026-07"), ("1234563218-2026-07.pdf", "", "2026-07"),
            ("ewidencja 07.2026.pdf", "", "2026-07"), ("ewidencja_7_2026.pdf", "", "2026-07"),
            ("JPK202607.pdf", "", "2026-07"), ("Lista płac październik 2026.pdf", "", "2026-10"),
            ("a.pdf", "za miesiąc lipiec 2026 r.", "2026-07"), ("a.pdf", "w lipcu, lipca 2026", "2026-07"),
            ("a.pdf", "Period: July 2026", "2026-07"), ("a.pdf", "יולי 2026", "2026-07"),
            ("a.pdf", "Okres 07/2026, wydruk 05.08.2026", "2026-07"), ("2026-08 a.pdf", "za 07.2026", "2026-08"),
        ]
    )
    func found(name: String, text: String, month: String) {
        #expect(FoundPeriod.month(name: name, text: text)?.shortText == month, "\(name) \(text)")
    }

    @Test(
        "Is none of a day, of a year alone, of other numbers",
        arguments: ["31.07.2026", "2026-07-31", "rok 2026", "13.2026", "2026-00", "1234562026", "lipiec", "2126-07"]
    )
    func none(text: String) {
        #expect(FoundPeriod.month(name: "a.pdf", text: text) == nil, "\(text)")
    }
}
