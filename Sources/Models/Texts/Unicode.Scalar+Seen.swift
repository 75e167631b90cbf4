/// What a person sees of a code point.
extension Unicode.Scalar {
    /// Whether nothing is drawn for it: zero-width and direction signs, soft hyphens, fillers, what stands for no
    /// character.
    var isInvisible: Bool {
        if isASCII { return false }
        switch properties.generalCategory {
        case .format, .control, .surrogate: return true
        default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }

    /// Whether it can stand alone and be seen: no blank, and no mark on nothing.
    var isShown: Bool {
        if isASCII { return value > 0x20 && value < 0x7F }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return false
        default: return !isInvisible && !properties.isWhitespace
        }
    }

    /// Whether it is invisible and still changes how the sign before it looks: the joiners of emoji, and those of
    /// Arabic and Indian letters.
    func joins(behind sign: Unicode.Scalar?) -> Bool {
        guard let sign, 0x200C...0x200D ~= value || value == 0xFE0F else { return false }
        return 0x600..<0x1000 ~= sign.value || sign.value == 0xFE0F || !sign.isASCII && sign.properties.isEmoji
    }

    /// The digit that it shows, in whatever writing and shape: those in full width and in circles too.
    var shownDigit: UInt8? {
        if isASCII { return ("0"..."9").contains(self) ? UInt8(value - 48) : nil }
        switch properties.numericType {
        case .decimal, .digit: return properties.numericValue.map { UInt8($0) }
        default: return nil
        }
    }
}
