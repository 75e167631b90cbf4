import Foundation

/// A printout before it is drawn: what it says about itself, and its parts from top to bottom.
package struct Document {
    package enum Orientation: Sendable {
        case portrait, landscape
    }

    /// One block of the flow. A table runs over as many pages as it needs; the others are small.
    package enum Part {
        case heading(String)
        case paragraph(String)
        /// Rows of boxes, each with a small label and a value, as on official forms.
        case form([[Field]])
        case table(Table)
    }

    package let frame: PrintoutFrame
    package var title: String
    /// Further words after the title in the metadata, such as the form with its variant.
    package var subject: String
    package var orientation: Orientation
    /// Of the parts; the frame around them has its own. Polish forms read from the left in a Hebrew frame too.
    package var direction: Words.Direction
    package var parts: [Part]

    package init(
        _ title: String, subject: String, orientation: Orientation, direction: Words.Direction = .leftToRight,
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

/// Whose printout it is and where it comes from; the same on every page.
package struct PrintoutFrame: Sendable {
    package var words: Words
    package var firm: String
    package var taxIdentifier: String
    package var period: String
    /// The office that hands it out: the author in the metadata.
    package var office: String
    /// When it is made. An argument, so that the same input gives the same bytes.
    package var madeAt: Date
    /// The same moment as people of the office read it, in its zone and form.
    package var madeOn: String
    /// SHA-256 of the imported file, in hex.
    package var sourceDigest: String

    package init(
        words: Words, firm: String, taxIdentifier: String, period: String, office: String, madeAt: Date,
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
    /// The part of the row's width that the box takes, beside those of its neighbours.
    package var share: Double
    package var alignment: Alignment

    package init(_ label: String, _ value: String, share: Double = 1, alignment: Alignment = .start) {
        self.label = label
        self.value = value
        self.share = share
        self.alignment = alignment
    }
}

/// Where text stands in its column; the start is where reading begins.
package enum Alignment: Sendable {
    case start, center, end
}
