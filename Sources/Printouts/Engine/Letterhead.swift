import Foundation

/// What makes a page the office's own: its logo at the head and its colour in the line below. Without them a page has
/// neither.
package struct Letterhead: Sendable {
    /// A PNG.
    package var logo: Data?
    package var accent: Ink?

    package init(logo: Data? = nil, accent: Ink? = nil) {
        (self.logo, self.accent) = (logo, accent)
    }
}

/// A colour on paper: red, green and blue from 0 to 1.
package struct Ink: Sendable {
    let red: Double
    let green: Double
    let blue: Double

    package init(red: Double, green: Double, blue: Double) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    init(grey: Double) { self.init(red: grey, green: grey, blue: grey) }
}
