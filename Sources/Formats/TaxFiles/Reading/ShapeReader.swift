/// Who is told of each group of fields when it is complete.
protocol RecordConsumer: AnyObject {
    /// Who may keep what is said of fields that no shape knows.
    func take(_ field: DeclarationField) throws(TaxFileError)
    func take(_ record: Record, in stream: XMLStream) throws(TaxFileError)
}

/// Reads a JPK by its ``Shape``: finds each element's slot by the parser's own pointers, reads its content there, and hands
/// a group over when all that must be in it is there. Nothing is allocated for a row.
final class ShapeReader: XMLHandler {
    let table: ShapeTable
    private let namespace: UnsafePointer<UInt8>?
    private let consumer: any RecordConsumer
    /// Who goes on after the root, and is told of what is passed over: signatures.
    private let outside: any XMLHandler
    /// The groups that are open, with where their texts begin and whether they have been handed over.
    private var open: [(group: Int, texts: Int, next: Int, isTaken: Bool)] = []
    /// The slot of the field that is open, or -1.
    private var field = -1
    /// Levels that are being passed over.
    private var skipped = 0
    /// The texts of the groups that are open.
    private(set) var texts: [UInt8] = []
    /// What fields that may be repeated have held, by slot.
    private(set) var repeated: [Int: [String]] = [:]

    init(table: ShapeTable, namespace: UnsafePointer<UInt8>?, consumer: any RecordConsumer, outside: any XMLHandler) {
        self.outside = outside
        self.table = table
        self.namespace = namespace
        self.consumer = consumer
        enter(0)
    }

    func begin(_ element: XMLElement, in stream: XMLStream) throws(TaxFileError) {
        if skipped > 0 {
            skipped += 1
            return try outside.begin(element, in: stream)
        }
        guard field < 0, let slot = try child(for: element, in: stream) else {
            guard field < 0, table.groups[open[open.count - 1].group].isOpen else {
                throw stream.error(.unexpected, element: element.name)
            }
            skipped = 1
            return try outside.begin(element, in: stream)
        }
        let child = table.children[slot]
        if table.slots[slot].isPresent, !child.repeats { throw stream.error(.duplicate, element: element.name) }
        table.slots[slot].isPresent = true
        if child.group >= 0 {
            if table.groups[child.group].isFree {
                return stream.handOver(to: FieldsReader(element, consumer: consumer, back: self))
            }
            try takeBeforeChildren(in: stream)
            enter(child.group)
            return
        }
        guard !open[open.count - 1].isTaken else { throw stream.error(.unexpected, element: element.name) }
        field = slot
        table.slots[slot].start = Int32(texts.count)
        if child.content == .systemCode, let code = element.attribute("kodSystemowy") { texts += Array(code.utf8) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        if skipped > 0 { return try outside.text(bytes, in: stream) }
        guard field >= 0, table.children[field].content != .systemCode else { return }
        // In pieces, between comments, it may be longer than what stands between two tags.
        guard texts.count - Int(table.slots[field].start) + bytes.count <= stream.limits.text else {
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
        let group = table.groups[frame.group]
        if !frame.isTaken { try check(group, in: stream) }
        try checkGroups(group, in: stream)
        if !frame.isTaken, let role = group.role { try take(role, group, in: stream) }
        texts.removeLast(texts.count - frame.texts)
        open.removeLast()
        if open.isEmpty { stream.handOver(to: outside) }
    }

    private func enter(_ group: Int) {
        let children = table.groups[group].children
        for slot in children { table.slots[slot].isPresent = false }
        open.append((group, texts.count, children.lowerBound, false))
    }

    /// Looks from where the last one was found: files keep to the schema's order.
    private func child(for element: XMLElement, in stream: XMLStream) throws(TaxFileError) -> Int? {
        let frame = open.count - 1
        let group = table.groups[open[frame].group]
        // Names and numbers of a taxpayer come from a namespace of their own, which differs from year to year.
        let isOurs = element.namespace == namespace || group.isOpen && frame > 0
        guard isOurs else { return nil }
        let (children, next) = (group.children, open[frame].next)
        for slot in next..<children.upperBound where table.children[slot].name == element.name {
            open[frame].next = slot
            return slot
        }
        for slot in children.lowerBound..<next where table.children[slot].name == element.name {
            open[frame].next = slot
            return slot
        }
        return nil
    }

    /// A journal entry is wanted before the postings inside of it.
    private func takeBeforeChildren(in stream: XMLStream) throws(TaxFileError) {
        let frame = open.count - 1
        let group = table.groups[open[frame].group]
        guard group.role == .journal, !open[frame].isTaken else { return }
        try check(group, in: stream)
        open[frame].isTaken = true
        try take(.journal, group, in: stream)
    }

    private func take(_ role: Shape.Role, _ group: ShapeTable.Group, in stream: XMLStream) throws(TaxFileError) {
        try consumer.take(Record(role: role, group: group, reader: self), in: stream)
    }
}

extension ShapeReader {
    private func finishField(_ name: UnsafePointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        let slot = field
        field = -1
        let content = table.children[slot].content
        let start = Int(table.slots[slot].start)
        let wrong: TaxFileError.Reason? = texts.withUnsafeBufferPointer { all in
            let text = XMLText(UnsafeBufferPointer(rebasing: all[start...]))
            // As trimmed, so that nobody trims again.
            table.slots[slot].start = Int32(start + text.leading)
            table.slots[slot].count = Int32(text.bytes.count)
            guard !text.isEmpty else {
                table.slots[slot].isPresent = false
                return nil
            }
            return Self.read(text, as: content, into: &table.slots[slot].value)
        }
        if let wrong {
            throw stream.error(wrong, element: name, detail: String(string(at: slot).prefix(40)))
        }
        if table.children[slot].repeats, table.slots[slot].isPresent { try keep(slot, in: stream) }
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

    /// The text of a slot of a group that is open.
    func bytes<Result>(at slot: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let place = table.slots[slot]
        return texts.withUnsafeBufferPointer { all in
            body(UnsafeBufferPointer(rebasing: all[Int(place.start)..<Int(place.start + place.count)]))
        }
    }

    func string(at slot: Int) -> String { bytes(at: slot) { XMLText($0).string } }

    /// Whether all fields that must be there are.
    private func check(_ group: ShapeTable.Group, in stream: XMLStream) throws(TaxFileError) {
        for slot in group.children {
            let child = table.children[slot]
            if child.isRequired, child.group < 0, !table.slots[slot].isPresent { throw missing(slot, in: stream) }
        }
        for rule in group.rules { try check(rule, in: stream) }
    }

    private func checkGroups(_ group: ShapeTable.Group, in stream: XMLStream) throws(TaxFileError) {
        for slot in group.children {
            let child = table.children[slot]
            if child.isRequired, child.group >= 0, !table.slots[slot].isPresent { throw missing(slot, in: stream) }
        }
    }

    private func check(_ rule: ShapeTable.Rule, in stream: XMLStream) throws(TaxFileError) {
        switch rule {
        case .together(let slots):
            guard slots.contains(where: { table.slots[$0].isPresent }),
                let absent = slots.first(where: { !table.slots[$0].isPresent })
            else { return }
            throw missing(absent, in: stream)
        case .oneOf(let slots):
            let present = slots.filter { table.slots[$0].isPresent }
            if present.isEmpty, let first = slots.first { throw missing(first, in: stream) }
            if present.count > 1 {
                throw TaxFileError(.unexpected, line: stream.line, element: table.names[present[1]])
            }
        case .needs(let slot, let others):
            guard table.slots[slot].isPresent, !others.contains(where: { table.slots[$0].isPresent }),
                let first = others.first
            else { return }
            throw missing(first, in: stream)
        }
    }

    private func missing(_ slot: Int, in stream: XMLStream) -> TaxFileError {
        TaxFileError(.missing, line: stream.line, element: table.names[slot])
    }
}
