import Dates
import Models

/// A file in a client's list.
struct FileRow: Encodable {
    /// The month it is about, or was sent in, where another one begins.
    let monthText: String?
    /// Where it is taken; nothing when its bytes are lost.
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
    ///   - month: what stands above it.
    ///   - conversation: where the file's message is read.
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
                // That the office paired them by hand is no news for a client.
                format.receiptState(kind, at: file.receiptAt, file.receiptDoubt == .byHand ? nil : file.receiptDoubt)
            },
            takenText: file.takenAt.map { text("files.taken", ["at": format.moment($0)]) }, isPayroll: file.isPayroll,
            isWaiting: file.isWaiting(at: format.now),
            isSuperseded: file.isPrintout && !file.isInForce && file.period != nil, isLost: file.isLost)
    }

    /// Under a heading for each month.
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
    /// A printout is called by its kind, of what there are many forms with the form: `UPO JPK_V7M`; another file by its
    /// name.
    func name(of file: ClientFiles.File) -> String {
        guard let kind = file.kind else { return file.name ?? "" }
        let name = text("printouts.kind.\(kind.rawValue)")
        return kind == .declaration || kind == .receipt ? "\(name) \(file.structure ?? "")" : name
    }

    /// The words that a file is found by beside its name.
    func words(of file: ClientFiles.File) -> String {
        guard let kind = file.kind else { return file.fileKind ?? "" }
        return [name(of: file), text("printouts.file.\(kind.rawValue)"), file.period.map(period), file.untilOn?.text]
            .compactMap(\.self).joined(separator: " ")
    }

    /// `październik 2026`: of what a printout is about, or of the day that another file was sent.
    func month(of file: ClientFiles.File) -> String {
        let day = file.untilOn ?? self.day(of: file.sentAt)
        return month(day.month, day.year)
    }
}
