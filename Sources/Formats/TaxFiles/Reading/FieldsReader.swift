/// Reads an element whose fields are not listed in a shape: the fields of a declaration, its attachments, and the
/// second party. Skips the parties of attachments, which the declaration contains already, secrets, and the taxpayer's
/// spouse.
final class FieldsReader: XMLHandler {
    private struct Level {
        let name: String
        /// The number of elements of each name below it.
        var counts: [String: Int] = [:]
        var number = 1
    }

    private let consumer: any RecordConsumer
    private let back: any XMLHandler
    private var levels: [Level]
    /// Whether the open element has no child element so far.
    private var isLeaf = false
    private var text: [UInt8] = []
    private var skipped = 0
    private let isSpouse: Bool
    private var count = 0

    init(_ root: XMLElement, consumer: any RecordConsumer, back: any XMLHandler) {
        self.consumer = consumer
        self.back = back
        isSpouse = root.attribute("rola")?.lowercased().hasSuffix("ałżonek") ?? false
        levels = [Level(name: String(cString: root.name))]
    }

    /// Elements that contain nothing of the declaration itself.
    private static let passedOver: Set = [
        "DaneAutoryzujace", "Signature", "Naglowek", "Podmiot1", "Podmiot2", "Oswiadczenie", "Pouczenie", "Pouczenia",
    ]

    func begin(_ element: XMLElement, in stream: XMLStream) throws(TaxFileError) {
        guard skipped == 0 else { return skipped += 1 }
        let name = String(cString: element.name)
        guard !isSpouse, !Self.passedOver.contains(name) else {
            isLeaf = false
            return skipped = 1
        }
        guard levels[levels.count - 1].counts.count <= stream.limits.fields else {
            throw stream.error(.tooManyFields, element: element.name)
        }
        levels[levels.count - 1].counts[name, default: 0] += 1
        levels.append(Level(name: name, number: levels[levels.count - 1].counts[name] ?? 1))
        isLeaf = true
        text.removeAll(keepingCapacity: true)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        guard skipped == 0, isLeaf else { return }
        guard text.count + bytes.count <= stream.limits.text else { throw stream.error(.textTooLong) }
        text.append(contentsOf: bytes)
    }

    func end(_ name: UnsafePointer<UInt8>, in stream: XMLStream) throws(TaxFileError) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        let level = levels.removeLast()
        if isLeaf { try take(level, in: stream) }
        isLeaf = false
        if levels.isEmpty { stream.handOver(to: back) }
    }

    private func take(_ level: Level, in stream: XMLStream) throws(TaxFileError) {
        let content = text.withUnsafeBufferPointer { all in
            let text = XMLText(all)
            return text.isEmpty ? nil : (text.string, text.hundredths)
        }
        guard let content else { return }
        count += 1
        guard count <= stream.limits.fields else { throw stream.error(.tooManyFields) }
        // Of the containers, the path includes only the one about a person.
        let path = levels.filter { $0.name != "PozycjeSzczegolowe" && $0.name != "Zalaczniki" }.map {
            $0.number == 1 ? $0.name : "\($0.name)[\($0.number)]"
        }
        try consumer.take(
            DeclarationField(element: level.name, path: path, text: content.0, amount: content.1))
    }
}
