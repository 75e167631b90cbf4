import Models

/// The remarks on a draft's files: whose they seem to be.
struct FileCheckView: Encodable {
    let wrong: WrongFilesView?
    /// PDFs whose text could not be read.
    let unchecked: [String]
    let hasUnchecked: Bool
    /// The number of files by firm that are not sent.
    let leftText: String?
    /// A remark that files were declared lost after they were added.
    let lostText: String?

    init(_ check: DraftFileCheck, _ text: LanguageText) {
        wrong = check.wrong.map { WrongFilesView($0, text) }
        unchecked = check.unchecked
        hasUnchecked = !check.unchecked.isEmpty
        leftText = check.leftCount == 0 ? nil : text.plural("filesByFirm.left", check.leftCount)
        let names = check.lost.map(\.isolated).joined(separator: ", ")
        lostText = check.lost.isEmpty ? nil : text("broadcasts.check.lost", ["names": names])
    }
}
