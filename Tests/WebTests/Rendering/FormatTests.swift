import Dates
import Foundation
import Models
import TestSupport
import Testing

@testable import Web

@Suite("Times, sizes and names as people read them")
struct FormatTests {
    private static func format(
        _ language: Language = .pl, now: String = "2026-11-20T12:00:00Z", zone: String = "Europe/Warsaw"
    ) throws -> Format {
        Format(
            text: try LanguageText(language, folder: TestOffice.root.appendingPathComponent("Templates")),
            zone: try #require(TimeZone(identifier: zone)), now: try date(now)
        )
    }

    private static func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test(
        "A moment is today's or yesterday's by the office's midnight, not by UTC's and not by hours passed",
        arguments: [
            ("2026-11-20T11:02:00Z", "dziś, 12:02"), ("2026-11-19T23:00:00Z", "dziś, 00:00"),
            ("2026-11-19T22:59:00Z", "wczoraj, 23:59"), ("2026-11-18T23:00:00Z", "wczoraj, 00:00"),
            ("2026-11-18T22:59:00Z", "18 listopada, 23:59"), ("2026-01-01T08:05:00Z", "1 stycznia, 09:05"),
            ("2025-12-31T22:30:00Z", "31 grudnia 2025, 23:30"), ("2026-07-01T21:59:00Z", "1 lipca, 23:59"),
        ]
    )
    func moment(moment: String, text: String) throws {
        #expect(try Self.format().moment(Self.date(moment)) == text)
    }

    @Test(
        "A period is a month, a quarter or a year where it is a whole one, else its first and last day",
        arguments: [
            ("2026-08-01/2026-08-31", "sierpień 2026"), ("2024-02-01/2024-02-29", "luty 2024"),
            ("2026-07-01/2026-09-30", "III kwartał 2026"), ("2026-01-01/2026-12-31", "rok 2026"),
            ("2026-02-01/2026-04-30", "1 lutego – 30 kwietnia 2026"),
            ("2025-07-01/2026-06-30", "1 lipca 2025 – 30 czerwca 2026"),
        ]
    )
    func period(period: String, text: String) throws {
        let period = try #require(Period(period))
        #expect(try Self.format().period(period) == text)
    }

    @Test(
        "Yesterday is the day before, also when clocks change and at New Year",
        arguments: [
            // Clocks went forward in the night to 29 March: that day had 23 hours.
            ("2026-03-29T22:30:00Z", "2026-03-29T10:00:00Z", "wczoraj"),
            ("2026-03-29T22:30:00Z", "2026-03-28T11:00:00Z", "28 marca"),
            ("2026-03-29T21:30:00Z", "2026-03-28T11:00:00Z", "wczoraj"),
            // Clocks went back in the night to 25 October: that day has 25 hours.
            ("2026-10-25T22:30:00Z", "2026-10-24T10:00:00Z", "wczoraj"),
            ("2026-10-25T22:30:00Z", "2026-10-24T22:30:00Z", "dziś"),
            ("2026-10-25T23:30:00Z", "2026-10-25T11:00:00Z", "wczoraj"),
            ("2026-12-31T23:30:00Z", "2026-12-31T12:00:00Z", "wczoraj"),
            ("2026-12-31T23:30:00Z", "2026-12-30T12:00:00Z", "30 grudnia 2026"),
        ]
    )
    func yesterday(now: String, moment: String, text: String) throws {
        #expect(try Self.format(now: now).day(Self.date(moment)) == text)
    }

    @Test("A day is one of the office's zone")
    func zone() throws {
        let moment = try Self.date("2026-11-19T22:30:00Z")
        #expect(try Self.format(zone: "Asia/Jerusalem").day(moment) == "dziś")
        #expect(try Self.format(zone: "Europe/Warsaw").day(moment) == "wczoraj")
    }

    @Test("What is kept as proof has its year, always; what machines read is UTC")
    func full() throws {
        let moment = try Self.date("2026-11-20T11:02:00Z")
        #expect(try Self.format().fullMoment(moment) == "20 listopada 2026, 12:02")
        #expect(try Self.format().fullDay(moment) == "20 listopada 2026")
        #expect(try Self.format().iso(moment) == "2026-11-20T11:02:00Z")
    }

    @Test(
        "A stretch of days says once what its ends share",
        arguments: [
            ("2026-12-01", "2026-12-14", "od 1 do 14 grudnia 2026"),
            ("2026-11-28", "2026-12-04", "od 28 listopada do 4 grudnia 2026"),
            ("2026-12-28", "2027-01-04", "od 28 grudnia 2026 do 4 stycznia 2027"),
            ("2026-12-01", "2026-12-01", "od 1 grudnia 2026 do 1 grudnia 2026"),
        ])
    func ends(first: String, last: String, text: String) throws {
        let ends = try Self.format().ends(#require(Day(first)), #require(Day(last)))
        #expect("od \(ends["from"] ?? "") do \(ends["until"] ?? "")" == text)
    }

    @Test("A phone in a table begins with no plus, which a spreadsheet takes for a sum")
    func tablePhone() {
        #expect(Format.tablePhone("+48 600 000 001") == "(+48) 600 000 001")
        #expect(Format.tablePhone("+48600000001") == "(+48600000001)")
        #expect(Format.tablePhone("22 100 00 00") == "22 100 00 00")
    }

    @Test(
        "An amount is written as people of the language write it, and breaks over no line",
        arguments: [
            (Language.pl, 123_456, "PLN", "1\u{A0}234,56\u{A0}zł"), (.pl, 0, "PLN", "0,00\u{A0}zł"),
            (.pl, -5, "EUR", "\u{2212}0,05\u{A0}EUR"), (.pl, 123_456_789, "ILS", "1\u{A0}234\u{A0}567,89\u{A0}₪"),
            (.en, 123_456, "PLN", "PLN\u{A0}1,234.56"), (.en, 123_456, "ILS", "₪1,234.56"),
            (.en, -123_456, "ILS", "\u{2212}₪1,234.56"), (.en, -5, "PLN", "\u{2212}PLN\u{A0}0.05"),
            // In Hebrew the number comes first from the right, then its unit; the minus stays before its number.
            (.he, 123_456, "ILS", "\u{200F}1,234.56\u{A0}₪"), (.he, 123_456, "PLN", "\u{200F}1,234.56\u{A0}PLN"),
            (.he, -5, "ILS", "\u{200F}\u{200E}\u{2212}0.05\u{A0}₪"),
        ])
    func amounts(language: Language, minor: Int64, currency: String, text: String) throws {
        #expect(try Self.format(language).amount(Money(minor: minor, currency: currency)) == text)
    }

    @Test("A large number has the language's groups, a date in digits its separator")
    func numbers() throws {
        #expect(
            try Language.allCases.map { try Self.format($0).number(1_234_567) }.sorted()
                == [
                    "1\u{A0}234\u{A0}567", "1,234,567", "1,234,567",
                ].sorted())
        let moment = try Self.date("2026-08-25T10:31:00Z")
        #expect(try Self.format().numeric(moment) == "25.08.2026 12:31")
        #expect(try Self.format(.en).numeric(moment) == "25/08/2026 12:31")
    }

    @Test("Every month has its name, in every language", arguments: Language.allCases)
    func months(language: Language) throws {
        let format = try Self.format(language)
        let names = try (1...12).map { try format.fullDay(Self.date("2026-\($0 < 10 ? "0" : "")\($0)-10T12:00:00Z")) }
        #expect(
            Set(names).count == 12
                && names.allSatisfy { $0.contains("10") && $0.contains("2026") && !$0.contains("[[") })
    }

    @Test(
        "How long something has waited is said in the largest whole unit",
        arguments: [
            (-60, "1 minutę"), (0, "1 minutę"), (119, "1 minutę"), (120, "2 minuty"), (300, "5 minut"),
            (59 * 60, "59 minut"),
            (3600, "1 godzinę"), (22 * 3600, "22 godziny"), (24 * 3600 - 1, "23 godziny"), (24 * 3600, "1 dzień"),
            (12 * 24 * 3600, "12 dni"),
        ]
    )
    func age(seconds: Int, text: String) throws {
        let format = try Self.format()
        #expect(format.age(since: format.now.addingTimeInterval(-Double(seconds))) == text)
    }

    @Test(
        "A number takes the plural that CLDR gives it",
        arguments: [
            (Language.pl, "one", [1]), (.pl, "few", [2, 3, 4, 22, 23, 24, 32, 102, 104, 122, 1_002]),
            (
                .pl, "many",
                [0, 5, 9, 10, 11, 12, 13, 14, 19, 20, 21, 25, 31, 100, 101, 111, 112, 113, 114, 1_000, 1_012]
            ),
            (.en, "one", [1]), (.en, "other", [0, 2, 11, 21, 101, 112]), (.he, "one", [1]), (.he, "two", [2]),
            (.he, "other", [0, 3, 10, 11, 12, 20, 22, 102, 112]),
        ]
    )
    func plurals(language: Language, category: String, numbers: [Int]) throws {
        let rule = try Self.format(language).text.plurals
        for number in numbers { #expect(rule.category(of: number) == category, "\(number)") }
    }

    @Test(
        "A counted thing stands in its form",
        arguments: [
            (Language.pl, 1, "1 firma"), (.pl, 12, "12 firm"), (.pl, 22, "22 firmy"), (.pl, 112, "112 firm"),
            (.en, 1, "1 firm"),
            (.en, 62, "62 firms"),
        ])
    func counted(language: Language, number: Int, text: String) throws {
        #expect(try Self.format(language).text.plural("count.firms", number) == text)
    }

    @Test(
        "A size is in whole kilobytes, or megabytes with a tenth",
        arguments: [
            (0, "0 B"), (1_023, "1023 B"), (1_024, "1 kB"), (1_535, "1 kB"), (1_536, "2 kB"), (102_400, "100 kB"),
            (1_048_575, "1,0 MB"), (1_048_576, "1,0 MB"), (1_572_864, "1,5 MB"), (104_857_600, "100,0 MB"),
        ]
    )
    func size(bytes: Int64, text: String) throws {
        #expect(try Self.format().size(bytes) == text.replacing(" ", with: "\u{A0}"))
    }

    @Test("A size has the language's decimal sign")
    func decimal() throws {
        #expect(try Self.format(.en).size(1_572_864) == "1.5\u{A0}MB")
        #expect(try Self.format(.he).size(1_572_864) == "1.5\u{A0}MB")
    }

    @Test("An identifier stands in groups after its name")
    func identifier() {
        #expect(Format.identifier(.poland, "5260250274") == "NIP 526-025-02-74")
        #expect(Format.identifier(.israel, "511111114") == "ח.פ. 511111114")
    }

    @Test(
        "Initials are those of the first two names",
        arguments: [
            ("Anna Lis", "AL"), ("Łucja żak-Nowak", "ŁŻ"), ("Cher", "C"), ("Jan Maria Rokita", "JM"),
            ("נועה לוי", "נל"), ("", ""),
            ("  Anna   Lis ", "AL"), ("👩‍💼 Kot", "👩‍💼K"),
        ])
    func initials(name: String, initials: String) { #expect(Format.initials(name) == initials) }

    @Test("A phone number is dialled without its blanks")
    func phone() { #expect(Format.phoneHref("+48 600 100-200 (biuro)") == "tel:+48600100200") }
}

@Suite("A range of a file")
struct ByteRangeTests {
    @Test(
        "Is the part that the browser asks for",
        arguments: [
            ("bytes=0-0", 0, 0), ("bytes=0-99", 0, 99), ("bytes=10-", 10, 99), ("bytes=-1", 99, 99),
            ("bytes=-10", 90, 99),
            ("bytes=50-1000", 50, 99), ("bytes=-1000", 0, 99), ("bytes=99-", 99, 99), ("bytes=0-", 0, 99),
        ]
    )
    func part(header: String, first: Int64, last: Int64) {
        #expect(ByteRange(header, size: 100) == .part(first...last))
    }

    @Test("Past the end cannot be had", arguments: ["bytes=100-", "bytes=100-200", "bytes=-0"])
    func unsatisfiable(header: String) { #expect(ByteRange(header, size: 100) == .unsatisfiable) }

    @Test(
        "Asked for in no way that we know gives the whole file",
        arguments: [
            nil, "", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=0-1,5-6", "lines=0-1",
            "bytes=0-1-2",
            "bytes=٣-٥", "bytes=+1-2", "bytes=99999999999999999999-", "bytes= 0-1",
        ]
    )
    func whole(header: String?) { #expect(ByteRange(header, size: 100) == .whole) }
}
