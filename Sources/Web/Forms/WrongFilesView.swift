import Models

/// The part of a page with the reason why a send stopped: the firms that the files seem to be of.
struct WrongFilesView: Encodable {
    struct File: Encodable {
        let wrongName: String
        let wrongFirms: String
    }

    let wrongFiles: [File]
    /// The value that confirms that the files are right.
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
