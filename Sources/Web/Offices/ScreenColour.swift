import Foundation
import Models

/// A colour of a screen with as many decimals as arithmetic takes: red, green and blue from 0 to 1 (sRGB).
struct ScreenColour {
    private let parts: [Double]

    init(_ colour: Colour) { parts = [colour.red, colour.green, colour.blue].map { Double($0) / 255 } }

    init(linear: [Double]) {
        parts = linear.map { $0 <= 0.0031308 ? 12.92 * $0 : 1.055 * pow($0, 1 / 2.4) - 0.055 }
    }

    private init(parts: [Double]) { self.parts = parts }

    var linear: [Double] { parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) } }

    /// The colour that a screen shows.
    var colour: Colour {
        let bytes = parts.map { UInt8(min(255, max(0, ($0 * 255).rounded(.toNearestOrEven)))) }
        return Colour(red: bytes[0], green: bytes[1], blue: bytes[2])
    }

    /// As `color-mix(in srgb, …)` does.
    func mixed(_ share: Double, into ground: ScreenColour) -> ScreenColour {
        ScreenColour(parts: zip(parts, ground.parts).map { $0 * share + $1 * (1 - share) })
    }

    /// The contrast of one on the other, from 1 to 21 (WCAG 2.2).
    func contrast(on ground: ScreenColour) -> Double {
        let (one, other) = (luminance + 0.05, ground.luminance + 0.05)
        return max(one, other) / min(one, other)
    }

    private var luminance: Double {
        let linear = linear
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

extension ScreenColour: ExpressibleByStringLiteral {
    init(stringLiteral hex: String) {
        guard let colour = Colour(hex) else { preconditionFailure("\(hex) is no colour") }
        self.init(colour)
    }
}
