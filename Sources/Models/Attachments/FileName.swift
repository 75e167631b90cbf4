import Formats
import Foundation

/// Names of uploaded files: cleaned once, on upload, and written into the header of a download. No path is ever built
/// from one. Rules: security notes 3.3, OWASP ASVS 5.0 section 5.4.
package enum FileName {
    /// In bytes of UTF-8. Leaves space for what an archive or a sync tool adds, below the usual limit of 255.
    private static let longest = 200

    /// Returns a name that is safe to show and to save under: no path, no control or invisible characters, nothing that
    /// Windows refuses, at most 200 bytes with the extension kept.
    ///
    /// - Parameter fallbackExtension: without the dot; added when the name has no extension (the detected type's).
    /// - Throws: ``FileRefusal/badName`` for a NUL or a line break.
    package static func cleaned(_ raw: String, fallbackExtension: String) throws -> String {
        guard !raw.unicodeScalars.contains(where: { $0 == "\0" || $0 == "\n" || $0 == "\r" }) else {
            throw FileRefusal.badName
        }
        var name = scrubbed(raw)
        if name.isEmpty { name = "plik" }
        if deviceNames.contains(stem(of: name).uppercased()) { name = "_" + name }
        if fileExtension(ofScrubbed: name) == nil, !fallbackExtension.isEmpty { name += ".\(fallbackExtension)" }
        return shortened(name)
    }

    /// Returns the name of a file that the program makes, from words that people typed (a firm, a subject), cleaned
    /// like the names of uploads. A slash in them becomes a hyphen and a line end a space: "A/B sp. z o.o." keeps its
    /// A.
    ///
    /// - Parameter ending: without the dot; `nil` for a folder, or for a name that already has its extension.
    package static func made(of words: String, _ ending: String? = nil) -> String {
        let plain = words.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "/", "\\": "-"
            case "\0", "\n", "\r": " "
            default: scalar
            }
        }
        // Cleaning refuses only what was replaced above.
        let end = ending.map { ".\($0)" } ?? ""
        return (try? cleaned(text(plain) + end, fallbackExtension: ending ?? "")) ?? "plik" + end
    }

    /// Returns the extension in lower case without the dot; `nil` when there is none. What follows the last dot counts
    /// when it is 2 to 8 ASCII letters and digits, not only digits: "Rejestr 10.2026" and "Nowak sp. z o.o" have none.
    /// is 2 to 8 ASCII letters and digits, not only digits: "Rejestr 10.2026" and "Nowak sp. z o.o" have none.
    package static func fileExtension(of raw: String) -> String? {
        fileExtension(ofScrubbed: scrubbed(raw))
    }

    private static func fileExtension(ofScrubbed name: String) -> String? {
        let parts = name.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, (2...8).contains(last.count) else { return nil }
        let word = text(last).lowercased()
        let letters = word.unicodeScalars.filter { ("a"..."z").contains($0) }
        let digits = word.unicodeScalars.filter { ("0"..."9").contains($0) }
        return !letters.isEmpty && letters.count + digits.count == last.count ? word : nil
    }

    /// Works on code points, not characters: a slash with an accent over it is still a slash to a file system.
    private static func scrubbed(_ raw: String) -> String {
        let start = raw.unicodeScalars.lastIndex { $0 == "/" || $0 == "\\" }.map(raw.unicodeScalars.index(after:))
        let seen = raw.unicodeScalars[(start ?? raw.startIndex)...].compactMap(visible)
        let composed = StreamSafe.normalized(text(seen))
        let name = composed.unicodeScalars.map { forbidden.contains($0) ? "_" : $0 }
        let tail = name.drop { $0 == "." || $0 == " " || $0 == "-" }
        guard let last = tail.lastIndex(where: { $0 != "." && $0 != " " }) else { return "" }
        return text(tail[...last])
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Returns `nil` for invisible code points: controls, zero-width characters, and those that reverse the direction
    /// of writing and make "fdp.exe" out of "exe.pdf". Returns a plain space for every other kind of space.
    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .spaceSeparator: " "
        case .control where scalar == "\t": " "
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: nil
        default:
            scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint ? nil : scalar
        }
    }

    /// Cuts whole characters off the end of the part before the extension.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        let ending = fileExtension(ofScrubbed: name).map { name.suffix($0.count + 1) } ?? ""
        var kept = ""
        var room = longest - ending.utf8.count
        for character in name.dropLast(ending.count) {
            room -= character.utf8.count
            if room < 0 { break }
            kept.append(character)
        }
        while kept.last == " " || kept.last == "." { kept.removeLast() }
        return (kept.isEmpty ? "plik" : kept) + ending
    }

    /// Returns the part that Windows compares with its device names: all before the first dot, without trailing spaces.
    private static func stem(of name: String) -> String {
        let stem = name.unicodeScalars.prefix { $0 != "." }
        let end = stem.lastIndex { $0 != " " }
        return end.map { String(name.unicodeScalars[...$0]) } ?? ""
    }

    private static let forbidden: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*"]

    /// Windows opens a device instead of a file with one of these names, whatever the extension.
    private static let deviceNames: Set<String> = {
        let ports = ["COM", "LPT"].flatMap { port in "0123456789¹²³".map { "\(port)\($0)" } }
        return Set(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"] + ports)
    }()
}
