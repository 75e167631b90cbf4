import Foundation
import GRDB
import Images
import Models

/// The demo office's own look: a mark drawn here, its hours, and a line about each of its people.
enum DemoLook {
    static let details = Office.Details(
        name: "Biuro Rachunkowe Anna Lis", phone: "+48 600 100 200", email: DemoStaff.anna.email,
        address: "ul. Wymyślona 9\n00-999 Przykładów", openingHours: "pn.–pt. 8–16", timeZone: "Europe/Warsaw",
        language: .pl)

    static let lines: [DemoStaff: String] = [.marek: "VAT i ryczałt", .ola: "Kadry i płace"]

    /// Three sums that grow, on a leaf of green paper with one corner folded.
    static func logo() throws -> Office.NewLogo {
        let pixels = (0..<side).flatMap { y in (0..<side).flatMap { x in colour(x, y) } }
        let file = try EncodedImage(png: Bitmap(width: side, height: side, pixels: pixels)).bytes
        return Office.NewLogo(try LogoImage(from: file))
    }

    private static let side = 1024
    private static let (paper, fold, ink): ([UInt8], [UInt8], [UInt8]) = (
        [13, 107, 90, 255], [92, 195, 173, 255], [255, 247, 236, 255]
    )

    private static func colour(_ x: Int, _ y: Int) -> [UInt8] {
        let corner = 300
        if x - y > side - corner { return [0, 0, 0, 0] }
        if x > side - corner, y < corner { return fold }
        let bars = [(200, 620), (440, 480), (680, 340)]
        if y < 820, bars.contains(where: { ($0.0..<$0.0 + 140).contains(x) && y >= $0.1 }) { return ink }
        return paper
    }
}
