import Dates
import Models

/// A draft from the check page that is to be changed.
struct KeptDraft: Sendable {
    let draft: Draft
    let files: [StoredFile]
    /// The names of the lost files.
    let lost: [String]
    let firmCount: Int
    let templates: [NoticeTemplate]
    let printouts: PrintoutChoice?
    let hasFilesByFirm: Bool
    let isOnItsWay: Bool
}

extension ComposerFields {
    init(_ kept: KeptDraft, today: Day, _ format: Format) {
        let draft = kept.draft
        self.init(today: today, templates: kept.templates, PrintoutChips(kept.printouts, format))
        self.draft = draft.key
        unfinished = draft.key
        (subject, body) = (draft.subject, draft.body)
        (expiresOn, isPayroll) = (draft.expiresOn?.text ?? "", draft.isPayroll)
        hasMore = draft.expiresOn != nil || draft.isPayroll
        files = kept.files.map { UploadRow($0, format) }
        filesError = format.lostFiles(kept.lost)
    }

    /// Takes over the fields of a refused form, and their errors.
    mutating func take(_ form: Form, _ errors: FieldErrors) {
        (subject, body, expiresOn) = (form["subject"], form["body"], form["expiresOn"])
        isPayroll = form["payroll"] == "1"
        hasMore = isPayroll || !expiresOn.isEmpty
        (subjectError, bodyError) = (errors["subject"], errors["body"])
        (expiresOnError, filesError) = (errors["expiresOn"], errors["files"])
        error = errors["firms"] ?? errors["files"] ?? errors["printouts"]
    }
}
