import Foundation
import Models

/// Times, sizes and names as people read them, in one language and the office's zone.
struct Format: Sendable {
    let text: LanguageText
    let now: Date
    /// Messages of this office that were rendered before.
    let contents: RenderedContents
    /// Made once for a page: making a calendar costs more than all the times on it.
    private let calendar: Calendar
    private let today: DateComponents
    private let yesterday: DateComponents

    init(text: LanguageText, zone: TimeZone, now: Date, contents: RenderedContents = RenderedContents()) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.text = text
        self.now = now
        self.contents = contents
        self.calendar = calendar
        today = calendar.dateComponents([.year, .month, .day], from: now)
        // A day back on the calendar: days on which clocks change have 23 or 25 hours.
        let dayBefore = calendar.date(byAdding: .day, value: -1, to: now) ?? now
        yesterday = calendar.dateComponents([.year, .month, .day], from: dayBefore)
    }

    /// `dzisiaj, 14:02`, `wczoraj, 14:02`, `12 listopada, 09:15`, or with the year when it is another one.
    func moment(_ date: Date) -> String {
        text("time.at", ["day": day(date), "time": time(date)])
    }

    func day(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        if parts == today { return text("time.today") }
        if parts == yesterday { return text("time.yesterday") }
        return dayAndMonth(parts, withYear: parts.year != today.year)
    }

    /// A day with its year, always: `20 listopada 2026`.
    func fullDay(_ date: Date) -> String {
        dayAndMonth(calendar.dateComponents([.year, .month, .day], from: date), withYear: true)
    }

    func fullDay(_ day: Day) -> String { fullDay(day.start(in: calendar.timeZone)) }

    /// A moment with its year, always, for what is kept as proof: `20 listopada 2026, 14:02`.
    func fullMoment(_ date: Date) -> String {
        text("time.at", ["day": fullDay(date), "time": time(date)])
    }

    /// As a spreadsheet reads it: `2026-11-20 14:02:11`.
    func stamp(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        return String(
            format: "%04d-%02d-%02d %02d:%02d:%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0,
            parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0
        )
    }

    /// A day of the calendar with its year: `20 listopada 2026`.
    func day(_ day: Day) -> String { fullDay(day.start(in: calendar.timeZone)) }

    func time(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        return Self.clock(parts.hour ?? 0, parts.minute ?? 0)
    }

    private static func clock(_ hour: Int, _ minute: Int) -> String { "\(digits(hour)):\(digits(minute))" }

    private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// How long something has waited: `5 minut`, `3 godziny`, `2 dni`.
    func age(since date: Date) -> String {
        let minutes = max(0, Int(now.timeIntervalSince(date) / 60))
        if minutes < 60 { return text.plural("time.minutes", max(1, minutes)) }
        if minutes < 24 * 60 { return text.plural("time.hours", minutes / 60) }
        return text.plural("time.days", minutes / (24 * 60))
    }

    /// How urgent an unanswered question is: `good` on the first day, `wait` until the third, then `bad`.
    func ageTone(since date: Date) -> String {
        let days = now.timeIntervalSince(date) / (24 * 3600)
        return days < 1 ? "good" : days < 3 ? "wait" : "bad"
    }

    /// ISO 8601 in UTC, for `datetime` attributes.
    func iso(_ date: Date) -> String {
        let second = Int(date.timeIntervalSince1970.rounded(.down)) % 86_400
        return "\(Day(date, in: .gmt).text)T\(Self.clock(second / 3600, second / 60 % 60)):\(Self.digits(second % 60))Z"
    }

    func size(_ bytes: Int64) -> String {
        if bytes < 1024 { return "\(bytes) B" }
        let kilobytes = (bytes + 512) / 1024
        if kilobytes < 1024 { return "\(kilobytes) KB" }
        let tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024)
        return "\(tenths / 10)\(text("number.decimal"))\(tenths % 10) MB"
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

    /// A name beside a time, each in its own direction: `Piotr Kłos, dziś, 14:02`.
    func named(_ name: String, _ date: Date) -> String { "\(name.isolated), \(moment(date))" }

    private func dayAndMonth(_ parts: DateComponents, withYear: Bool) -> String {
        let month = text("time.month\(parts.month ?? 1)")
        let values = ["day": "\(parts.day ?? 0)", "month": month, "year": "\(parts.year ?? 0)"]
        return text(withYear ? "time.dayMonthYear" : "time.dayMonth", values)
    }
}

extension String {
    /// The text between Unicode isolates (FSI, PDI), so that a Latin name in a Hebrew sentence, or the
    /// other way round, does not reorder what stands beside it.
    var isolated: String { "\u{2068}\(self)\u{2069}" }
}
