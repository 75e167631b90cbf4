import Dates
import Foundation

/// The content of one element as trimmed bytes, and its conversions. Uses no floating point: amounts are in hundredths.
struct XMLText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The number of white-space bytes before them.
    let leading: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (first, last) = (0, bytes.count)
        while first < last, Self.isSpace(bytes[first]) { first += 1 }
        while last > first, Self.isSpace(bytes[last - 1]) { last -= 1 }
        self.bytes = UnsafeBufferPointer(rebasing: bytes[first..<last])
        leading = first
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    var isEmpty: Bool { bytes.isEmpty }

    /// Collapses inner white space into single spaces, like the schemas' `token`.
    var string: String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for byte in bytes {
            guard Self.isSpace(byte) else {
                plain.append(byte)
                continue
            }
            if plain.last != 0x20 { plain.append(0x20) }
        }
        return StreamSafe.cut(String(decoding: plain, as: UTF8.self))
    }

    /// A decimal with at most two places, in hundredths: `1234.5` is 123450. `nil` when it is not one or too large.
    var hundredths: Int64? {
        var rest = bytes[...]
        let isNegative = rest.first == 0x2D
        if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
        var value: Int64 = 0
        var digits = 0
        var places: Int?
        for byte in rest {
            if byte == 0x2E, places == nil {
                places = 0
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            digits += 1
            if let seen = places {
                places = seen + 1
                // Further places must be zeros.
                if seen >= 2 {
                    if byte != 0x30 { return nil }
                    continue
                }
            }
            guard Self.append(byte, to: &value) else { return nil }
        }
        guard digits > 0 else { return nil }
        for _ in min(places ?? 0, 2)..<2 where !Self.append(0x30, to: &value) { return nil }
        return isNegative ? -value : value
    }

    /// A whole number of at most 18 digits, without a sign.
    var number: Int64? {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var value: Int64 = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }

    /// `2026-07-31`; ignores a time zone after it, which the schemas permit.
    var day: Day? {
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4),
            let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        guard bytes.count == 10 || zone(from: 10) != nil else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `2026-08-20T12:34:56.789+02:00`. Without a zone it is local time in Poland.
    var moment: Date? {
        guard bytes.count >= 19, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let day = XMLText(UnsafeBufferPointer(rebasing: bytes[0..<10])).day,
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            hour <= 24, minute < 60, second <= 60
        else { return nil }
        var place = 19
        var fraction = 0.0
        if place < bytes.count, bytes[place] == 0x2E {
            var weight = 0.1
            place += 1
            while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
                fraction += weight * Double(bytes[place] - 0x30)
                weight /= 10
                place += 1
            }
        }
        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
        guard let zone = place == bytes.count ? PolishTime.offset(ofLocal: seconds) : zone(from: place) else {
            return nil
        }
        return Date(timeIntervalSince1970: Double(seconds - zone) + fraction)
    }

    /// Reads `Z` or `+02:00` as seconds ahead of UTC.
    private func zone(from place: Int) -> Int? {
        if bytes.count == place + 1, bytes[place] == 0x5A { return 0 }
        guard bytes.count == place + 6, bytes[place] == 0x2B || bytes[place] == 0x2D, bytes[place + 3] == 0x3A,
            let hours = number((place + 1)..<(place + 3)), let minutes = number((place + 4)..<(place + 6)),
            hours <= 14, minutes < 60
        else { return nil }
        return (bytes[place] == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private func number(_ range: Range<Int>) -> Int? {
        XMLText(UnsafeBufferPointer(rebasing: bytes[range])).number.map(Int.init)
    }

    private static func append(_ digit: UInt8, to value: inout Int64) -> Bool {
        let (tenfold, tooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, tooLargeYet) = tenfold.addingReportingOverflow(Int64(digit - 0x30))
        value = sum
        return !tooLarge && !tooLargeYet
    }
}

extension Day {
    /// Days since 1 January 1970 in the Gregorian calendar.
    var daysSince1970: Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
