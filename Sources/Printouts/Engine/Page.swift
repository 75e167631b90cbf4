import Foundation

/// The sheet: its size, the room between its edges, and from where its lines run.
struct Page {
    let width: Double
    let height: Double
    let margin = 26.0
    let direction: Words.Direction

    init(_ orientation: Document.Orientation, direction: Words.Direction) {
        let (short, long) = (595.276, 841.89)
        (width, height) = orientation == .portrait ? (short, long) : (long, short)
        self.direction = direction
    }

    var contentWidth: Double { width - 2 * margin }

    /// The left edge of a box that begins `offset` points after the start of the line.
    func left(_ offset: Double, _ boxWidth: Double, in direction: Words.Direction) -> Double {
        direction == .leftToRight ? margin + offset : width - margin - offset - boxWidth
    }
}
