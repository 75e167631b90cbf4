/// Parses a text code point by code point into lines of pieces.
struct MarkedTextReader {
    private var lines: [MarkedText.Line] = []
    private var line = MarkedText.Line()
    private var piece = MarkedText.Piece(text: "")
    /// The index of the first piece of the open link's label.
    private var label: Int?
    private var address: String.UnicodeScalarView?

    mutating func read(_ scalar: Unicode.Scalar) {
        if scalar == "\n" { return endLine() }
        guard let mark = TextMark(scalar) else {
            if address != nil { address?.append(scalar) } else { piece.text.unicodeScalars.append(scalar) }
            return
        }
        switch mark {
        case .heading: begin(.heading)
        case .bullet: begin(.bullet)
        case .number: begin(.number)
        case .link:
            endLink()
            endPiece()
            label = line.pieces.count
        case .address where label != nil && address == nil: address = String.UnicodeScalarView()
        case .linkEnd: endLink()
        case .bold where address == nil:
            endPiece()
            piece.isBold.toggle()
        case .italic where address == nil:
            endPiece()
            piece.isItalic.toggle()
        case .address, .bold, .italic: break
        }
    }

    mutating func finish() -> [MarkedText.Line] {
        endLine()
        return lines
    }

    private mutating func begin(_ kind: MarkedText.Kind) {
        if line.pieces.isEmpty, piece.text.isEmpty, label == nil { line.kind = kind }
    }

    private mutating func endLine() {
        endLink()
        endPiece()
        line.pieces = line.pieces.reduce(into: []) { pieces, piece in
            if pieces.last?.isLike(piece) == true {
                pieces[pieces.count - 1].text += piece.text
            } else {
                pieces.append(piece)
            }
        }
        lines.append(line)
        line = MarkedText.Line()
        piece = MarkedText.Piece(text: "")
    }

    private mutating func endPiece() {
        guard !piece.text.isEmpty else { return }
        line.pieces.append(piece)
        piece.text = ""
    }

    /// Gives a link without a label its address as label; without an address it becomes text.
    private mutating func endLink() {
        guard let start = label else { return }
        endPiece()
        (label, piece.text) = (nil, "")
        guard let leads = address.map({ String($0) }), !leads.isEmpty else { return address = nil }
        address = nil
        if line.pieces[start...].allSatisfy(\.isBlank) {
            line.pieces.removeSubrange(start...)
            line.pieces.append(MarkedText.Piece(text: leads, isBold: piece.isBold, isItalic: piece.isItalic))
        }
        for index in start..<line.pieces.count { line.pieces[index].address = leads }
    }
}

extension MarkedText.Piece {
    fileprivate func isLike(_ other: MarkedText.Piece) -> Bool {
        isBold == other.isBold && isItalic == other.isItalic && address == other.address
    }
}
