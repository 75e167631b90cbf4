import Dates

/// Receives each group of fields when it is complete.
protocol RecordConsumer: AnyObject {
    /// Receives a field that is not listed in a shape.
    func take(_ field: DeclarationField) throws(TaxFileError)
    func take(_ record: Record, in stream: XMLStream) throws(TaxFileError)
}

/// Reads a JPK by its ``Shape``: finds each element's slot by the parser's interned names, reads the content into it,
/// and passes a group on when its required fields are present. Allocates nothing for a row.
final class ShapeReader: XMLHandler {
    private struct OpenElement {
        let group: Int
        /// The offset at which its texts begin.
        let texts: Int
        /// The slot that was found last.
        var next: Int
        /// Whether it has been passed on.
        var isTaken = false
    }

    let table: ShapeTable
    private let groups: UnsafeMutableBufferPointer<ShapeTable.Group>
    private let children: UnsafeMutableBufferPointer<ShapeTable.Child>
    private let slots: UnsafeMutableBufferPointer<ShapeTable.Slot>
    private let namespace: UnsafePointer<UInt8>?
    private let consumer: any RecordConsumer
    /// The handler that continues after the root, and receives skipped elements such as signatures.
    private let outside: any XMLHandler
    // The parser makes one call at a time, for every tag and text, so exclusive access needs no checks.
    @exclusivity(unchecked) private var open: [OpenElement] = []
    /// The slot of the open field, or -1.
    @exclusivity(unchecked) private var field = -1
    /// The number of open levels that are skipped.
    @exclusivity(unchecked) private var skipped = 0
    /// The texts of the open groups.
    @exclusivity(unchecked) private(set) var texts: [UInt8] = []
    /// The values of repeated fields, by slot.
    private(set) var repeated: [Int: [String]] = [:]

    init(
        table: ShapeTable, namespace: UnsafePointer<UInt8>?, consumer: any RecordConsumer, outside: any XMLHandler
    ) {
        self.table = table
        (groups, children, slots) = (table.groups, table.children, table.slots)
        self.namespace = namespace
        self.consumer = consumer
        self.outside = outside
        enter(0)
    }

    func begin(_ element: XMLElement, in stream: XMLStream) throws(TaxFileError) {
        if skipped > 0 {
            skipped += 1
            return try outside.begin(element, in: stream)
        }
        let frame = open.count - 1
        guard field < 0, let slot = child(for: element, frame) else {
            guard field < 0, groups[open[frame].group].isOpen else {
                throw stream.error(.unexpected, element: element.name)
            }
            skipped = 1
            return try outside.begin(element, in: stream)
        }
        if slots[slot].isPresent, !children[slot].repeats { throw stream.error(.duplicate, element: element.name) }
        slots[slot].isPresent = true
        let group = children[slot].group
        if group >= 0 { return try beginGroup(group, element, in: stream) }
        guard !open[frame].isTaken else { throw stream.error(.unexpected, element: element.name) }
        field = slot
        slots[slot].start = Int32(texts.count)
        if children[slot].content == .systemCode, let code = element.attribute("kodSystemowy") {
            texts += Array(code.utf8)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        if skipped > 0 { return try outside.text(bytes, in: stream) }
        guard field >= 0, children[field].content != .systemCode else { return }
        // Comments split a text into pieces, whose sum may exceed the limit between two tags.
        guard texts.count - Int(slots[field].start) + bytes.count <= stream.limits.text else {
            throw stream.error(.textTooLong)
        }
        texts.append(contentsOf: bytes)
    }

    func end(_ name: UnsafePointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        if skipped > 0 {
            skipped -= 1
            return try outside.end(name, in: stream)
        }
        guard field < 0 else { return try finishField(name, in: stream) }
        let frame = open[open.count - 1]
        if !frame.isTaken { try checkFields(frame.group, in: stream) }
        for slot in groups[frame.group].requiredGroups where !slots[slot].isPresent {
            throw missing(slot, in: stream)
        }
        if !frame.isTaken { try take(frame.group, in: stream) }
        texts.removeLast(texts.count - frame.texts)
        open.removeLast()
        if open.isEmpty { stream.handOver(to: outside) }
    }

    private func enter(_ group: Int) {
        let range = groups[group].children
        for slot in range { slots[slot].isPresent = false }
        open.append(OpenElement(group: group, texts: texts.count, next: range.lowerBound))
    }

    private func beginGroup(_ group: Int, _ element: XMLElement, in stream: XMLStream) throws(TaxFileError) {
        if groups[group].isFree {
            return stream.handOver(to: FieldsReader(element, consumer: consumer, back: self))
        }
        // A journal entry is passed on before the postings inside it.
        let frame = open.count - 1
        let outer = open[frame].group
        if groups[outer].role == .journal, !open[frame].isTaken {
            try checkFields(outer, in: stream)
            open[frame].isTaken = true
            try take(outer, in: stream)
        }
        enter(group)
    }

    /// Searches from the last found slot, because files keep to the schema's order.
    private func child(for element: XMLElement, _ frame: Int) -> Int? {
        let group = open[frame].group
        // A taxpayer's names and numbers are in a namespace of their own, which differs from year to year.
        guard element.namespace == namespace || groups[group].isOpen && frame > 0 else { return nil }
        let (range, next) = (groups[group].children, open[frame].next)
        var slot = next
        repeat {
            if slot < range.upperBound, children[slot].name == element.name {
                open[frame].next = slot
                return slot
            }
            slot = slot >= range.upperBound ? range.lowerBound : slot + 1
        } while slot != next
        return nil
    }

    private func take(_ group: Int, in stream: XMLStream) throws(TaxFileError) {
        guard let role = groups[group].role else { return }
        try consumer.take(Record(role: role, slots: groups[group].children, reader: self), in: stream)
    }
}

extension ShapeReader {
    private func finishField(_ name: UnsafePointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        let slot = field
        field = -1
        let start = Int(slots[slot].start)
        let wrong: TaxFileError.Reason? = texts.withUnsafeBufferPointer { all in
            let text = XMLText(UnsafeBufferPointer(rebasing: all[start...]))
            // Stored trimmed.
            slots[slot].start = Int32(start + text.leading)
            slots[slot].count = Int32(text.bytes.count)
            guard !text.isEmpty else {
                slots[slot].isPresent = children[slot].mayBeEmpty
                slots[slot].value = 0
                return nil
            }
            return Self.read(text, as: children[slot].content, into: &slots[slot].value)
        }
        if let wrong {
            throw stream.error(wrong, element: name, detail: string(at: slot).beginning(40))
        }
        if children[slot].repeats, slots[slot].isPresent { try keep(slot, in: stream) }
    }

    private func keep(_ slot: Int, in stream: XMLStream) throws(TaxFileError) {
        guard repeated[slot, default: []].count < 100 else { throw stream.error(.tooManyFields) }
        repeated[slot, default: []].append(string(at: slot))
    }

    private static func read(_ text: XMLText, as content: Shape.Content, into value: inout Int64)
        -> TaxFileError.Reason?
    {
        switch content {
        case .group, .text, .systemCode: return nil
        case .amount, .whole:
            guard let read = text.hundredths else { return .wrongAmount }
            value = read
        case .number:
            guard let read = text.number else { return .wrongNumber }
            value = read
        case .day:
            guard let day = text.day else { return .wrongDay }
            value = Int64(day.year * 10_000 + day.month * 100 + day.day)
        case .moment:
            if text.moment == nil { return .wrongMoment }
        }
        return nil
    }

    /// Calls `body` with the text of a slot in an open group.
    func bytes<Result>(at slot: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let place = table.slots[slot]
        return texts.withUnsafeBufferPointer { all in
            body(UnsafeBufferPointer(rebasing: all[Int(place.start)..<Int(place.start + place.count)]))
        }
    }

    func string(at slot: Int) -> String { bytes(at: slot) { XMLText($0).string } }

    /// Checks that all required fields are present, and the group's rules.
    private func checkFields(_ group: Int, in stream: XMLStream) throws(TaxFileError) {
        for slot in groups[group].requiredFields where !slots[slot].isPresent { throw missing(slot, in: stream) }
        for index in groups[group].rules.indices {
            switch groups[group].rules[index] {
            case .together(let slots): try check(together: slots, in: stream)
            case .oneOf(let slots): try check(oneOf: slots, in: stream)
            case .anyOf(let slots):
                guard !slots.contains(where: { self.slots[$0].isPresent }), let first = slots.first else { continue }
                throw missing(first, in: stream)
            case .needs(let slot, let others):
                guard slots[slot].isPresent, !others.contains(where: { slots[$0].isPresent }) else { continue }
                if let first = others.first { throw missing(first, in: stream) }
            }
        }
    }

    private func check(together wanted: [Int], in stream: XMLStream) throws(TaxFileError) {
        var absent: Int?
        var isAny = false
        for slot in wanted {
            if slots[slot].isPresent { isAny = true } else if absent == nil { absent = slot }
        }
        if isAny, let absent { throw missing(absent, in: stream) }
    }

    private func check(oneOf wanted: [Int], in stream: XMLStream) throws(TaxFileError) {
        var count = 0
        for slot in wanted where slots[slot].isPresent {
            count += 1
            if count > 1 { throw TaxFileError(.unexpected, line: stream.line, element: table.names[slot]) }
        }
        if count == 0, let first = wanted.first { throw missing(first, in: stream) }
    }

    private func missing(_ slot: Int, in stream: XMLStream) -> TaxFileError {
        TaxFileError(.missing, line: stream.line, element: table.names[slot])
    }
}
