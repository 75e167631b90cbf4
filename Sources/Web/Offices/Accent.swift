import Foundation
import Models
import Secrets
import Synchronization

/// The office's colour as pages use it: moved to the nearest lightness at which everything in it and on it can be read,
/// once for light pages and once for dark ones.
struct Accent {
    /// The contrast that WCAG 2.2 AA asks of text.
    static let needed = 4.5

    let light: ScreenColour
    let dark: ScreenColour
    /// What stands on it on dark pages.
    let darkInk: ScreenColour

    /// The grounds on which it stands: `tokens.css` has the same, which a test compares.
    enum Ground {
        static let ink: ScreenColour = "#ffffff"
        static let page: ScreenColour = "#f7f6f3"
        static let card: ScreenColour = "#ffffff"
        static let darkCard: ScreenColour = "#1b211f"
        /// The colours of what waits and of what is wrong.
        static let states: [ScreenColour] = ["#8a5200", "#b3261e"]
        /// How much of it the soft ground has.
        static let soft = 0.12
        static let darkSoft = 0.16
        /// How much of it a client's head has; the rest is black.
        static let deep = 0.82
    }

    init(_ chosen: Colour) {
        let seen = OKLCH(ScreenColour(chosen))
        light = Self.light(seen)
        (dark, darkInk) = Self.dark(seen)
    }

    private static func light(_ chosen: OKLCH) -> ScreenColour {
        var accent = chosen
        accent.chroma = min(accent.chroma, 0.15)
        while true {
            let shown = accent.shown
            if lightContrasts(shown).allSatisfy({ $0 >= needed }) { return shown }
            accent.lightness -= 0.005
        }
    }

    private static func dark(_ chosen: OKLCH) -> (accent: ScreenColour, ink: ScreenColour) {
        var accent = chosen
        accent.chroma = min(accent.chroma, 0.11)
        accent.lightness = max(accent.lightness, 0.75)
        let ink = OKLCH(lightness: 0.22, chroma: min(accent.chroma, 0.03), hue: accent.hue).shown
        while true {
            let shown = accent.shown
            let soft = shown.mixed(Ground.darkSoft, into: Ground.darkCard)
            let contrasts = [
                shown.contrast(on: Ground.darkCard), shown.contrast(on: soft), shown.contrast(on: ink),
            ]
            // White is the lightest, and reads on everything dark.
            if contrasts.allSatisfy({ $0 >= needed }) || accent.lightness >= 1 { return (shown, ink) }
            accent.lightness += 0.005
        }
    }

    /// Of the text on a button, of a link on the page, and of a link on the soft ground.
    private static func lightContrasts(_ accent: ScreenColour) -> [Double] {
        [
            Ground.ink.contrast(on: accent), accent.contrast(on: Ground.page),
            accent.contrast(on: accent.mixed(Ground.soft, into: Ground.card)),
        ]
    }

    /// The ground of a client's head, in light and in dark: `--deep` of the stylesheet.
    var deep: ScreenColour {
        let (seen, share) = (OKLab(light), Ground.deep)
        return ScreenColour(linear: OKLab(l: seen.l * share, a: seen.a * share, b: seen.b * share).linear)
    }

    var buttonContrast: Double { Ground.ink.contrast(on: light) }
    var linkContrast: Double {
        min(light.contrast(on: Ground.page), light.contrast(on: light.mixed(Ground.soft, into: Ground.card)))
    }
    var darkContrast: Double { min(dark.contrast(on: Ground.darkCard), darkInk.contrast(on: dark)) }

    /// Whether it looks like what waits, or like what is wrong: then the words tell them apart, and not the colour.
    var resemblesState: Bool {
        let own = OKLab(light)
        return Ground.states.contains { OKLab($0).distance(to: own) < 0.10 }
    }
}

extension Accent {
    /// The tokens of the colour, for pages and for previews in one scheme.
    var stylesheet: String {
        let (light, dark, ink) = (light.colour.hex, dark.colour.hex, darkInk.colour.hex)
        let day = """
            --accent: \(light); --accent-ink: #fff; \
            --accent-soft: color-mix(in srgb, \(light) 12%, var(--card)); \
            --accent-strong: color-mix(in srgb, \(light) 84%, #000)
            """
        let night = """
            --accent: \(dark); --accent-ink: \(ink); \
            --accent-soft: color-mix(in srgb, \(dark) 16%, var(--card)); \
            --accent-strong: color-mix(in srgb, \(dark) 84%, #fff)
            """
        let deep = """
            --deep: color-mix(in oklab, \(light) 82%, #000); --deep-soft: color-mix(in oklab, #fff 80%, \(light))
            """
        return """
            @layer tokens {
              :root { \(day); \(deep) }
              @media (prefers-color-scheme: dark) { :root { \(night) } }
              [data-scheme="light"] { \(day) }
              [data-scheme="dark"] { \(night) }
            }

            """
    }

    /// Skrytka's own, of an office that has chosen none.
    static let skrytka = Accent(Colour(red: 0x0D, green: 0x6B, blue: 0x5A))
    static let skrytkasHead = skrytka.deep.colour.hex

    /// What pages say of a colour's `deep`. Every page asks for that of the same office, so the last one is kept.
    static func headColour(of chosen: Colour) -> String {
        if let last = lastHead.withLock({ $0 }), last.chosen == chosen { return last.head }
        let head = Accent(chosen).deep.colour.hex
        lastHead.withLock { $0 = (chosen, head) }
        return head
    }

    private static let lastHead = Mutex<(chosen: Colour, head: String)?>(nil)

    /// Changes with the arithmetic and with the form of the stylesheet, so that a browser never keeps an old one.
    static let fingerprint: String = {
        let accents = ["#ffd200", "#1f5fa8", "#ff4fa3"].compactMap(Colour.init).map { Accent($0) }
        let samples = accents.map { $0.stylesheet + $0.deep.colour.hex }
        return Hex.text(SHA256Digest.of(Data(samples.joined().utf8)).prefix(6))
    }()
}

extension Path {
    /// The stylesheet of a colour.
    static func accent(of colour: Colour) -> Path { .accent(Accent.fingerprint, colour.digits) }

    /// The manifest of the installed page in a colour.
    static func manifest(of colour: Colour, _ assets: Assets) -> Path {
        .manifest(Accent.fingerprint + assets.digest, colour.digits)
    }
}
