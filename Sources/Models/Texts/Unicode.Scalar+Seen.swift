/// The visible appearance of a code point.
extension Unicode.Scalar {
    /// Whether it is drawn as nothing: zero-width and direction characters, soft hyphens, fillers, noncharacters.
    var isInvisible: Bool {
        if isASCII { return false }
        switch properties.generalCategory {
        case .format, .control, .surrogate: return true
        default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }

    /// Whether it is visible by itself: not a blank, and not a combining mark.
    var isShown: Bool {
        if isASCII { return value > 0x20 && value < 0x7F }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return false
        default: return !isInvisible && !properties.isWhitespace
        }
    }

    /// Whether it is invisible but changes the appearance of the character before it: the joiners of emoji, and of
    /// Arabic and Indic letters.
    func joins(behind sign: Unicode.Scalar?) -> Bool {
        guard let sign, 0x200C...0x200D ~= value || value == 0xFE0F else { return false }
        return 0x600..<0x1000 ~= sign.value || sign.value == 0xFE0F || !sign.isASCII && sign.properties.isEmoji
    }

    /// The digit that it shows, in any script and shape, including full-width and circled digits.
    var shownDigit: UInt8? {
        if isASCII { return ("0"..."9").contains(self) ? UInt8(value - 48) : nil }
        switch properties.numericType {
        case .decimal, .digit: return properties.numericValue.map { UInt8($0) }
        default: return nil
        }
    }
}
