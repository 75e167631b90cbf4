import Dates
import Foundation
import Testing

@testable import Formats

@Suite("The content of an element")
struct XMLTextTests {
    private static func read<Value>(_ text: String, _ body: (XMLText) -> Value) -> Value {
        Array(text.utf8).withUnsafeBufferPointer { body(XMLText($0)) }
    }

    @Test(
        "Is an amount in hundredths, exactly",
        arguments: [
            ("0", 0), ("0.00", 0), ("-0.00", 0), ("1", 100), ("1.5", 150), ("1.05", 105), ("-1234.56", -123_456),
            ("+7.1", 710), (".5", 50), ("5.", 500), ("00012.30", 1230), ("1.2300", 123), (" 8.00\n", 800),
            ("92233720368547758.07", .max), ("-92233720368547758.07", -.max),
        ] as [(String, Int64)]
    )
    func amounts(text: String, expected: Int64) {
        #expect(Self.read(text, \.hundredths) == expected)
    }

    @Test(
        "Is no amount where a decimal of two places is not",
        arguments: [
            "", "-", ".", "1.2.3", "1.005", "1,5", "1 5", "1e3", "a", "92233720368547758.08", "99999999999999999999",
        ]
    )
    func noAmounts(text: String) {
        #expect(Self.read(text, \.hundredths) == nil)
    }

    @Test("Is a day of the calendar, or none")
    func days() {
        #expect(Self.read("2024-02-29", \.day) == Day.on("2024-02-29"))
        #expect(Self.read("2024-02-29Z", \.day) == Day.on("2024-02-29"))
        #expect(Self.read("2024-02-29+02:00", \.day) == Day.on("2024-02-29"))
        for text in [
            "2023-02-29", "2024-13-01", "2024-00-01", "2024-01-32", "24-01-01", "2024-1-1", "2024/01/01", "",
            "2024-01-01x", "0000-01-01",
        ] {
            #expect(Self.read(text, \.day) == nil, "\(text)")
        }
    }

    @Test("Is a moment, whatever its zone")
    func moments() {
        let expected = Date(timeIntervalSince1970: 1_787_222_096)
        for text in [
            "2026-08-20T10:34:56Z", "2026-08-20T12:34:56+02:00", "2026-08-20T12:34:56", "2026-08-20T08:34:56.000-02:00",
        ] {
            #expect(Self.read(text, \.moment) == expected, "\(text)")
        }
        #expect(Self.read("1969-12-31T23:59:59Z", \.moment) == Date(timeIntervalSince1970: -1))
        for text in [
            "2026-08-20", "2026-08-20 10:34:56", "2026-08-20T25:00:00", "2026-08-20T10:34:56+2:00",
            "2026-02-30T10:00:00Z",
        ] {
            #expect(Self.read(text, \.moment) == nil, "\(text)")
        }
    }

    @Test("Is Polish local time where no zone is written; of the hour that is there twice the first")
    func localTime() {
        for (local, zoned) in [
            ("2026-01-20T12:00:00", "2026-01-20T11:00:00Z"), ("2026-07-20T12:00:00", "2026-07-20T10:00:00Z"),
            ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"), ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
            ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"), ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
        ] {
            #expect(Self.read(local, \.moment) == Self.read(zoned, \.moment), "\(local)")
        }
    }

    @Test("Is text with single spaces")
    func strings() {
        #expect(Self.read("  a \n\t b  ", \.string) == "a b")
        #expect(Self.read(" \n", \.isEmpty))
    }
}
