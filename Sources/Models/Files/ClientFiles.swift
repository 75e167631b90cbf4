import Dates
import Foundation
import GRDB

/// Everything that a client can download: printouts, and the files of their conversations from both sides. Sorted by
/// subject matter, latest first: a printout by its period, another file by when it was sent.
package struct ClientFiles: Sendable {
    package struct File: StoredRow {
        /// The id of the printout, or of the attachment.
        package let id: Int64
        package let isPrintout: Bool
        package let messageId: Int64
        package let conversationId: Int64
        package let firmId: Int64
        package let firmName: String
        package let subject: String
        package let isPayroll: Bool
        package let side: Message.Side
        package let sentAt: Date
        /// The end of a printout's period, else the time of sending; in milliseconds since 1970.
        package let sortedAt: Int64
        /// Set for an attachment.
        package let name: String?
        package let fileKind: String?
        package let size: Int64?
        /// Whether its bytes were declared lost; for a printout, those of the file from which it is made.
        package let isLost: Bool
        /// Set for a printout.
        package let kind: Printout.Kind?
        package let fromOn: Day?
        package let untilOn: Day?
        package let purpose: TaxImport.Purpose?
        package let structure: String?
        package let isInForce: Bool
        package let receiptAt: Date?
        package let receiptDoubt: TaxReceipt.Doubt?
        /// When the ministry accepted the document, as this receipt says; set for a receipt.
        package let acceptedAt: Date?
        /// When this person first downloaded it.
        package let takenAt: Date?

        package var period: Period? { Period(from: fromOn, until: untilOn) }
        package var key: Key { Key(sortedAt: sortedAt, isPrintout: isPrintout, message: messageId, file: id) }
        /// Whether a newer version supersedes it.
        package var isSuperseded: Bool { isPrintout && !isInForce && fromOn != nil }

        /// Whether the office sent it recently, and the person has not downloaded it yet although it is available.
        package func isWaiting(at now: Date) -> Bool {
            side == .office && takenAt == nil && sentAt >= ClientFiles.waitingSince(now) && !isLost
        }
    }

    /// Identifies the last file of a page; the next page begins after it. Written `1795176000000.1.34.7`.
    package struct Key: Sendable, Comparable {
        let sortedAt: Int64
        let isPrintout: Bool
        let message: Int64
        let file: Int64

        init(sortedAt: Int64, isPrintout: Bool, message: Int64, file: Int64) {
            (self.sortedAt, self.isPrintout, self.message, self.file) = (sortedAt, isPrintout, message, file)
        }

        package static func < (one: Key, other: Key) -> Bool {
            (one.sortedAt, one.isPrintout ? 1 : 0, one.message, one.file)
                < (other.sortedAt, other.isPrintout ? 1 : 0, other.message, other.file)
        }

        package init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { Int64($0) }
            guard parts.count == 4 else { return nil }
            self.init(sortedAt: parts[0], isPrintout: parts[1] != 0, message: parts[2], file: parts[3])
        }

        package var text: String { "\(sortedAt).\(isPrintout ? 1 : 0).\(message).\(file)" }
    }

    package enum State: String, Sendable { case waiting, seen }

    /// The four parts of the list, in their order: receipts first, since they are what clients look for most.
    package enum Group: String, CaseIterable, Sendable {
        case receipts, registers, declarations, others

        /// - Parameter kind: that of a printout; `nil` for another file.
        init(_ kind: Printout.Kind?) {
            switch kind?.group {
            case .receipts: self = .receipts
            case .registers: self = .registers
            case .declarations: self = .declarations
            case nil: self = .others
            }
        }
    }

    package let person: Int64
    package let now: Date
    package let zone: TimeZone
    package var firm: Int64?
    package var year: Int?
    package var group: Group?
    /// `waiting` for files that wait for download, else for the others; `nil` for all.
    package var state: State?

    package static let pageSize = 50
    /// The time after which a file that was not downloaded no longer counts as waiting, in seconds.
    private static let patience: TimeInterval = 60 * 24 * 3600

    static func waitingSince(_ now: Date) -> Date { now.addingTimeInterval(-patience) }

    package init(of person: Int64, at now: Date, in zone: TimeZone) {
        (self.person, self.now, self.zone) = (person, now, zone)
    }
}
