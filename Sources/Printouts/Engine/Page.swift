import Foundation

/// A page: its size, its margins, and the direction of its lines.
struct Page {
    /// The paper sizes of printers, the smallest first.
    enum Sheet: String, CaseIterable {
        case a4 = "A4"
        case a3 = "A3"
        case a2 = "A2"

        /// The sides in points.
        var sides: (short: Double, long: Double) {
            switch self {
            case .a4: (595.276, 841.89)
            case .a3: (841.89, 1190.551)
            case .a2: (1190.551, 1683.78)
            }
        }
    }

    let sheet: Sheet
    let width: Double
    let height: Double
    let margin = 26.0
    let direction: FrameWords.Direction

    init(_ orientation: Document.Orientation, _ sheet: Sheet = .a4, direction: FrameWords.Direction) {
        self.sheet = sheet
        let (short, long) = sheet.sides
        (width, height) = orientation == .portrait ? (short, long) : (long, short)
        self.direction = direction
    }

    var contentWidth: Double { width - 2 * margin }

    /// Returns the left edge of a box that begins `offset` points after the start of the line.
    func left(_ offset: Double, _ boxWidth: Double, in direction: FrameWords.Direction) -> Double {
        direction == .leftToRight ? margin + offset : width - margin - offset - boxWidth
    }
}
