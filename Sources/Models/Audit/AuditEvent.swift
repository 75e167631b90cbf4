import Foundation
import GRDB

/// An entry of the journal, who did what and when: inserted by every model verb in its own transaction, never changed, never deleted, and chained
/// to the entry before it (`AuditChain`).
package struct AuditEvent: StoredRow {
    /// The act of the person. Each case has its sentence in every language, `audit.actions.<case>`.
    package enum Action: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case staffAdded, assigned, firmAdded, firmsImported, memberInvited, linkMinted, accountActivated
        case rightsChanged, membershipEnded, personCorrected, personDisabled, personEnabled, linkRevoked
        case officeCorrected, accentChosen, logoChosen, logoRemoved, undoTimeChosen, photoChosen, photoRemoved,
            firstStepsEnded
        case mailChanged, mailTested
        case resetRequested, roleChanged, unassigned, deputyNamed, deputyEnded
        case signedIn, signInFailed, signedOut, sessionEnded, sessionsEnded, passwordChanged
        case browserRemembered, browserForgotten
        case accessAsked, accessAdmitted, accessRefused, accessWithdrawn
        case firmChanged, firmClosed, firmBroughtBack, taxationChanged
        case broadcastSent, sendUndone, sendFailed, withdrawn, questionAsked, answered, handled, reopened, messageRead,
            fileUploaded, fileDownloaded
        case noteWritten, handedOver, takenBack, conversationStarted
        case noticeExpired, reminded, templateSaved, templateRemoved
        case backedUp, olderAccepted, fileLost, fileFound
        case filterSaved, filterRemoved
        case chainChecked
        case filesConfirmed, filesStopped
        case taxFileImported, taxFileAssigned, taxFileChosen, formJudged, taxFileDownloaded, receiptPaired,
            receiptParted,
            receiptDated
        case printoutMade
        case clockConfirmed
    }

    package let id: Int64
    package let at: Date
    package let personId: Int64?
    package let action: Action
    package let firmId: Int64?
    /// The record that was acted on: `broadcast/3`.
    package let subject: String?
    /// Further facts as a JSON object of strings.
    package let detail: String

    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }()

    static func write(
        _ db: Database, _ action: Action, by person: Int64?, firm: Int64? = nil, subject: String? = nil,
        _ detail: [String: String] = [:], at now: Date
    ) throws {
        let text = detail.isEmpty ? "{}" : String(decoding: try encoder.encode(detail), as: UTF8.self)
        let last = try AuditChain.last(db)
        let values: [DatabaseValue] = [
            (last.id + 1).databaseValue, now.milliseconds.databaseValue, person?.databaseValue ?? .null,
            action.databaseValue, firm?.databaseValue ?? .null, subject?.databaseValue ?? .null, text.databaseValue,
        ]
        try AuditChain.append(db, values, after: last.hash)
    }
}
