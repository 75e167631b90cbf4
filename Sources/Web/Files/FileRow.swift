import Dates
import Models

/// A file in a client's list.
struct FileRow: Encodable {
    /// The heading of its month (its period's, or that of sending), if another month begins.
    let monthText: String?
    /// The link to download it; `nil` when its bytes are lost.
    let fileHref: String?
    let fileName: String
    let fileKind: String
    let facts: String
    let subject: String
    let subjectHref: String
    let firmName: String?
    let receiptState: String?
    let takenText: String?
    let isPayroll: Bool
    let isWaiting: Bool
    let isSuperseded: Bool
    let isLost: Bool
}

extension FileRow {

    /// - Parameters:
    ///   - month: the month of the row above.
    ///   - conversation: the link to the file's message.
    init(_ file: ClientFiles.File, _ format: Format, month: String?, showsFirm: Bool, conversation: String) {
        let text = format.text
        let facts = [
            file.period.map(format.period), file.purpose == .correction ? text("printouts.correction") : nil,
            file.size.map(format.size), text(file.side == .office ? "files.fromOffice" : "files.fromYou"),
            format.moment(file.sentAt),
        ]
        let path = file.isPrintout ? Path.printout(file.id) : Path.attachment(file.id)
        self.init(
            monthText: month, fileHref: file.isLost ? nil : path.with(["message": "\(file.messageId)"]),
            fileName: format.name(of: file), fileKind: file.fileKind ?? "PDF",
            facts: facts.compactMap { $0?.isolated }.joined(separator: " · "),
            subject: file.subject,
            subjectHref: conversation,
            firmName: showsFirm ? file.firmName : nil,
            receiptState: file.kind.flatMap { kind in
                // That the office paired them by hand does not matter to a client.
                format.receiptState(kind, at: file.receiptAt, file.receiptDoubt == .byHand ? nil : file.receiptDoubt)
            },
            takenText: file.takenAt.map { text("files.taken", ["at": format.moment($0)]) }, isPayroll: file.isPayroll,
            isWaiting: file.isWaiting(at: format.now),
            isSuperseded: file.isPrintout && !file.isInForce && file.period != nil, isLost: file.isLost)
    }

    /// Returns the rows with a heading for each month.
    static func rows(
        _ files: [ClientFiles.File], _ format: Format, showsFirm: Bool,
        conversation: (ClientFiles.File) -> String = { Path.conversation($0.conversationId).at(message: $0.messageId) }
    ) -> [FileRow] {
        var last: String?
        return files.map { file in
            let month = format.month(of: file)
            defer { last = month }
            return FileRow(
                file, format, month: month == last ? nil : month, showsFirm: showsFirm, conversation: conversation(file)
            )
        }
    }
}

extension Format {
    /// Returns a printout's name: its kind, with the form where a kind has many forms: `UPO JPK_V7M`; for another file
    /// its name.
    func name(of file: ClientFiles.File) -> String {
        guard let kind = file.kind else { return file.name ?? "" }
        let name = text("printouts.kind.\(kind.rawValue)")
        return kind == .declaration || kind == .receipt ? "\(name) \(file.structure ?? "")" : name
    }

    /// Returns the words by which a file is found besides its name.
    func words(of file: ClientFiles.File) -> String {
        guard let kind = file.kind else { return file.fileKind ?? "" }
        return [name(of: file), text("printouts.file.\(kind.rawValue)"), file.period.map(period), file.untilOn?.text]
            .compactMap(\.self).joined(separator: " ")
    }

    /// Returns `październik 2026`: the month of a printout's period, or of the day when another file was sent.
    func month(of file: ClientFiles.File) -> String {
        let day = file.untilOn ?? self.day(of: file.sentAt)
        return month(day.month, day.year)
    }
}
