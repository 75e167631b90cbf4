import Models

/// The part of a page that says why a send stopped: whose files they look like.
struct WrongFilesView: Encodable {
    struct File: Encodable {
        let wrongName: String
        let wrongFirms: String
    }

    let wrongFiles: [File]
    /// The value that whoever says that they are right sends along.
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
