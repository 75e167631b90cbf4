/// A number in a text, in the groups in which people write it: `526-104-08-28`, `PL61 1090 1014…`, `+48 600 000 597`,
/// `12 345,67`. However it is written, it has one of the same ``forms(asTyped:)``, by which a search finds it.
package struct WrittenNumber: Sendable {
    /// Where its digits are.
    package let range: Range<String.Index>
    /// Where the name begins that stands before it, if one does.
    let nameStart: String.Index
    /// Its digits as they stand together.
    let groups: [String]
    /// Whether its name stands before it: `PL526…`, `NIP 526…`.
    let isNamed: Bool
    /// Whether there are only blanks between its groups, which may be numbers of their own.
    let isSpaced: Bool
    /// Of a sum with two decimals: what stands before them.
    let whole: String?

    var digits: String { groups.joined() }

    /// Its digits, without the country of a phone, without the zero that stands there instead, and a sum without its
    /// decimals.
    /// - Parameter asTyped: of what is searched for, decimals count unless they are zeros: `12,50` is not `12,99`.
    package func forms(asTyped: Bool = false) -> Set<String> {
        var forms: Set = [digits]
        if let whole, !asTyped || groups.last == "00" { forms.insert(whole) }
        if let national = Self.national(digits) { forms.insert(national) }
        for form in forms where form.hasPrefix("0") && (9...10).contains(form.utf8.count) {
            forms.insert(String(form.dropFirst()))
        }
        return forms
    }

    /// Whether a word-by-word search would not find it in each of its forms.
    package var isGrouped: Bool { groups.count > 1 || isNamed || forms().count > 1 }

    /// A phone without the code of its country: +48 and nine digits, +972 and eight or nine.
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
    /// The numbers of a text, in order. One with other letters right before it is part of a word, and none.
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

/// Goes through a text once, sign by sign, and gives its numbers.
private struct NumberScanner {
    private var name = NumberName()
    private var start: String.Index?
    private var end: String.Index?
    private var (nameStart, isPart): (String.Index?, Bool) = (nil, false)
    private var groups: [String] = []
    /// Commas and full stops between the groups.
    private var marks: [Unicode.Scalar] = []
    /// What has come since the last digit.
    private var between: [Unicode.Scalar] = []
    private var isSpaced = true

    /// Longer rows of digits are no number of anybody.
    private static let longest = 40

    /// - Returns: the number that ended before this sign.
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

    /// Ends the number that has begun, if one has.
    mutating func close() -> WrittenNumber? {
        guard let start, let end else { return nil }
        let (groups, nameStart, isPart, isSum, isSpaced) = (groups, nameStart, isPart, isSum, isSpaced)
        self = NumberScanner()
        let count = groups.reduce(0) { $0 + $1.utf8.count }
        // A short one is named by chance: "tel. 5".
        let named = count >= 7 ? nameStart : nil
        guard count <= Self.longest, !isPart else { return nil }
        return WrittenNumber(
            range: start..<end, nameStart: named ?? start, groups: groups, isNamed: named != nil,
            isSpaced: isSpaced, whole: isSum ? groups.dropLast().joined() : nil)
    }

    /// Whether two digits stand behind the only comma, or the only full stop.
    private var isSum: Bool {
        groups.last?.utf8.count == 2 && marks.last.map { mark in marks.count { $0 == mark } == 1 } == true
    }

    /// Whether what has come since the last digit may stand inside of one number: one sign, or a few with a dash or a
    /// bracket among them. Nothing does behind the decimals of a sum.
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

/// The letters before a number: its name, or the word that it is a part of.
private struct NumberName {
    private var letters = String.UnicodeScalarView()
    private var begin: String.Index?
    private var (isGlued, isSpaced) = (true, false)

    /// Folded, letters alone.
    private static let known: Set = [
        "pl", "il", "nip", "nippl", "regon", "pesel", "iban", "ibanpl", "nrb", "tel", "חפ", "עמ", "טל",
    ]

    private var isKnown: Bool { Self.known.contains(SearchFolding.fold(String(letters))) }

    /// Where the name begins; nothing where there is none.
    var start: String.Index? { !letters.isEmpty && isKnown ? begin : nil }
    /// Whether the letters stand right before the number and are no name.
    var isWord: Bool { !letters.isEmpty && isGlued && !isKnown }

    mutating func take(_ sign: Unicode.Scalar, at index: String.Index) {
        if sign.isASCII ? ("a"..."z").contains(sign) || ("A"..."Z").contains(sign) : sign.properties.isAlphabetic {
            // "NIP PL", "ח.פ.": a name may be of parts.
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
