import Foundation
import Models
import Printouts
import Secrets

extension Portal {
    /// Returns the file of a printout with its frame in a person's language, making it if needed.
    func file(of printout: ReachablePrintout, for person: Person, office: Office) async throws -> PrintoutFile {
        let (now, framing) = framing(for: person, office)
        return try await printing.file(of: printout, in: person.language, by: person.id, at: now, framing: framing)
    }

    /// Does the same, or returns the progress when it takes long.
    func file(
        of printout: ReachablePrintout, for person: Person, office: Office, patience: Duration
    ) async throws -> PrintingPool.Outcome {
        let (now, framing) = framing(for: person, office)
        return try await printing.file(
            of: printout, in: person.language, by: person.id, at: now, patience: patience, framing: framing)
    }

    private func framing(for person: Person, _ office: Office) -> (now: Date, framing: PrintingPool.Framing) {
        let format = Format(text: renderer.text(person.language), zone: office.zone, now: now())
        return (
            format.now,
            { printout in
                var frame = frame(printout, office, format)
                frame.letterhead = try letterhead(of: office)
                return (frame, format.fileName(of: printout))
            }
        )
    }

    /// The logo of the moment and the colour as it reads on paper.
    private func letterhead(of office: Office) throws -> Letterhead {
        let logo = office.logo == nil ? nil : try database.readHere { db in try Picture.logo(db) }
        return Letterhead(logo: logo?.bytes, accent: office.accent.map { Ink(Accent($0).light) })
    }

    private func frame(_ printout: ReachablePrintout, _ office: Office, _ format: Format) -> PrintoutFrame {
        let text = format.text
        let words = FrameWords(
            direction: text.direction == "rtl" ? .rightToLeft : .leftToRight, firm: text("printouts.frame.firm"),
            taxIdentifier: printout.ownNumber == nil
                ? text("printouts.frame.identifier.\(printout.country.rawValue)") : "PESEL",
            period: text("printouts.frame.period"), madeOn: text("printouts.frame.madeOn"),
            pages: text("printouts.frame.pages"), informational: text("printouts.frame.informational"),
            source: text("printouts.frame.source"))
        return PrintoutFrame(
            words: words, firm: printout.ownName ?? printout.firmName,
            taxIdentifier: printout.ownNumber ?? printout.taxIdentifier,
            period: printout.period.map(format.period) ?? "–", office: office.name, madeAt: format.now,
            madeOn: format.fullMoment(format.now), sourceDigest: Hex.text(printout.sourceDigest))
    }
}

extension Ink {
    fileprivate init(_ colour: ScreenColour) {
        let shown = colour.colour
        self.init(red: Double(shown.red) / 255, green: Double(shown.green) / 255, blue: Double(shown.blue) / 255)
    }
}
