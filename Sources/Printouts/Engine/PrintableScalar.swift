/// Decides which characters of a text are printed.
enum PrintableScalar {
    static let softHyphen: UInt32 = 0xAD

    /// Returns the character itself, a space for a control character, `nil` for one that is invisible or changes the
    /// direction.
    static func kept(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x20..<0x7F: scalar
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: 0x20
        // Soft hyphen, zero widths, direction marks and overrides, isolates, the byte order mark.
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF, 0xFFF9...0xFFFB: nil
        case 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF: nil
        default: scalar
        }
    }

    static func clean(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let kept = kept(scalar.value).flatMap(Unicode.Scalar.init) { clean.append(kept) }
        }
        return String(clean)
    }
}

/// Reads the scalars of valid UTF-8, faster than iterating a `String`.
struct ScalarReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func next() -> UInt32? {
        guard place < bytes.count else { return nil }
        let first = UInt32(bytes[place])
        place += 1
        if first < 0x80 { return first }
        let more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
        var scalar = first & (0x7F >> UInt32(more + 1))
        for _ in 0..<more where place < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
            place += 1
        }
        return scalar
    }
}
