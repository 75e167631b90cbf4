/// A formatting mark that a button of the office's composer inserts into a text.
///
/// Each is a code point that Unicode reserves for a program's internal use: no keyboard types it, no font shows it, and
/// ``TypedText`` removes it from all other input. So no typed character is ever a mark, nothing needs escaping, and a
/// text without its marks is what was typed. `Public/js/marks.js` has the same list.
package enum TextMark: UInt32, Sendable, CaseIterable {
    /// Applies up to the next one, or to the end of the line.
    case bold = 0xFDD2
    case italic = 0xFDD3
    /// `link label address https://… linkEnd`.
    case link = 0xFDD4
    case address = 0xFDD5
    case linkEnd = 0xFDD6
    /// At the beginning of a line.
    case heading = 0xFDD7
    case bullet = 0xFDD8
    /// An item whose number is typed.
    case number = 0xFDD9

    package init?(_ scalar: Unicode.Scalar) { self.init(rawValue: scalar.value) }

    package var scalar: Unicode.Scalar {
        guard let scalar = Unicode.Scalar(rawValue) else { preconditionFailure("\(rawValue) is no surrogate") }
        return scalar
    }
}

extension String {
    package init(_ mark: TextMark) { self.init(Character(mark.scalar)) }
}
