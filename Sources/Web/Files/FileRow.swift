import Dates
import Models

/// A file in a client's list. The whole row downloads it.
struct FileRow: Encodable {
    /// The link to download it; `nil` when its bytes are lost.
    let fileHref: String?
    /// `UPO JPK_V7M · wrzesień 2026`, or the file's own name.
    let fileTitle: String
    let fileKind: String
    let facts: String
    let subject: String
    let subjectHref: String
    let takenText: String?
    let isPayroll: Bool
    let isWaiting: Bool
    let isSuperseded: Bool
    let isLost: Bool
}

extension FileRow {
    init(_ file: ClientFiles.File, _ paths: ClientPaths, showsFirm: Bool, _ format: Format) {
        let path = file.isPrintout ? Path.printout(file.id) : Path.attachment(file.id)
        let facts = [showsFirm ? file.firmName : nil] + format.facts(of: file)
        self.init(
            fileHref: file.isLost ? nil : path.with(["message": "\(file.messageId)"]),
            fileTitle: format.title(of: file), fileKind: file.fileKind ?? "PDF",
            facts: facts.compactMap { $0?.isolated }.joined(separator: " · "), subject: file.subject,
            subjectHref: paths.link(.conversation(file.conversationId), at: file.messageId),
            takenText: file.takenAt.map { format.text("files.taken", ["at": format.moment($0)]) },
            isPayroll: file.isPayroll, isWaiting: file.isWaiting(at: format.now), isSuperseded: file.isSuperseded,
            isLost: file.isLost)
    }
}

extension Format {
    /// Returns a printout's short name, with the form where a kind has many forms: `UPO JPK_V7M`; for another file its
    /// own name.
    func name(of file: ClientFiles.File) -> String {
        guard let kind = file.kind else { return file.name ?? "" }
        let name = text("printouts.file.\(kind.rawValue)")
        return kind == .declaration || kind == .receipt ? "\(name) \(file.structure ?? "")" : name
    }

    /// Returns the name with the period: several files differ by that alone.
    func title(of file: ClientFiles.File) -> String {
        guard file.isPrintout, let period = file.period.map(period) else { return name(of: file) }
        return "\(name(of: file).isolated) · \(period.isolated)"
    }

    /// Returns what to know of a file before it is downloaded, the most important first.
    fileprivate func facts(of file: ClientFiles.File) -> [String?] {
        [
            file.isSuperseded ? text("files.superseded") : nil,
            file.purpose == .correction ? text("printouts.correction") : nil,
            proof(of: file), file.size.flatMap { file.isPrintout ? nil : size($0) },
        ]
    }

    /// Returns when a receipt's document was accepted; whether a declaration has its receipt; for other files when they
    /// were sent, and from which side.
    private func proof(of file: ClientFiles.File) -> String {
        if let acceptedAt = file.acceptedAt { return text("files.accepted", ["at": day(acceptedAt)]) }
        // That the office paired them by hand does not matter to a client.
        let doubt = file.receiptDoubt == .byHand ? nil : file.receiptDoubt
        if let state = file.kind.flatMap({ receiptState($0, at: file.receiptAt, doubt) }) { return state }
        return text(file.side == .office ? "files.came" : "files.went", ["at": day(file.sentAt)])
    }

    /// Returns the words by which a file is found besides its name.
    func words(of file: ClientFiles.File) -> String {
        guard let kind = file.kind else { return file.fileKind ?? "" }
        return [name(of: file), name(kind), file.period.map(period), file.untilOn?.text]
            .compactMap(\.self).joined(separator: " ")
    }
}
