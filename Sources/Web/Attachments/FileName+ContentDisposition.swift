import Formats
import Foundation
import Models

extension FileName {
    /// The value of the header `Content-Disposition` for a download under this name: always `attachment`, an ASCII
    /// `filename` for old programs and the true one in `filename*` (RFC 6266, RFC 8187).
    package static func contentDisposition(_ name: String) -> String {
        "attachment; filename=\"\(asciiFallback(name))\"; filename*=UTF-8''\(extended(name))"
    }

    /// Returns the name in ASCII: Polish letters without their accents, "_" for everything else that is not plain. A
    /// quote or a backslash would end the value early, and some browsers decode "%41".
    private static func asciiFallback(_ name: String) -> String {
        var fallback = String.UnicodeScalarView()
        for scalar in StreamSafe.cut(name).decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "ł": fallback.append("l")
            case "Ł": fallback.append("L")
            case "\"", "\\", "%", "\u{7F}": fallback.append("_")
            case " "..."~": fallback.append(scalar)
            default: if scalar.properties.generalCategory != .nonspacingMark { fallback.append("_") }
            }
        }
        return String(fallback)
    }

    /// Percent-encodes the UTF-8 bytes except the `attr-char` of RFC 8187.
    private static func extended(_ name: String) -> String {
        var text: [UInt8] = []
        for byte in name.utf8 {
            if plainBytes.contains(byte) {
                text.append(byte)
            } else {
                text += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let plainBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~".utf8)
    private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
