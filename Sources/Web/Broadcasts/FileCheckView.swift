/// What is known of whose files those of a draft are.
struct FileCheckView: Sendable {
    let wrong: WrongFilesView?
    /// PDFs whose text could not be read.
    let unchecked: [String]
    let hasUnchecked: Bool

    init(_ wrong: WrongFilesView?, unchecked: [String]) {
        self.wrong = wrong
        self.unchecked = unchecked
        hasUnchecked = !unchecked.isEmpty
    }
}
