import Models

/// The page for uploading a folder of files.
struct FilesByFirmPage: OfficePage {
    var template: String { "broadcasts/files-by-firm" }
    static let place = MenuPlace.firms
    let filesError: String?
    /// The files that are already uploaded, when the form was refused.
    let files: [UploadRow]
    /// The most files of one notice; the files and bytes that the person may still upload.
    let limit: String
    let roomFiles: String
    let roomBytes: String
    let action = Path.filesByFirm.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("filesByFirm.title") }
}

/// The firm of each file, and the text for these firms.
struct FilesByFirmReviewPage: OfficePage {
    struct File: Encodable {
        let fileName: String
        let kind: String
        let size: String
        let filePeriod: String?
        let fileNote: String?
    }

    struct FirmFiles: Encodable {
        let ownerName: String
        let ownerFiles: [File]
    }

    /// A file that is not sent unless a firm is typed for it.
    struct Waiting: Encodable {
        let waitingId: String
        let waitingFile: File
        let typedFirm: String
        let typedError: String?
        let isWrong: Bool
    }

    var template: String { "broadcasts/files-by-firm-review" }
    static let place = MenuPlace.firms
    let draft: String
    let matchedText: String
    let hasMatched: Bool
    let matched: [FirmFiles]
    let waitingText: String
    let hasWaiting: Bool
    /// The number of files that are still being read; and whether matching again makes sense.
    let awaitedText: String?
    let mayMatchAgain: Bool
    let waiting: [Waiting]
    let firmChoices: [String]
    let subject: String
    let subjectError: String?
    let body: String
    let bodyError: String?
    let filesError: String?
    let isPayroll: Bool
    let action = Path.filesByFirmReview.text
    let removalAction = Path.filesByFirmRemoval.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("filesByFirm.review.title") }
}

extension FilesByFirmReviewPage {
    typealias Rejected = (form: Form, errors: FieldErrors, firms: [Int64: String])

    init(
        _ draft: Draft, _ matched: [FileByFirm], _ waiting: [FileByFirm], underWay: Set<Int64>, firms: [String],
        _ rejected: Rejected?, _ format: Format
    ) {
        // A firm that a person has assigned can be changed or removed.
        let byHand = matched.filter(\.isByHand)
        let own = matched.filter { !$0.isByHand }
        let text = format.text
        let awaited = (matched + waiting).filter { $0.reading == .awaited }
        let awaitedCount = awaited.filter { underWay.contains($0.id) }.count
        self.draft = draft.key
        awaitedText = awaitedCount == 0 ? nil : text.plural("filesByFirm.review.awaited", awaitedCount)
        mayMatchAgain = !awaited.isEmpty
        matchedText = text.plural("filesByFirm.review.matched", own.count)
        hasMatched = !own.isEmpty
        self.matched = Self.byFirm(own, underWay, format)
        waitingText = text.plural("filesByFirm.review.waiting", waiting.count + byHand.count)
        hasWaiting = !(waiting.isEmpty && byHand.isEmpty)
        self.waiting = (waiting + byHand).map { file in
            let error = rejected?.errors["firm-\(file.id)"]
            return Waiting(
                waitingId: file.id.code, waitingFile: File(file, underWay, format),
                typedFirm: rejected?.firms[file.id] ?? file.firmChoice ?? "", typedError: error, isWrong: error != nil)
        }
        firmChoices = hasWaiting ? firms : []
        subject = rejected?.form["subject"] ?? draft.subject
        subjectError = rejected?.errors["subject"]
        body = rejected?.form["body"] ?? draft.body
        bodyError = rejected?.errors["body"]
        filesError = rejected?.errors["files"]
        isPayroll = rejected.map { $0.form["payroll"] == "1" } ?? draft.isPayroll
    }

    private static func byFirm(_ files: [FileByFirm], _ underWay: Set<Int64>, _ format: Format) -> [FirmFiles] {
        var rows: [(name: String, firm: Int64?, files: [File])] = []
        for file in files {
            if rows.last?.firm != file.firmId || rows.isEmpty { rows.append((file.firmName ?? "", file.firmId, [])) }
            rows[rows.count - 1].files.append(File(file, underWay, format))
        }
        return rows.map { FirmFiles(ownerName: $0.name, ownerFiles: $0.files) }
    }
}

extension FilesByFirmReviewPage.File {
    init(_ file: FileByFirm, _ underWay: Set<Int64>, _ format: Format) {
        let notes = [Self.match(file, format.text), Self.reading(file, underWay, format.text)].compactMap { $0 }
        self.init(
            fileName: file.name, kind: file.kind, size: format.size(file.size),
            filePeriod: file.period.map(format.period),
            fileNote: notes.isEmpty ? nil : notes.joined(separator: "; "))
    }

    /// Returns the reason why the file has no firm.
    private static func match(_ file: FileByFirm, _ text: LanguageText) -> String? {
        switch file.match {
        case .firm: nil
        // Without a known text there is nothing to report.
        case .none: file.reading == .read ? text("filesByFirm.review.none") : nil
        case .late(let name): text("filesByFirm.review.late", ["firm": name.isolated])
        case .closed(let name): text("filesByFirm.review.closed", ["firm": name.isolated])
        case .several(let names):
            text("filesByFirm.review.several", ["firms": names.map(\.isolated).joined(separator: ", ")])
        }
    }

    private static func reading(_ file: FileByFirm, _ underWay: Set<Int64>, _ text: LanguageText) -> String? {
        if file.reading == .read { return nil }
        if file.reading == .withFiles { return text("filesByFirm.review.withFiles") }
        return text(underWay.contains(file.id) ? "filesByFirm.review.reading" : "filesByFirm.review.unread")
    }
}
