/// What stands around a printout on every page, in one language. The headings of official ledgers are not among it:
/// they are Polish whoever reads them.
package struct Words: Sendable, Equatable {
    package enum Direction: Sendable {
        case leftToRight, rightToLeft
    }

    package var direction: Direction
    /// Labels of the firm's name, of its identifier (`NIP`) and of the period.
    package var firm: String
    package var taxIdentifier: String
    package var period: String
    /// Before the day and the office: `Sporządzono`.
    package var madeOn: String
    /// `Strona {page} z {pages}`.
    package var pages: String
    /// `Wydruk informacyjny`: the file is the proof, this paper is not.
    package var informational: String
    /// Before the digest: `Plik źródłowy, SHA-256`.
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
