/// The texts of the frame on every page, in one language. They do not include the headings of official ledgers, which
/// are always Polish.
package struct FrameWords: Sendable, Equatable {
    package enum Direction: Sendable {
        case leftToRight, rightToLeft
    }

    package var direction: Direction
    /// The labels of the firm's name, its identifier (`NIP`) and the period.
    package var firm: String
    package var taxIdentifier: String
    package var period: String
    /// The text before the day and the office: `Sporządzono`.
    package var madeOn: String
    /// `Strona {page} z {pages}`.
    package var pages: String
    /// `Wydruk informacyjny`: the file is the proof, not this paper.
    package var informational: String
    /// The text before the digest: `Plik źródłowy, SHA-256`.
    package var source: String

    package init(
        direction: Direction, firm: String, taxIdentifier: String, period: String, madeOn: String, pages: String,
        informational: String, source: String
    ) {
        self.direction = direction
        self.firm = firm
        self.taxIdentifier = taxIdentifier
        self.period = period
        self.madeOn = madeOn
        self.pages = pages
        self.informational = informational
        self.source = source
    }
}
