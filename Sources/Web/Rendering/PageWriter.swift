/// Takes the steps of a template with the values of a page.
struct PageWriter {
    private let steps: [CompiledTemplate.Step]
    private let markup: [UInt8]
    /// The innermost last.
    private var around: [PageValue]
    private var bytes: [UInt8] = []

    /// Returns HTML in UTF-8. A page goes to the browser as it is; a `String` of it would be checked sign by sign.
    /// - Parameter values: those of a page, behind those around it.
    static func html(_ template: CompiledTemplate, _ values: [PageValue]) -> [UInt8] {
        var writer = PageWriter(template, values)
        writer.write(template.steps.indices)
        return writer.bytes
    }

    private init(_ template: CompiledTemplate, _ values: [PageValue]) {
        (steps, markup, around) = (template.steps, template.markup, values)
        bytes.reserveCapacity(2 * markup.count)
    }

    private mutating func write(_ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            let next = place + 1
            switch steps[place] {
            case .markup(let piece): bytes += markup[piece]
            case .text(let path, let isEscaped):
                if case .text(let text) = find(path) { PageText.write(text, escaped: isEscaped, into: &bytes) }
            case .section(let path, let end):
                write(next..<end, for: find(path))
                place = end
                continue
            case .inverted(let path, let end):
                if find(path).isThere {
                    place = end
                    continue
                }
            }
            place = next
        }
    }

    private mutating func write(_ section: Range<Int>, for value: PageValue) {
        switch value {
        case .nothing, .flag(false): break
        case .flag(true): write(section)
        case .list(let elements): for element in elements { write(section, in: element) }
        case .text, .record: write(section, in: value)
        }
    }

    private mutating func write(_ section: Range<Int>, in value: PageValue) {
        around.append(value)
        write(section)
        around.removeLast()
    }

    /// A value by its name in the innermost struct that has it, even if it holds nothing there.
    private func find(_ path: NamePath) -> PageValue {
        guard let first = path.first else { return around.last ?? .nothing }
        for value in around.reversed() {
            guard case .record(let record) = value, let found = record.value(first) else { continue }
            guard let second = path.second else { return found }
            guard case .record(let inner) = found else { return .nothing }
            return inner.value(second) ?? .nothing
        }
        return .nothing
    }
}
