import Foundation
import GRDB

/// Limits on uploads, so that neither one client nor all people of one firm together can fill the office's disk.
package struct UploadLimits: Sendable {
    /// The total storage of a firm, in bytes: see ``FirmUse``.
    package var firmQuota: Int64 = 5 * 1024 * 1024 * 1024
    /// The bytes that the people of a firm may upload within an hour.
    package var firmBytesPerHour: Int64 = 2 * 1024 * 1024 * 1024
    /// The number of files that a client may upload within an hour.
    package var filesPerHour = 300
    /// The factor of the hourly limits for an employee of the office, who works for all its firms.
    static let officeFactor = 10

    package init() {}
}

/// The reason why an upload is refused for now.
package enum UploadRefusal: Error, Equatable, Sendable {
    /// The person has too many unsent uploads.
    case waiting
    /// The person's firm has used its whole quota.
    case quota
    /// Too much within an hour; the associated value is the seconds until some of it is an hour old.
    case rate(Int)
}

extension UploadLimits {
    private static let hour: TimeInterval = 3600

    /// Checks that a person's running uploads, this one included, are within the limits.
    /// - Throws: ``UploadRefusal``.
    package func check(_ db: Database, _ person: Int64, _ underWay: UploadsUnderWay, at now: Date) throws {
        let isStaff = try Staff.find(db, personId: person) != nil
        let own = underWay.sum(of: [person])
        let allowance = try StoredFile.allowance(db, for: person, at: now)
        guard own.files <= allowance.files, own.bytes <= allowance.bytes else { throw UploadRefusal.waiting }
        let lately = try Sum.uploaded(db, by: [person], since: now.addingTimeInterval(-Self.hour))
        let factor = isStaff ? Self.officeFactor : 1
        try lately.check(own, files: filesPerHour * factor, bytes: firmBytesPerHour * Int64(factor), at: now)
        if !isStaff { try checkFirms(db, of: person, underWay, at: now) }
    }

    /// Checks the quotas of a client's firms. The upload does not say yet for which firm it is: one with free quota is
    /// enough, and sending checks again.
    private func checkFirms(_ db: Database, of person: Int64, _ underWay: UploadsUnderWay, at now: Date) throws {
        var refusal: UploadRefusal?
        for firm in try SQLRequest<Int64>(literal: FirmUse.firms(of: person)).fetchAll(db) {
            let people = try SQLRequest<Int64>(literal: FirmUse.people(of: firm)).fetchAll(db)
            let sum = underWay.sum(of: people)
            do {
                let waiting = try people.reduce(0) { try $0 + StoredFile.waiting(db, of: $1, at: now).bytes }
                guard try FirmUse.bytes(db, of: firm) + waiting + sum.bytes <= firmQuota else {
                    throw UploadRefusal.quota
                }
                try Sum.uploaded(db, by: people, since: now.addingTimeInterval(-Self.hour))
                    .check(sum, files: .max, bytes: firmBytesPerHour, at: now)
                return
            } catch let found as UploadRefusal { refusal = found }
        }
        if let refusal { throw refusal }
    }

    /// The uploads within the last hour.
    private struct Sum {
        var files = 0
        var bytes: Int64 = 0
        var first: Date?

        static func uploaded(_ db: Database, by people: [Int64], since: Date) throws -> Sum {
            try people.reduce(into: Sum()) { sum, person in
                let row = try Row.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT count(*), ifnull(sum(size), 0), min(uploadedAt) FROM storedFile
                            WHERE uploadedBy = ? AND uploadedAt > ?
                            """), arguments: [person, since.milliseconds])
                guard let row, let first = (row[2] as Int64?).map({ Date(milliseconds: $0) }) else { return }
                sum.files += row[0]
                sum.bytes += row[1]
                sum.first = min(sum.first ?? first, first)
            }
        }

        func check(_ underWay: UploadsUnderWay.Sum, files: Int, bytes: Int64, at now: Date) throws {
            guard self.files + underWay.files > files || self.bytes + underWay.bytes > bytes else { return }
            let left = first.map { $0.addingTimeInterval(UploadLimits.hour).timeIntervalSince(now) } ?? 60
            throw UploadRefusal.rate(Int(min(UploadLimits.hour, max(1, left)).rounded(.up)))
        }
    }
}
