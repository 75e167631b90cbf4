import Foundation

/// The codes in addresses and forms that replace the numbers of rows: 13 letters and digits, which do not reveal how
/// many conversations an office has or which of two came first. They are a keyed permutation of 64-bit numbers, so no
/// code needs to be stored.
///
/// The permutation is Speck64/128 ("The Simon and Speck Families of Lightweight Block Ciphers", IACR 2013/404): its
/// block is as small as the number, which keeps addresses short; AES would double them. A code is no permission: access
/// to a row is checked each time, whatever its code.
package struct AddressCodes: Sendable {
    /// The bytes of a key.
    package static let keyCount = 16

    /// The letters and digits of a code.
    package static let count = 13

    private static let rounds = 27

    private let keys: [UInt32]

    /// - Parameter key: 16 bytes.
    package init(key: Data) {
        precondition(key.count == Self.keyCount, "a key of addresses has \(Self.keyCount) bytes")
        let bytes = [UInt8](key)
        var words = stride(from: 0, to: bytes.count, by: 4).map { start in
            bytes[start..<start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        var keys = [words.removeFirst()]
        for round in 0..<UInt32(Self.rounds - 1) {
            var half = (words.removeFirst(), keys[Int(round)])
            Self.mix(&half, round)
            words.append(half.0)
            keys.append(half.1)
        }
        self.keys = keys
    }

    /// Returns the code of a number.
    package func code(_ number: Int64) -> String {
        let bits = UInt64(bitPattern: number)
        var half = (UInt32(truncatingIfNeeded: bits >> 32), UInt32(truncatingIfNeeded: bits))
        for key in keys { Self.mix(&half, key) }
        let block = UInt64(half.0) << 32 | UInt64(half.1)
        return String(unsafeUninitializedCapacity: Self.count) { buffer in
            for place in 0..<Self.count {
                buffer[place] = Self.letters[Int(block >> UInt64(5 * (Self.count - 1 - place)) & 31)]
            }
            return Self.count
        }
    }

    /// Returns the number of a code; `nil` for a malformed code. An invented one gives a number that no row has.
    package func number(_ code: some StringProtocol) -> Int64? {
        let bytes = code.utf8
        guard bytes.count == Self.count else { return nil }
        var block: UInt64 = 0
        for (place, byte) in bytes.enumerated() {
            // 13 letters have 65 bits: the first of them has only four.
            guard let value = Self.values[Int(byte)], place > 0 || value < 16 else { return nil }
            block = block << 5 | UInt64(value)
        }
        var half = (UInt32(truncatingIfNeeded: block >> 32), UInt32(truncatingIfNeeded: block))
        for key in keys.reversed() { Self.unmix(&half, key) }
        return Int64(bitPattern: UInt64(half.0) << 32 | UInt64(half.1))
    }

    /// Applies a round of the cipher, with the rotations by 8 and 3 of its larger sizes.
    private static func mix(_ half: inout (UInt32, UInt32), _ key: UInt32) {
        half.0 = ((half.0 >> 8 | half.0 << 24) &+ half.1) ^ key
        half.1 = (half.1 << 3 | half.1 >> 29) ^ half.0
    }

    private static func unmix(_ half: inout (UInt32, UInt32), _ key: UInt32) {
        let low = half.1 ^ half.0
        half.1 = low >> 3 | low << 29
        let high = (half.0 ^ key) &- half.1
        half.0 = high << 8 | high >> 24
    }

    /// Without i, l, o and u, which look like digits or form words.
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()
}
