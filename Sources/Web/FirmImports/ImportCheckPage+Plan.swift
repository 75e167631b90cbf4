import Formats
import Models

extension ImportCheckPage {
    /// The most rows of each list on a page.
    static let pageSize = 200

    /// The first row of each of the three lists.
    struct Starts: Sendable {
        var mistakes = 0
        var warnings = 0
        var entries = 0

        init(_ query: Form) {
            mistakes = max(0, Int(query["mistakes"]) ?? 0)
            warnings = max(0, Int(query["warnings"]) ?? 0)
            entries = max(0, Int(query["entries"]) ?? 0)
        }
    }

    init(
        _ held: FirmImport, _ sheet: FirmSheet, _ plan: FirmImportPlan, from starts: Starts, hasChanged: Bool,
        chosen: TextEncoding?, _ format: Format
    ) {
        let text = format.text
        fileName = held.fileName
        reading = Self.reading(sheet, text)
        totals = Self.totals(plan, text)
        ignored =
            sheet.ignored.isEmpty
            ? nil : text("firmImports.ignored", ["headings": sheet.ignored.map(\.isolated).joined(separator: ", ")])
        changed = hasChanged ? text("firmImports.changed") : nil
        let lists = Lists(sheet: sheet, wording: ImportWording(text), key: held.key, chosen: chosen)
        mistakes = lists.remarks(plan.mistakes, "mistakes", tone: "bad", from: starts.mistakes)
        warnings = lists.remarks(plan.warnings, "warnings", tone: "wait", from: starts.warnings)
        entries = lists.entries(plan, from: starts.entries)
        hasNothing = plan.isEmpty
        readings = sheet.readings.map { reading in
            Reading(
                name: text("firmImports.encoding.\(reading.encoding.rawValue)"), samples: reading.samples,
                href: Path.firmImportCheck(held.key).with(["encoding": reading.encoding.rawValue]))
        }
        hasReadings = !sheet.readings.isEmpty
        encoding = chosen?.rawValue ?? ""
        confirmText = plan.isEmpty || !sheet.readings.isEmpty ? nil : Self.confirmText(plan, text)
        summary = plan.summary
        action = Path.firmImportConfirmation(held.key).text
    }

    private static func reading(_ sheet: FirmSheet, _ text: LanguageText) -> String {
        let separator = sheet.separator == "\t" ? text("firmImports.tab") : String(sheet.separator).isolated
        let encoding = text("firmImports.encoding.\(sheet.encoding.rawValue)")
        let rows = text.plural("firmImports.rows", sheet.rowCount)
        return text("firmImports.reading", ["rows": rows, "encoding": encoding, "separator": separator])
    }

    private static func totals(_ plan: FirmImportPlan, _ text: LanguageText) -> [ImportTotal] {
        [
            ImportTotal(plan.firmCount, text.plural("firmImports.newFirms", plan.firmCount)),
            ImportTotal(plan.personCount, text.plural("firmImports.newPeople", plan.personCount)),
            ImportTotal(plan.membershipCount, text.plural("firmImports.accesses", plan.membershipCount)),
            ImportTotal(plan.knownCount, text.plural("firmImports.knownFirms", plan.knownCount)),
            ImportTotal(plan.wrongRowCount, text.plural("firmImports.wrongRows", plan.wrongRowCount)),
        ]
    }

    private static func confirmText(_ plan: FirmImportPlan, _ text: LanguageText) -> String {
        var what: [String] = []
        if plan.firmCount > 0 { what.append(text.plural("count.firms", plan.firmCount)) }
        if plan.membershipCount > 0 { what.append(text.plural("firmImports.people", plan.membershipCount)) }
        let values = ["what": what.joined(separator: ", ")]
        return plan.mistakes.isEmpty ? text("firmImports.take", values) : text("firmImports.takeGood", values)
    }
}

extension ImportTotal {
    init(_ number: Int, _ label: String) {
        self.init(number: "\(number)", label: label)
    }
}

/// The lists of the check page, each limited to a part.
private struct Lists {
    let sheet: FirmSheet
    let wording: ImportWording
    let key: String
    let chosen: TextEncoding?
    private var text: LanguageText { wording.text }

    init(sheet: FirmSheet, wording: ImportWording, key: String, chosen: TextEncoding?) {
        self.sheet = sheet
        self.wording = wording
        (self.key, self.chosen) = (key, chosen)
    }

    func remarks(
        _ all: [FirmImportPlan.Remark], _ list: String, tone: String, from start: Int
    ) -> ImportCheckPage.Remarks? {
        guard !all.isEmpty else { return nil }
        let part = Part(all, list, from: start, key, chosen, text)
        let title = list == "mistakes" ? text("firmImports.mistakes") : text("firmImports.warnings")
        return .init(
            title: "\(title): \(all.count)", tone: tone, rows: part.rows.map(remark),
            previousHref: part.previousHref, nextHref: part.nextHref, pageText: part.pageText
        )
    }

    private func remark(_ remark: FirmImportPlan.Remark) -> ImportCheckPage.Remark {
        let place = remark.column.map { column in
            let found = sheet.place(of: column)
            return found.map { "\($0.letter) · \($0.heading.isolated)" } ?? wording.name(column)
        }
        return .init(
            row: "\(remark.row)", place: place ?? "–", cell: remark.cell, sentence: wording.sentence(remark)
        )
    }

    func entries(_ plan: FirmImportPlan, from start: Int) -> ImportCheckPage.Entries? {
        guard !plan.entries.isEmpty else { return nil }
        let part = Part(plan.entries, "entries", from: start, key, chosen, text)
        return .init(
            title: text("firmImports.entries"), rows: part.rows.map(entry), previousHref: part.previousHref,
            nextHref: part.nextHref, pageText: part.pageText
        )
    }

    private func entry(_ entry: FirmImportPlan.Entry) -> ImportCheckPage.Entry {
        let state =
            entry.known == nil
            ? State(text: text("firmImports.stateNew"), tone: "good")
            : State(text: text("firmImports.stateKnown"), tone: "none")
        return .init(
            row: "\(entry.row)", name: entry.known?.name ?? entry.new.name,
            identifier: Format.identifier(entry.new.country, entry.identifier),
            facts: entry.known == nil ? facts(entry) : nil,
            people: entry.members.map {
                .init(personName: $0.new.name, email: $0.new.email, isKnown: $0.isKnown)
            },
            hasPeople: !entry.members.isEmpty, state: state
        )
    }

    /// Returns its form of taxation, its supervisor, and its tags.
    private func facts(_ entry: FirmImportPlan.Entry) -> String {
        let new = entry.new
        return [
            new.form.map { text("form.\($0.rawValue)") }, new.vat.map { text("firmImports.vat.\($0.rawValue)") },
            entry.supervisor?.isolated, new.approvalRequired ? text("firmImports.approvalRequired") : nil,
            new.tags.isEmpty ? nil : new.tags.map(\.isolated).joined(separator: ", "),
        ].compactMap { $0 }.joined(separator: " · ")
    }
}

/// A part of a long list, and the links to the others.
private struct Part<Row> {
    let rows: [Row]
    let previousHref: String?
    let nextHref: String?
    let pageText: String?

    init(
        _ all: [Row], _ list: String, from start: Int, _ key: String, _ chosen: TextEncoding?, _ text: LanguageText
    ) {
        let size = ImportCheckPage.pageSize
        let start = start < all.count ? start : 0
        rows = Array(all.dropFirst(start).prefix(size))
        let href = { (from: Int) in
            Path.firmImportCheck(key).with(["\(list)": "\(from)", "encoding": chosen?.rawValue]) + "#\(list)"
        }
        let end = start + rows.count
        previousHref = start > 0 ? href(max(0, start - size)) : nil
        nextHref = end < all.count ? href(end) : nil
        let values = ["from": "\(start + 1)", "to": "\(end)", "of": "\(all.count)"]
        pageText = all.count > size ? text("firms.pageText", values) : nil
    }
}
