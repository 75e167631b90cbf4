import Foundation

/// Text as people type or paste it, made fit to keep.
package enum TypedText {
    /// One line: white space folded, control and direction-changing characters dropped.
    package static func line(_ raw: String) -> String {
        String(String.UnicodeScalarView(raw.precomposedStringWithCanonicalMapping.unicodeScalars.compactMap(plain)))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Several lines: line ends made one kind, control and direction-changing characters dropped.
    package static func block(_ raw: String) -> String {
        let lines = raw.precomposedStringWithCanonicalMapping.replacingOccurrences(of: "\r\n", with: "\n")
            .replacingOccurrences(of: "\r", with: "\n")
        let kept = lines.unicodeScalars.compactMap { $0 == "\n" ? $0 : plain($0) }
        return String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.properties.isWhitespace { return " " }
        if scalar.properties.generalCategory == .control { return nil }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: return nil
        default: return scalar
        }
    }
}

package enum EmailAddress {
    /// One `@`, something before it, a dotted name after it, no blanks: the rest is known only by sending.
    package static func isPlausible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>,;:\"()[]\\".unicodeScalars.contains($0) }
    }
}

package enum PhoneNumber {
    /// 7 to 15 digits (ITU-T E.164), with an optional leading plus; blanks and dashes between them.
    package static func isPlausible(_ text: String) -> Bool {
        let digits = text.filter(\.isNumber).count
        return (7...15).contains(digits) && text.allSatisfy { $0.isASCII && ($0.isNumber || "+- ()".contains($0)) }
    }
}
