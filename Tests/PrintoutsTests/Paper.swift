import Foundation
import Testing

@testable import Printouts

/// A printed document, read back with poppler's programs.
struct Paper {
    let data: Data
    let pages: Int

    static let writer = PDFWriter()

    init(_ document: Document) throws {
        let bytes = Collected()
        pages = try Self.writer.print(document) { bytes.data.append(contentsOf: $0) }
        data = bytes.data
    }

    private final class Collected {
        var data = Data()
    }

    /// Returns the text of all pages, or of one, in the layout of the page. No-break spaces become spaces.
    func text(page: Int? = nil) throws -> String {
        let range = page.map { ["-f", String($0), "-l", String($0)] } ?? []
        let text = try run("pdftotext", ["-layout"] + range + ["INPUT", "-"])
        return String(decoding: text, as: UTF8.self).replacing("\u{A0}", with: " ")
    }

    /// Returns the lines of a text with single spaces between words.
    func lines(page: Int? = nil) throws -> [String] {
        try text(page: page).split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    func fonts() throws -> [[Substring]] {
        let text = String(decoding: try run("pdffonts", ["INPUT"]), as: UTF8.self)
        return text.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
    }

    /// Returns the images in the order of the pages, without the masks of transparent ones.
    func images() throws -> [(page: Int, width: Int, height: Int, object: Substring)] {
        let text = String(decoding: try run("pdfimages", ["-list", "INPUT"]), as: UTF8.self)
        return text.split(separator: "\n").dropFirst(2).compactMap { line in
            let cells = line.split(separator: " ")
            guard cells[2] == "image", let page = Int(cells[0]), let width = Int(cells[3]), let height = Int(cells[4])
            else { return nil }
            return (page, width, height, cells[10])
        }
    }

    func info(_ arguments: String...) throws -> String {
        String(decoding: try run("pdfinfo", arguments + ["INPUT"]), as: UTF8.self)
    }

    /// Returns the font sizes, in points, of the pieces of text that match completely.
    func sizes(of pattern: Regex<Substring>) throws -> Set<Double> {
        let xml = String(
            decoding: try run("pdftohtml", ["-xml", "-stdout", "-i", "-zoom", "3", "INPUT"]), as: UTF8.self)
        var fonts: [Substring: Double] = [:]
        for font in xml.matches(of: /<fontspec id="(\d+)" size="(\d+)"/) {
            fonts[font.1] = Double(font.2).map { $0 / 3 }
        }
        return Set(
            xml.matches(of: /<text [^>]*font="(\d+)"[^>]*>(?:<b>)?([^<]*)</).filter {
                $0.2.wholeMatch(of: pattern) != nil
            }
            .compactMap { fonts[$0.1] })
    }

    /// Returns the darkness of each cell of a grid over the first page, from `0` (white) to `9`.
    func ink(columns: Int, rows: Int) throws -> [String] {
        let image = try run("pdftoppm", ["-gray", "-r", "36", "-l", "1", "INPUT"])
        let header = image.prefix(30).split(separator: UInt8(ascii: "\n"), maxSplits: 3)
        let size = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        let pixels = [UInt8](image.suffix(size[0] * size[1]))
        return (0..<rows).map { row in
            (0..<columns).map { column in
                let (left, right) = (column * size[0] / columns, (column + 1) * size[0] / columns)
                let (top, bottom) = (row * size[1] / rows, (row + 1) * size[1] / rows)
                var dark = 0
                for y in top..<bottom { for x in left..<right { dark += 255 - Int(pixels[y * size[0] + x]) } }
                return String(min(9, dark * 30 / max(1, (right - left) * (bottom - top) * 255)))
            }.joined()
        }
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = arguments.map { $0 == "INPUT" ? file.path : $0 }
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program) \(arguments)")
        return text
    }
}
