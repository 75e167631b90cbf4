import Models

/// Says whose files those of a draft are, as far as is known.
struct FileCheckView: Encodable {
    let wrong: WrongFilesView?
    /// PDFs whose text could not be read.
    let unchecked: [String]
    let hasUnchecked: Bool
    /// Dropped files that go to nobody.
    let leftText: String?
    /// That files were declared lost since they were added.
    let lostText: String?

    init(_ check: DraftFileCheck, _ text: LanguageText) {
        wrong = check.wrong.map { WrongFilesView($0, text) }
        unchecked = check.unchecked
        hasUnchecked = !check.unchecked.isEmpty
        leftText = check.leftCount == 0 ? nil : text.plural("drop.left", check.leftCount)
        let names = check.lost.map(\.isolated).joined(separator: ", ")
        lostText = check.lost.isEmpty ? nil : text("broadcasts.check.lost", ["names": names])
    }
}
