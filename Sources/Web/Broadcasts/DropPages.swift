import Models

/// Where a folder of files is dropped.
struct DropPage: OfficePage {
    var template: String { "broadcasts/drop" }
    static let place = MenuPlace.firms
    let dropError: String?
    /// The files that are uploaded already, when a drop was not taken.
    let files: [UploadRow]
    /// The most files of one drop; how many more files and bytes the person has room for.
    let limit: String
    let roomFiles: String
    let roomBytes: String
    let action = Path.dropBroadcast.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("drop.title") }
}

/// Whose the dropped files are, and what is written to their firms.
struct DropReviewPage: OfficePage {
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

    /// A file that goes to nobody unless a firm is typed for it.
    struct Waiting: Encodable {
        let waitingId: String
        let waitingFile: File
        let typedFirm: String
        let typedError: String?
        let isWrong: Bool
    }

    var template: String { "broadcasts/drop-review" }
    static let place = MenuPlace.firms
    let draft: String
    let matchedText: String
    let hasMatched: Bool
    let matched: [FirmFiles]
    let waitingText: String
    let hasWaiting: Bool
    /// How many files are still being read; and whether to try again makes sense.
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
    let action = Path.reviewBroadcast.text
    let removalAction = Path.dropRemoval.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("drop.review.title") }
}

extension DropReviewPage {
    typealias Rejected = (form: Form, errors: FieldErrors, firms: [Int64: String])

    init(
        _ draft: Draft, _ matched: [DroppedFile], _ waiting: [DroppedFile], underWay: Set<Int64>, firms: [String],
        _ rejected: Rejected?, _ format: Format
    ) {
        // What a person has given to a firm may be given to another, or to nobody.
        let byHand = matched.filter(\.isByHand)
        let own = matched.filter { !$0.isByHand }
        let text = format.text
        let awaited = (matched + waiting).filter { $0.reading == .awaited }
        let awaitedCount = awaited.filter { underWay.contains($0.id) }.count
        self.draft = draft.key
        awaitedText = awaitedCount == 0 ? nil : text.plural("drop.review.awaited", awaitedCount)
        mayMatchAgain = !awaited.isEmpty
        matchedText = text.plural("drop.review.matched", own.count)
        hasMatched = !own.isEmpty
        self.matched = Self.byFirm(own, underWay, format)
        waitingText = text.plural("drop.review.waiting", waiting.count + byHand.count)
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
        body = rejected?.form["body"] ?? MessageText.marked(draft.body, draft.format)
        bodyError = rejected?.errors["body"]
        filesError = rejected?.errors["files"]
        isPayroll = rejected.map { $0.form["payroll"] == "1" } ?? draft.isPayroll
    }

    private static func byFirm(_ files: [DroppedFile], _ underWay: Set<Int64>, _ format: Format) -> [FirmFiles] {
        var rows: [(name: String, firm: Int64?, files: [File])] = []
        for file in files {
            if rows.last?.firm != file.firmId || rows.isEmpty { rows.append((file.firmName ?? "", file.firmId, [])) }
            rows[rows.count - 1].files.append(File(file, underWay, format))
        }
        return rows.map { FirmFiles(ownerName: $0.name, ownerFiles: $0.files) }
    }
}

extension DropReviewPage.File {
    init(_ file: DroppedFile, _ underWay: Set<Int64>, _ format: Format) {
        let notes = [Self.match(file, format.text), Self.reading(file, underWay, format.text)].compactMap { $0 }
        self.init(
            fileName: file.name, kind: file.kind, size: format.size(file.size),
            filePeriod: file.period.map(format.period),
            fileNote: notes.isEmpty ? nil : notes.joined(separator: "; "))
    }

    /// Why it goes to nobody.
    private static func match(_ file: DroppedFile, _ text: LanguageText) -> String? {
        switch file.match {
        case .firm: nil
        // Of a text that is not known nothing can be said.
        case .none: file.reading == .read ? text("drop.review.none") : nil
        case .late(let name): text("drop.review.late", ["firm": name.isolated])
        case .closed(let name): text("drop.review.closed", ["firm": name.isolated])
        case .several(let names):
            text("drop.review.several", ["firms": names.map(\.isolated).joined(separator: ", ")])
        }
    }

    private static func reading(_ file: DroppedFile, _ underWay: Set<Int64>, _ text: LanguageText) -> String? {
        if file.reading == .read { return nil }
        if file.reading == .withFiles { return text("drop.review.withFiles") }
        return text(underWay.contains(file.id) ? "drop.review.reading" : "drop.review.unread")
    }
}
