import Foundation

/// A PDF of one page with plain text: enough for a file that opens, is one, and says what it is.
package enum DemoPDF {
    /// The Polish letters that every viewer's Helvetica has (ISO 32000-1, annex D.2), by their glyphs. The
    /// papers get by with these: a font with the others would have to travel in the file.
    private static let letters: [(character: Character, glyph: String)] = [
        ("ł", "lslash"), ("Ł", "Lslash"), ("ó", "oacute"), ("Ó", "Oacute"), ("–", "endash"),
    ]
    private static let firstByte = 128
    private static let bytes = Dictionary(
        uniqueKeysWithValues: letters.enumerated().map { ($0.element.character, UInt8(firstByte + $0.offset)) }
    )

    package static func page(_ title: String, _ lines: [String]) -> Data {
        var text = Data("BT /F2 16 Tf 56 780 Td 18 TL ".utf8) + shown(title) + Data(" T* /F1 11 Tf".utf8)
        for line in lines { text += Data(" T* ".utf8) + shown(line) }
        text += Data(" ET".utf8)
        let encoding = letters.map { "/\($0.glyph)" }.joined(separator: " ")
        return file([
            Data("<< /Type /Catalog /Pages 2 0 R /Lang (pl-PL) >>".utf8),
            Data("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
            Data(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
                /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>
                """.utf8),
            Data("<< /Length \(text.count) >>\nstream\n".utf8) + text + Data("\nendstream".utf8),
            Data("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding 7 0 R >>".utf8),
            Data("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding 7 0 R >>".utf8),
            Data(
                """
                << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [\(firstByte) \(encoding)] >>
                """.utf8),
        ])
    }

    /// The objects with their table of places (ISO 32000-1, 7.5).
    private static func file(_ objects: [Data]) -> Data {
        var file = Data("%PDF-1.4\n%\u{B5}\u{B6}\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += String(format: "%010d 00000 n \n", file.count)
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let start = file.count
        let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return file + Data((table + trailer).utf8)
    }

    /// An instruction that shows a line.
    private static func shown(_ line: String) -> Data {
        var shown = Data("(".utf8)
        for character in line {
            if "()\\".contains(character) { shown.append(UInt8(ascii: "\\")) }
            shown.append(bytes[character] ?? character.asciiValue ?? UInt8(ascii: "?"))
        }
        return shown + Data(") Tj".utf8)
    }
}
