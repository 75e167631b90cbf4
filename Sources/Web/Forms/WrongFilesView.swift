import Models

/// What stands where a send stopped because of whose files they look like.
struct WrongFilesView: Sendable {
    struct File: Sendable {
        let wrongName: String
        let wrongFirms: String
    }

    let wrongFiles: [File]
    /// What is sent along by who says that they are right.
    let right: String

    init(_ wrong: WrongFiles, _ text: LanguageText) {
        right = wrong.name
        wrongFiles = wrong.files.map { file in
            let names = file.firms.map(\.isolated) + (file.hasOthers ? [text("wrongFiles.other")] : [])
            return File(
                wrongName: file.name, wrongFirms: text("wrongFiles.of", ["firms": names.joined(separator: ", ")]))
        }
    }
}
