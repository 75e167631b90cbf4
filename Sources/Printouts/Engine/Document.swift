import Foundation

/// A printout before it is drawn: its metadata, and its parts from top to bottom.
package struct Document {
    package enum Orientation: Sendable {
        case portrait, landscape
    }

    /// A block of the document. A table runs over as many pages as it needs; the others are small.
    package enum Part {
        case heading(String)
        case paragraph(String)
        /// Rows of boxes, each with a small label and a value, like official forms.
        case form([[Field]])
        case table(Table)
    }

    package let frame: PrintoutFrame
    package var title: String
    /// Words after the title in the metadata, such as the form with its variant.
    package var subject: String
    package var orientation: Orientation
    /// The direction of the parts; the frame has its own. Polish forms run from left to right in a Hebrew frame too.
    package var direction: FrameWords.Direction
    package var parts: [Part]

    package init(
        _ title: String, subject: String, orientation: Orientation, direction: FrameWords.Direction = .leftToRight,
        frame: PrintoutFrame, parts: [Part]
    ) {
        self.title = title
        self.subject = subject
        self.orientation = orientation
        self.direction = direction
        self.frame = frame
        self.parts = parts
    }
}

/// The texts on every page around the content: the firm, and the source of the printout.
package struct PrintoutFrame: Sendable {
    package var words: FrameWords
    package var firm: String
    package var taxIdentifier: String
    package var period: String
    /// The office that makes it: the author in the metadata.
    package var office: String
    /// The time of making, an argument so that equal input gives equal bytes.
    package var madeAt: Date
    /// The same time formatted for the office, in its time zone.
    package var madeOn: String
    /// SHA-256 of the imported file, in hex.
    package var sourceDigest: String
    package var letterhead = Letterhead()

    package init(
        words: FrameWords, firm: String, taxIdentifier: String, period: String, office: String, madeAt: Date,
        madeOn: String, sourceDigest: String
    ) {
        self.words = words
        self.firm = firm
        self.taxIdentifier = taxIdentifier
        self.period = period
        self.office = office
        self.madeAt = madeAt
        self.madeOn = madeOn
        self.sourceDigest = sourceDigest
    }
}

/// A box of a form: a small label above a value.
package struct Field: Sendable {
    package var label: String
    package var value: String
    /// The relative width of the box in its row.
    package var share: Double
    package var alignment: Alignment

    package init(_ label: String, _ value: String, share: Double = 1, alignment: Alignment = .start) {
        self.label = label
        self.value = value
        self.share = share
        self.alignment = alignment
    }
}

/// The alignment of text in its column, relative to the reading direction.
package enum Alignment: Sendable {
    case start, center, end
}
