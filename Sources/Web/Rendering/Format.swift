import Dates
import Foundation
import Models

/// Times, sizes and names as people read them, in one language and the office's zone.
struct Format: Sendable {
    let text: LanguageText
    let now: Date
    /// Messages of this office that were rendered before.
    let contents: RenderedContents
    /// How much of the disk a firm may use, in bytes.
    let quota: Int64
    private let zone: TimeZone
    private let today: ClockTime
    private let yesterday: ClockTime

    init(
        text: LanguageText, zone: TimeZone, now: Date, contents: RenderedContents = RenderedContents(),
        quota: Int64 = UploadLimits().firmQuota
    ) {
        self.quota = quota
        self.text = text
        self.now = now
        self.contents = contents
        self.zone = zone
        today = ClockTime(now, in: zone)
        // At noon of a day back on the calendar: days on which clocks change have 23 or 25 hours.
        let sinceNoon = Double((today.hour - 12) * 3600)
        yesterday = ClockTime(now.addingTimeInterval(-sinceNoon - 24 * 3600), in: zone)
    }

    /// `dzisiaj, 14:02`, `wczoraj, 14:02`, `12 listopada, 09:15`, or with the year when it is another one.
    func moment(_ date: Date) -> String {
        let parts = ClockTime(date, in: zone)
        return text("time.at", ["day": day(parts), "time": time(parts, date)])
    }

    func day(_ date: Date) -> String { day(ClockTime(date, in: zone)) }

    private func day(_ parts: ClockTime) -> String {
        if parts.isSameDay(as: today) { return text("time.today") }
        if parts.isSameDay(as: yesterday) { return text("time.yesterday") }
        return dayAndMonth(parts, withYear: parts.year != today.year)
    }

    /// A day with its year, always: `20 listopada 2026`.
    func fullDay(_ date: Date) -> String {
        dayAndMonth(ClockTime(date, in: zone), withYear: true)
    }

    func fullDay(_ day: Day) -> String { fullDay(day.start(in: zone)) }

    /// A moment with its year, always, for what is kept as proof: `20 listopada 2026, 14:02`.
    func fullMoment(_ date: Date) -> String {
        text("time.at", ["day": fullDay(date), "time": time(date)])
    }

    /// As a spreadsheet reads it: `2026-11-20 14:02:11`, or `2026-10-25 02:30:11+02:00` in the hour that comes twice.
    func stamp(_ date: Date) -> String {
        let time = ClockTime(date, in: zone)
        let offset = Self.isoOffset(time, date, in: zone)
        return "\(Day(time).text) \(Self.clock(time)):\(Self.digits(time.second))\(offset)"
    }

    /// A day of the calendar with its year: `20 listopada 2026`.
    func day(_ day: Day) -> String { fullDay(day.start(in: zone)) }

    /// `14:02`, or `02:30 (UTC+2)` in the hour that comes twice.
    func time(_ date: Date) -> String { time(ClockTime(date, in: zone), date) }

    private func time(_ time: ClockTime, _ date: Date) -> String {
        Self.clock(time) + Self.offset(time, date, in: zone)
    }

    private static func clock(_ time: ClockTime) -> String { "\(digits(time.hour)):\(digits(time.minute))" }

    static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// How long something has waited: `5 minut`, `3 godziny`, `2 dni`.
    func age(since date: Date) -> String {
        let minutes = max(0, Int(now.timeIntervalSince(date) / 60))
        if minutes < 60 { return text.plural("time.minutes", max(1, minutes)) }
        if minutes < 24 * 60 { return text.plural("time.hours", minutes / 60) }
        return text.plural("time.days", minutes / (24 * 60))
    }

    /// The same where it stands alone, in a narrow column: `5 min`, `3 godz.`, `2 dni`.
    func shortAge(since date: Date) -> String {
        let minutes = max(0, Int(now.timeIntervalSince(date) / 60))
        if minutes < 60 { return text.plural("time.minutesShort", max(1, minutes)) }
        if minutes < 24 * 60 { return text.plural("time.hoursShort", minutes / 60) }
        return text.plural("time.days", minutes / (24 * 60))
    }

    /// How urgent an unanswered question is: not at all on the first day, `wait` until the third, then `bad`.
    func ageTone(since date: Date) -> String {
        let days = now.timeIntervalSince(date) / (24 * 3600)
        return days < 1 ? "none" : days < 3 ? "wait" : "bad"
    }

    /// How urgent a message is that nobody has read: not at all in its first two days, nor after its last day, and
    /// urgent after a week.
    func waitingTone(since date: Date, isOver: Bool = false) -> String {
        if isOver { return "none" }
        let days = now.timeIntervalSince(date) / (24 * 3600)
        return days < 2 ? "none" : days < 7 ? "wait" : "bad"
    }

    /// The day that a moment falls on in the office's zone, and what its clocks say.
    func day(of moment: Date) -> Day { Day(moment, in: zone) }
    func clock(_ moment: Date) -> ClockTime { ClockTime(moment, in: zone) }

    /// ISO 8601 in UTC, for `datetime` attributes.
    func iso(_ date: Date) -> String {
        let time = ClockTime(date, in: .gmt)
        return "\(Day(time).text)T\(Self.clock(time)):\(Self.digits(time.second))Z"
    }

    /// `320 B`, `14 kB`, `1,5 MB`, with a space that breaks no line.
    func size(_ bytes: Int64) -> String {
        if bytes < 1024 { return "\(bytes)\u{A0}B" }
        let kilobytes = (bytes + 512) / 1024
        if kilobytes < 1024 { return "\(kilobytes)\u{A0}kB" }
        let tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024)
        return tenths < 10240 ? withTenth(tenths, "MB") : withTenth((tenths + 512) / 1024, "GB")
    }

    private func withTenth(_ tenths: Int64, _ unit: String) -> String {
        "\(tenths / 10)\(text("number.decimal"))\(tenths % 10)\u{A0}\(unit)"
    }

    /// `NIP 111-111-11-11`, `ח.פ. 511111111`.
    static func identifier(_ country: Country, _ digits: String) -> String {
        guard country == .poland, digits.count == 10 else { return "ח.פ. \(digits)" }
        let parts = [digits.prefix(3), digits.dropFirst(3).prefix(3), digits.dropFirst(6).prefix(2), digits.suffix(2)]
        return "NIP \(parts.joined(separator: "-"))"
    }

    static func initials(_ name: String) -> String {
        name.split(separator: " ").prefix(2).compactMap { $0.first.map { String($0).uppercased() } }.joined()
    }

    static func phoneHref(_ phone: String) -> String {
        "tel:" + phone.filter { $0.isNumber || $0 == "+" }
    }

    /// `(+48) 600 000 001`: as it stands in a table, where a spreadsheet would take a plus at its beginning for a sum.
    static func tablePhone(_ phone: String) -> String {
        guard phone.hasPrefix("+") else { return phone }
        let code = phone.prefix { $0 == "+" || $0.isNumber }
        return "(\(code))\(phone.dropFirst(code.count))"
    }

    /// A name beside a time, each in its own direction: `Piotr Kłos, dziś, 14:02`.
    func named(_ name: String, _ date: Date) -> String { "\(name.isolated), \(moment(date))" }

    private func dayAndMonth(_ parts: ClockTime, withYear: Bool) -> String {
        guard withYear else { return text.dayAndMonth(parts.day, parts.month) }
        let month = text("time.month\(parts.month)")
        return text("time.dayMonthYear", ["day": "\(parts.day)", "month": month, "year": "\(parts.year)"])
    }
}

extension String {
    /// The text between Unicode isolates (FSI, PDI), so that a Latin name in a Hebrew sentence, or the
    /// other way round, does not reorder what stands beside it.
    var isolated: String { "\u{2068}\(self)\u{2069}" }

    /// For the title of a window, which browsers show sign by sign, isolates too.
    var withoutIsolates: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !("\u{2066}"..."\u{2069}").contains($0) }))
    }
}
