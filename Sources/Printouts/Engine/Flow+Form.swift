extension Flow {
    private static let padding = 3.0

    /// Draws rows of boxes like official forms: a small label with the value below it.
    func form(_ rows: [[Field]]) throws {
        y += 2
        canvas?.begin(.table)
        for row in rows { try formRow(row) }
        canvas?.end(.table)
        y += 4
    }

    private func formRow(_ fields: [Field]) throws {
        typesetter.clear()
        let (labels, values) = (try typesetter.face(6), try typesetter.face(8.5))
        let total = fields.reduce(0) { $0 + $1.share }
        var boxes: [(x: (offset: Double, width: Double), label: Typesetter.Block, value: Typesetter.Block)] = []
        var offset = 0.0
        for field in fields {
            let width = page.contentWidth * field.share / max(total, 0.001)
            let room = width - 2 * Self.padding
            var value = typesetter.set(field.value, in: values, width: room)
            value.lines = value.lines.prefix(Int((bottom - top) / values.lineHeight) - 4)
            boxes.append(
                (
                    (offset, width), typesetter.set(field.label, in: labels, width: room),
                    value
                ))
            offset += width
        }
        let height = boxes.map { Self.height($0.label) + Self.height($0.value) }.max() ?? 0
        let full = height + 2 * Self.padding
        try makeRoom(min(full, bottom - top))
        canvas?.begin(.row)
        for (field, box) in zip(fields, boxes) { drawBox(field, box, height: full) }
        canvas?.end(.row)
        y += full
    }

    private static func height(_ block: Typesetter.Block) -> Double {
        Double(block.lines.count) * block.face.lineHeight
    }

    private func drawBox(
        _ field: Field, _ box: (x: (offset: Double, width: Double), label: Typesetter.Block, value: Typesetter.Block),
        height: Double
    ) {
        guard let canvas else { return }
        let room = (box.x.offset + Self.padding, box.x.width - 2 * Self.padding)
        canvas.begin(.cell)
        canvas.inGrey { draw(box.label.lines, of: box.label, x: room, y: y + Self.padding) }
        draw(
            box.value.lines, of: box.value, x: room, y: y + Self.padding + Self.height(box.label),
            alignment: field.alignment)
        canvas.end(.cell)
        let left = page.left(box.x.offset, box.x.width, in: document.direction)
        let (right, foot) = (left + box.x.width, y + height)
        canvas.rule(from: (left, y), to: (right, y))
        canvas.rule(from: (left, foot), to: (right, foot))
        canvas.rule(from: (left, y), to: (left, foot))
        canvas.rule(from: (right, y), to: (right, foot))
    }
}
