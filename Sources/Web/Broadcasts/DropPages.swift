import Models

/// Where a folder of files is dropped.
struct DropPage: Page {
    var template: String { "broadcasts/drop" }
    let dropError: String?
    let action = Path.dropBroadcast.text
    let backHref = Path.firms.text
}

/// Whose the dropped files are, and what is written to their firms.
struct DropReviewPage: Page {
    struct File: Sendable {
        let fileName: String
        let kind: String
        let size: String
        let filePeriod: String?
        let fileNote: String?
    }

    struct FirmFiles: Sendable {
        let ownerName: String
        let ownerFiles: [File]
    }

    /// A file that goes to nobody unless a firm is typed for it.
    struct Waiting: Sendable {
        let waitingId: Int64
        let waitingFile: File
        let typedFirm: String
        let typedError: String?
        let isWrong: Bool
    }

    var template: String { "broadcasts/drop-review" }
    let draft: String
    let matchedText: String
    let hasMatched: Bool
    let matched: [FirmFiles]
    let waitingText: String
    let hasWaiting: Bool
    let waiting: [Waiting]
    let firmChoices: [String]
    let subject: String
    let subjectError: String?
    let body: String
    let bodyError: String?
    let filesError: String?
    let isPayroll: Bool
    let action = Path.reviewBroadcast.text
    let againHref = Path.dropBroadcast.text
    let backHref = Path.firms.text
}

extension DropReviewPage {
    typealias Rejected = (form: Form, errors: FieldErrors, firms: [Int64: String])

    init(
        _ draft: Draft, _ matched: [DroppedFile], _ waiting: [DroppedFile], firms: [String], _ rejected: Rejected?,
        _ format: Format
    ) {
        // What a person has given to a firm may be given to another, or to nobody.
        let byHand = matched.filter(\.isByHand)
        let own = matched.filter { !$0.isByHand }
        let text = format.text
        self.draft = draft.key
        matchedText = text.plural("drop.review.matched", own.count)
        hasMatched = !own.isEmpty
        self.matched = Self.byFirm(own, format)
        waitingText = text.plural("drop.review.waiting", waiting.count + byHand.count)
        hasWaiting = !(waiting.isEmpty && byHand.isEmpty)
        self.waiting = (waiting + byHand).map { file in
            let error = rejected?.errors["firm-\(file.id)"]
            return Waiting(
                waitingId: file.id, waitingFile: File(file, format),
                typedFirm: rejected?.firms[file.id] ?? file.firmName ?? "", typedError: error, isWrong: error != nil)
        }
        firmChoices = hasWaiting ? firms : []
        subject = rejected?.form["subject"] ?? draft.subject
        subjectError = rejected?.errors["subject"]
        body = rejected?.form["body"] ?? draft.body
        bodyError = rejected?.errors["body"]
        filesError = rejected?.errors["files"]
        isPayroll = rejected.map { $0.form["payroll"] == "1" } ?? draft.isPayroll
    }

    private static func byFirm(_ files: [DroppedFile], _ format: Format) -> [FirmFiles] {
        var rows: [(name: String, firm: Int64?, files: [File])] = []
        for file in files {
            if rows.last?.firm != file.firmId || rows.isEmpty { rows.append((file.firmName ?? "", file.firmId, [])) }
            rows[rows.count - 1].files.append(File(file, format))
        }
        return rows.map { FirmFiles(ownerName: $0.name, ownerFiles: $0.files) }
    }
}

extension DropReviewPage.File {
    init(_ file: DroppedFile, _ format: Format) {
        let text = format.text
        let why: String? =
            switch file.match {
            case .firm: nil
            case .none: text("drop.review.none")
            case .several(let names, let hasOthers):
                names.isEmpty
                    ? text("drop.review.others")
                    : text(
                        "drop.review.several",
                        [
                            "firms": (names.map(\.isolated) + (hasOthers ? [text("wrongFiles.other")] : []))
                                .joined(separator: ", ")
                        ])
            }
        let unread = file.isRead ? nil : text("drop.review.unread")
        self.init(
            fileName: file.name, kind: file.kind, size: format.size(file.size), filePeriod: file.period?.text,
            fileNote: why == nil && unread == nil ? nil : [why, unread].compactMap { $0 }.joined(separator: "; "))
    }
}
