import Foundation
import Secrets
import Testing

@Suite("Codes of addresses")
struct AddressCodesTests {
    /// From the paper on Speck, appendix C, Speck64/128: key words 1b1a1918 13121110 0b0a0908 03020100.
    @Test("are made by Speck64/128, as its paper shows")
    func published() {
        let key = Data([0x00, 0x01, 0x02, 0x03, 0x08, 0x09, 0x0a, 0x0b, 0x10, 0x11, 0x12, 0x13, 0x18, 0x19, 0x1a, 0x1b])
        let codes = AddressCodes(key: key)
        #expect(codes.code(0x3b72_6574_7475_432d) == text(0x8c6f_a548_454e_028b))
        #expect(codes.number(text(0x8c6f_a548_454e_028b)) == 0x3b72_6574_7475_432d)
    }

    @Test("give back each number, and are 13 letters and digits")
    func roundTrip() {
        let codes = AddressCodes(key: SecureRandom.bytes(AddressCodes.keyCount))
        for number in [0, 1, 2, 31, 32, 1_000_000, .max, .min, -1]
            + (0..<1_000).map({ _ in Int64.random(in: 1 ... .max) })
        {
            let code = codes.code(number)
            #expect(
                code.utf8.count == AddressCodes.count
                    && code.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) })
            #expect(codes.number(code) == number)
        }
    }

    @Test("have one spelling: a capital, a letter that is none of theirs, more bits than 64 are no code")
    func spelling() {
        let codes = AddressCodes(key: Data(count: AddressCodes.keyCount))
        let code = codes.code(7)
        for wrong in [
            "", "7", code + "0", String(code.dropLast()), code.uppercased(), "g" + code.dropFirst(),
            "u" + code.dropFirst(),
            " " + code.dropFirst(), "é" + code.dropFirst(2),
        ] where wrong != code { #expect(codes.number(wrong) == nil, "\(wrong)") }
    }

    @Test("of one office say nothing in another, and neighbours look like strangers")
    func keyed() {
        let (one, other) = (AddressCodes(key: Data(count: 16)), AddressCodes(key: Data(repeating: 1, count: 16)))
        #expect(other.number(one.code(5)) != 5)
        let pairs = zip(one.code(5), one.code(6))
        #expect(pairs.filter { $0 == $1 }.count < 8)
    }

    private func text(_ block: UInt64) -> String {
        let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return String((0..<13).map { letters[Int(block >> UInt64(60 - 5 * $0) & 31)] })
    }
}
