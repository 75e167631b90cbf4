import Dates
import Formats
import Foundation
import GRDB

/// The columns of a `taxImport` row that come from the parsed file.
struct TaxFileFacts {
    let file: TaxFile
    let sha256: Data
    let kind: TaxImport.Kind
    let structure: String
    /// The taxpayer's NIP and PESEL, as digits.
    let nip: String?
    let pesel: String?
    private let variant: Int
    private let form: String
    private let digests: Set<Data>

    init(_ file: TaxFile) {
        self.file = file
        switch file {
        case .file(let summary):
            sha256 = summary.digests.ofBytes.sha256
            kind = summary.structure.family == .declaration ? .declaration : .jpk
            (structure, variant) = (summary.structure.form, summary.structure.variant)
            (nip, pesel) = (Self.digits(summary.taxpayer.nip), Self.digits(summary.taxpayer.pesel))
            form = TaxImport.formKey(summary.structure.form)
            digests = summary.digests.all
        case .receipt(let receipt):
            sha256 = receipt.ofBytes.sha256
            kind = .upo
            structure = "UPO"
            variant = receipt.schemaVersion.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
            (nip, pesel) = (Self.digits(receipt.first.nip), Self.digits(receipt.first.pesel))
            form = TaxImport.formKey(schema: receipt.schema, form: receipt.form)
            digests = receipt.digests
        }
    }

    /// An element without any digit counts as missing.
    private static func digits(_ number: String?) -> String? { number?.isEmpty == true ? nil : number }

    /// The number by which the file identifies its taxpayer, for a message.
    var number: String? { nip ?? pesel }

    /// Returns the firm of the NIP; for a receipt without a number, the firm of the document whose digest it contains.
    func firm(_ db: Database, in scope: FirmScope) throws -> Int64? {
        if let nip {
            let request: SQLRequest<Int64> = """
                SELECT id FROM firm WHERE country = \(Country.poland) AND taxIdentifier = \(nip)
                    AND \(scope.contains("firm.id"))
                """
            return try request.fetchOne(db)
        }
        let proofs = digests.filter { $0.count == 32 }
        guard kind == .upo, !proofs.isEmpty else { return nil }
        let request: SQLRequest<Int64> = """
            SELECT firmId FROM taxDigest JOIN taxImport ON taxImport.id = importId
            WHERE digest IN \(Array(proofs)) AND kind <> 'upo' AND firmId IS NOT NULL
                AND \(scope.contains("firmId"))
            ORDER BY taxImport.id LIMIT 1
            """
        return try request.fetchOne(db)
    }

    /// - Returns: the file's name.
    func insert(
        _ db: Database, _ stored: StoredFile, firm: Int64?, by person: Int64?, at now: Date
    ) throws -> String {
        let summary = summary
        let controls = (summary?.controls ?? []).map(TaxImport.Control.init)
        try db.execute(
            literal: """
                INSERT INTO taxImport (fileId, sha256, kind, structure, variant, form, firmId, nip, pesel, taxpayerName,
                    fromOn, untilOn, periodKind, purpose, madeAt, officeCode, dueMinor, currency, controls, problemCount,
                    importedBy, importedAt, subject, subjectName)
                VALUES (\(stored.id), \(sha256), \(kind), \(structure), \(variant), \(form), \(firm), \(nip), \(pesel),
                    \(summary?.taxpayer.name ?? ""), \(summary?.period.from),
                    \(summary?.period.until), \((summary?.period).map(TaxImport.PeriodKind.init)),
                    \(summary.map { TaxImport.Purpose($0.purpose) }), \(summary?.madeAt?.milliseconds), \(officeCode),
                    \(summary?.amountDue), \(summary?.currency ?? "PLN"),
                    \(String(decoding: try JSONEncoder().encode(controls), as: UTF8.self)), \(problemCount(controls)),
                    \(person), \(now.milliseconds), \(summary?.subject?.key), \(summary?.subject?.name ?? ""))
                """)
        return stored.name
    }

    /// Inserts the file's parts and printouts, each with its period, and the digests by which receipts and documents
    /// are paired.
    func insertParts(_ db: Database, of id: Int64) throws {
        for (part, count) in summary?.rows ?? [:] {
            let period = part == .declaration ? summary?.settledPeriod ?? summary?.period : summary?.period
            try db.execute(
                sql: """
                    INSERT INTO taxImportPart (importId, part, fromOn, untilOn, rowCount, content)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, part.rawValue, period?.from, period?.until, count,
                    summary?.contents[part],
                ])
            try Printout.insert(
                db, of: id, Printout.Kind(part, of: kind), from: period?.from,
                until: period?.until, words: summary?.words[part])
        }
        if kind == .upo { try Printout.insert(db, of: id, .receipt, from: nil, until: nil) }
        try insertDigests(db, of: id)
    }

    private func insertDigests(_ db: Database, of id: Int64) throws {
        for digest in digests where [16, 20, 32].contains(digest.count) {
            try db.execute(sql: "INSERT INTO taxDigest (digest, importId) VALUES (?, ?)", arguments: [digest, id])
        }
    }

    private var summary: FileSummary? {
        if case .file(let summary) = file { return summary }
        return nil
    }

    private var officeCode: String? {
        switch file {
        case .file(let summary): summary.officeCode
        case .receipt(let receipt): receipt.officeCode
        }
    }

    private func problemCount(_ controls: [TaxImport.Control]) -> Int {
        switch file {
        case .file: controls.count { !$0.agrees }
        case .receipt(let receipt): receipt.signature == .broken ? 1 : 0
        }
    }
}

extension TaxImport.Control {
    init(_ control: ControlSum) {
        self.init(
            part: control.part.rawValue, element: control.element, unit: control.unit.rawValue,
            declared: control.declared, computed: control.computed)
    }
}

extension TaxImport.Purpose {
    init(_ purpose: FilePurpose) {
        switch purpose {
        case .onDemand: self = .onDemand
        case .first: self = .first
        case .correction: self = .correction
        }
    }
}
