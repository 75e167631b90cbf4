/// A number in a text, in the groups in which people write it: `526-104-08-28`, `PL61 1090 1014…`, `+48 600 000 597`,
/// `12 345,67`. All notations of a number share one of the ``forms(asTyped:)``, by which a search finds it.
package struct WrittenNumber: Sendable {
    /// The range of its digits.
    package let range: Range<String.Index>
    /// The start of the name before it, if it has one; else the start of its digits.
    let nameStart: String.Index
    /// Its groups of digits.
    let groups: [String]
    /// Whether a name precedes it: `PL526…`, `NIP 526…`.
    let isNamed: Bool
    /// Whether only blanks separate its groups, which may then be separate numbers.
    let isSpaced: Bool
    /// The digits before the decimals, for an amount with two decimals.
    let whole: String?

    var digits: String { groups.joined() }

    /// Returns its digits as one word, also without a phone's country code or trunk zero, and an amount also without
    /// its decimals.
    /// - Parameter asTyped: for a typed search, in which decimals count unless they are zeros: `12,50` is not `12,99`.
    package func forms(asTyped: Bool = false) -> Set<String> {
        var forms: Set = [digits]
        if let whole, !asTyped || groups.last == "00" { forms.insert(whole) }
        if let national = Self.national(digits) { forms.insert(national) }
        for form in forms where form.hasPrefix("0") && (9...10).contains(form.utf8.count) {
            forms.insert(String(form.dropFirst()))
        }
        return forms
    }

    /// Whether a word-by-word search would miss one of its forms.
    package var isGrouped: Bool { groups.count > 1 || isNamed || forms().count > 1 }

    /// Returns a phone number without its country code: +48 and nine digits, +972 and eight or nine.
    private static func national(_ digits: String) -> String? {
        let plain = digits.hasPrefix("00") ? digits.dropFirst(2) : digits[...]
        switch plain.utf8.count {
        case 11 where plain.hasPrefix("48"): return String(plain.dropFirst(2))
        case 11...12 where plain.hasPrefix("972"): return String(plain.dropFirst(3))
        default: return nil
        }
    }
}

extension WrittenNumber {
    /// Returns the numbers of a text, in order. Digits directly after letters are part of a word, unless these are a
    /// known name.
    package static func all(in text: String) -> [WrittenNumber] {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0xD9 }) else { return [] }
        var (found, scanner): ([WrittenNumber], NumberScanner) = ([], NumberScanner())
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let ended = scanner.take(scalars[index], at: index, before: scalars.index(after: index))
            if let ended { found.append(ended) }
        }
        if let ended = scanner.close() { found.append(ended) }
        return found
    }
}

/// Scans a text once, character by character, for numbers.
private struct NumberScanner {
    private var name = NumberName()
    private var start: String.Index?
    private var end: String.Index?
    private var (nameStart, isPart): (String.Index?, Bool) = (nil, false)
    private var groups: [String] = []
    /// Commas and full stops between the groups.
    private var marks: [Unicode.Scalar] = []
    /// The characters since the last digit.
    private var between: [Unicode.Scalar] = []
    private var isSpaced = true

    /// A longer sequence of digits is not a number.
    private static let longest = 40

    /// - Returns: the number that ended before this character.
    mutating func take(_ sign: Unicode.Scalar, at index: String.Index, before next: String.Index) -> WrittenNumber? {
        if let digit = sign.shownDigit { return add(digit, index, next) }
        if sign.isInvisible { return nil }
        if start != nil, between.count < 3, Self.mayStandBetween(sign) {
            between.append(sign)
            return nil
        }
        let ended = close()
        name.take(sign, at: index)
        return ended
    }

    private mutating func add(_ digit: UInt8, _ index: String.Index, _ next: String.Index) -> WrittenNumber? {
        var ended: WrittenNumber?
        if start != nil, !between.isEmpty {
            if goesOn {
                marks += between.filter { $0 == "," || $0 == "." }
                isSpaced = isSpaced && between.allSatisfy(Self.isBlank)
                groups.append("")
            } else {
                ended = close()
            }
        }
        if start == nil {
            (start, groups) = (index, [""])
            (nameStart, isPart) = (name.start, name.isWord)
        }
        groups[groups.count - 1].append(String(digit))
        (between, end) = ([], next)
        return ended
    }

    /// Ends the current number, if any.
    mutating func close() -> WrittenNumber? {
        guard let start, let end else { return nil }
        let (groups, nameStart, isPart, isSum, isSpaced) = (groups, nameStart, isPart, isSum, isSpaced)
        self = NumberScanner()
        let count = groups.reduce(0) { $0 + $1.utf8.count }
        // Before a short one, the name is a coincidence: "tel. 5".
        let named = count >= 7 ? nameStart : nil
        guard count <= Self.longest, !isPart else { return nil }
        return WrittenNumber(
            range: start..<end, nameStart: named ?? start, groups: groups, isNamed: named != nil,
            isSpaced: isSpaced, whole: isSum ? groups.dropLast().joined() : nil)
    }

    /// Whether two digits follow the only comma, or the only full stop.
    private var isSum: Bool {
        groups.last?.utf8.count == 2 && marks.last.map { mark in marks.count { $0 == mark } == 1 } == true
    }

    /// Whether the characters since the last digit may stand inside a number: one character, or several with a dash or
    /// a bracket among them. The decimals of an amount end it.
    private var goesOn: Bool {
        let last = groups.last?.utf8.count ?? 0
        switch marks.last {
        case ",": if last != 3 { return false }
        case "." where isSum && between != ["."]: return false
        default: break
        }
        if between.count == 1 { return true }
        return between.allSatisfy { Self.isBlank($0) || Self.isDash($0) || $0 == "(" || $0 == ")" }
            && !between.allSatisfy(Self.isBlank)
    }

    private static let signs: Set<Unicode.Scalar> = Set("./\\_,·•‧∙'’|()".unicodeScalars)

    private static func mayStandBetween(_ sign: Unicode.Scalar) -> Bool {
        isBlank(sign) || isDash(sign) || signs.contains(sign)
    }

    private static func isBlank(_ sign: Unicode.Scalar) -> Bool {
        sign.isASCII ? sign == " " : sign.properties.generalCategory == .spaceSeparator
    }

    private static func isDash(_ sign: Unicode.Scalar) -> Bool {
        sign.isASCII ? sign == "-" : sign == "\u{2212}" || sign.properties.generalCategory == .dashPunctuation
    }
}

/// The letters before a number: its name, or the word of which it is a part.
private struct NumberName {
    private var letters = String.UnicodeScalarView()
    private var begin: String.Index?
    private var (isGlued, isSpaced) = (true, false)

    /// Folded, letters alone.
    private static let known: Set = [
        "pl", "il", "nip", "nippl", "regon", "pesel", "iban", "ibanpl", "nrb", "tel", "חפ", "עמ", "טל",
    ]

    private var isKnown: Bool { Self.known.contains(SearchFolding.fold(String(letters))) }

    /// The start of the name; `nil` when there is none.
    var start: String.Index? { !letters.isEmpty && isKnown ? begin : nil }
    /// Whether the letters directly precede the number and are not a name.
    var isWord: Bool { !letters.isEmpty && isGlued && !isKnown }

    mutating func take(_ sign: Unicode.Scalar, at index: String.Index) {
        if sign.isASCII ? ("a"..."z").contains(sign) || ("A"..."Z").contains(sign) : sign.properties.isAlphabetic {
            // "NIP PL", "ח.פ.": a name may have several parts.
            if letters.isEmpty || !isGlued && !isKnown && (isSpaced || letters.count > 1) {
                (letters, begin) = (.init(), index)
            }
            // No name is longer.
            if letters.count < 16 { letters.append(sign) }
            (isGlued, isSpaced) = (true, false)
        } else if sign == " " || ".:״\"׳'+".unicodeScalars.contains(sign) || sign.properties.isWhitespace {
            isGlued = false
            isSpaced = isSpaced || sign.properties.isWhitespace
        } else {
            self = NumberName()
        }
    }
}
