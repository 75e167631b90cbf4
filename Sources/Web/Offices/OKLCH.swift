import Foundation
import Models

/// A colour as people see it (OKLCH, Björn Ottosson 2020): lightness, colourfulness and hue, which can be changed one
/// without the other.
struct OKLCH {
    var lightness: Double
    var chroma: Double
    let hue: Double

    init(lightness: Double, chroma: Double, hue: Double) {
        (self.lightness, self.chroma, self.hue) = (lightness, chroma, hue)
    }

    init(_ colour: ScreenColour) {
        let lab = OKLab(colour)
        self.init(lightness: lab.l, chroma: hypot(lab.a, lab.b), hue: atan2(lab.b, lab.a))
    }

    /// Returns the colour for a screen, paler where a screen cannot show it as colourful.
    var shown: ScreenColour {
        var paler = self
        while paler.chroma > 0 {
            if let colour = paler.exact { return colour }
            paler.chroma -= 0.004
        }
        paler.chroma = 0
        return paler.exact ?? ScreenColour(Colour(red: 0, green: 0, blue: 0))
    }

    private var exact: ScreenColour? {
        let linear = OKLab(l: lightness, a: chroma * cos(hue), b: chroma * sin(hue)).linear
        guard (linear.map { -1e-4 <= $0 && $0 <= 1.0001 }) == [true, true, true] else { return nil }
        return ScreenColour(linear: linear.map { min(1, max(0, $0)) })
    }
}

/// The same as coordinates, in which a distance says how different two colours look.
struct OKLab {
    let l: Double
    let a: Double
    let b: Double

    init(l: Double, a: Double, b: Double) { (self.l, self.a, self.b) = (l, a, b) }

    init(_ colour: ScreenColour) {
        let (red, green, blue) = (colour.linear[0], colour.linear[1], colour.linear[2])
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        l = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    var linear: [Double] {
        func cube(_ value: Double) -> Double { value * value * value }
        let long = cube(l + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(l - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(l - 0.0894841775 * a - 1.2914855480 * b)
        return [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ]
    }

    func distance(to other: OKLab) -> Double { hypot(hypot(l - other.l, a - other.a), b - other.b) }
}
