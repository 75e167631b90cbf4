/// Text as ASCII in short lines (RFC 2045, 6.7): most of it can still be read.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let most = 76

    /// Whether it takes no more room than base64 does: three bytes for one, instead of four for three.
    static func isShorter(_ lines: [ArraySlice<UInt8>]) -> Bool {
        var (plain, encoded) = (0, 0)
        for line in lines { for byte in line { if isPlain(byte) { plain += 1 } else { encoded += 1 } } }
        return plain + 3 * encoded <= (plain + encoded) * 4 / 3 + 16
    }

    static func write(_ lines: [ArraySlice<UInt8>], into bytes: inout [UInt8]) {
        for line in lines {
            write(line, into: &bytes)
            bytes += [0x0D, 0x0A]
        }
    }

    private static func write(_ line: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
        var column = 0
        for (place, byte) in zip(line.indices, line) {
            // A blank at the end would be lost on the way.
            let isBare = isPlain(byte) && !(byte == 0x20 && place == line.endIndex - 1)
            if column + (isBare ? 1 : 3) > most - 3 {
                bytes += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            // A dot at the beginning of a line means something else there.
            if isBare, column > 0 || byte != UInt8(ascii: ".") {
                bytes.append(byte)
                column += 1
            } else {
                bytes += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                column += 3
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=")
    }
}
