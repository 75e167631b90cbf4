import Dates
import Foundation

/// Collects the summary of a JPK, group by group, and passes its rows to the sink.
final class JPKReader: RecordConsumer {
    private var structure: Structure
    private let sink: RowSink?
    private var tallies: [Tally]
    private var header: Header?
    private var taxpayer: Taxpayer?
    private var marks: Set<TaxpayerMark> = []
    private static let secondParty = "Podmiot2"
    private var subject = FormSubject()
    private var quarter: Int?
    private var declarationCode: String?
    private var settlement: VATSettlement?
    private var annualTax: Int64?
    private var ledgerYear: LedgerYear?
    private var rows: [FilePart: Int] = [:]
    private var controls: [ControlSum] = []
    private var words = PartWords()
    private var contents = PartContents()
    /// The open journal entry, which contains its postings (`JPK_KR_PD`).
    private var entry = (number: "", place: 0)

    private struct Header {
        let period: Period
        let fiscalYear: Period?
        let purpose: FilePurpose
        let madeAt: Date?
        let officeCode: String?
        let currency: String
    }

    init(_ structure: Structure, sink: RowSink?) {
        self.structure = structure
        self.sink = sink
        tallies = structure.tallies
    }

    /// Must be called once the parser has names.
    func prepare(_ table: ShapeTable) {
        for index in tallies.indices { tallies[index].prepare(table) }
    }

    func take(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        for index in tallies.indices where tallies[index].row == record.role {
            try tallies[index].add(record, in: stream)
            rows[tallies[index].part] = Int(tallies[index].count)
            words.add(record, of: tallies[index].part)
        }
        if sink == nil, let part = record.role.part { contents.add(record, to: part, in: entry.place) }
        switch record.role {
        case .header: header = try readHeader(record, in: stream)
        case .person, .firm: taxpayer = Taxpayer(record)
        case .taxpayer: marks = Set(record.names.compactMap(TaxpayerMark.init))
        case .declarationHeader:
            declarationCode = record.optional("KodFormularzaDekl")
            quarter = record.amount("Kwartal").map(Int.init)
            if let quarter, !(1...4).contains(quarter) {
                throw TaxFileError(.wrongValue, line: stream.line, element: "Kwartal", detail: "\(quarter)")
            }
        case .declaration: try takeDeclaration(record, in: stream)
        case .ledgerYear: ledgerYear = LedgerYear(record)
        case .receipt: break
        case .differences: try takeFields(record, .taxDifferences)
        case .saleControl, .purchaseControl, .ledgerControl, .revenueControl, .assetControl, .journalControl,
            .postingControl, .booksControl:
            takeControl(record)
        case .sale, .purchase, .stockTaking, .ledgerRow, .revenueRow, .asset, .balance, .counterparty, .journal,
            .posting:
            try passOn(record, in: stream)
        }
    }

    func take(_ field: DeclarationField) throws(TaxFileError) {
        if field.path.first == Self.secondParty {
            // In a person's own return, the second party is the spouse.
            guard structure.isAboutSecondParty else { return }
            subject.add(field)
        } else {
            rows[.declaration, default: 0] += 1
        }
        if field.path.isEmpty, field.element == "P_259", structure.code == "CIT-8 (33)" { annualTax = field.amount }
        guard let sink else { return contents.add(field, to: .declaration) }
        if sink.wants(.declaration) { try sink.put(.field(field)) }
    }

    /// Returns the summary after the end of the root, when every required group has been read.
    func summary(digests: DocumentDigests) throws(TaxFileError) -> FileSummary {
        guard let header else { throw TaxFileError(.missing, element: "Naglowek") }
        guard let taxpayer else { throw TaxFileError(.missing, element: "Podmiot1") }
        let isDeclared = rows[.declaration] != nil
        let settled = quarter.flatMap { Period(quarter: $0, of: header.period.from.year) } ?? header.period
        // A list of assets may be empty, and is then still a part.
        if structure.parts == [.fixedAssets] { rows[.fixedAssets, default: 0] += 0 }
        return FileSummary(
            structure: structure, taxpayer: taxpayer, subject: subject.taxpayer, period: header.period,
            settledPeriod: isDeclared ? settled : nil, fiscalYear: header.fiscalYear, purpose: header.purpose,
            madeAt: header.madeAt, officeCode: header.officeCode, declarationCode: declarationCode,
            currency: header.currency, marks: marks, rows: rows, settlement: settlement, annualTax: annualTax,
            ledgerYear: ledgerYear, controls: controls + (settlement?.control.map { [$0] } ?? []), words: words.all,
            contents: contents.digests(of: rows.keys), digests: digests)
    }

    private func readHeader(_ record: Record, in stream: XMLStream) throws(TaxFileError) -> Header {
        // The register from before 2020 may leave it empty: its schema's default is 0.
        let number = record.required("CelZlozenia")
        // The register from before 2020 counts its corrections from 0.
        let purpose =
            structure.family == .vatRegister ? (number == 0 ? .first : .correction) : FilePurpose(rawValue: Int(number))
        guard let purpose else {
            throw TaxFileError(.wrongValue, line: stream.line, element: "CelZlozenia", detail: "\(number)")
        }
        if structure.family == .declaration { try readForm(record, in: stream) }
        let period = try readPeriod(record, in: stream)
        let written = record.text("DomyslnyKodWaluty")
        let currency = written.isEmpty ? "PLN" : written
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw TaxFileError(
                .wrongValue, line: stream.line, element: "DomyslnyKodWaluty", detail: currency.beginning(40))
        }
        return Header(
            period: period, fiscalYear: record.range("RokDataOd", "RokDataDo"), purpose: purpose,
            madeAt: record.moment("DataWytworzeniaJPK"), officeCode: record.optional("KodUrzedu"),
            currency: currency)
    }

    private func readPeriod(_ record: Record, in stream: XMLStream) throws(TaxFileError) -> Period {
        let ends = ["DataDo", "RokDataDo", "OkresDo", "Miesiac", "Kwartal", "Rok"]
        let element = ends.first { record.has($0) } ?? "Rok"
        let period =
            switch element {
            case "DataDo": record.range("DataOd", "DataDo")
            case "RokDataDo": record.range("RokDataOd", "RokDataDo")
            case "OkresDo": record.range("OkresOd", "OkresDo")
            case "Miesiac": record.year.flatMap { Period(month: Int(record.required("Miesiac")), of: $0) }
            case "Kwartal": record.year.flatMap { Period(quarter: Int(record.required("Kwartal")), of: $0) }
            default: record.year.flatMap(Period.init(year:))
            }
        guard let period else {
            throw TaxFileError(.wrongValue, line: stream.line, element: element, detail: record.optional(element))
        }
        return period
    }

    /// Reads the form and variant: `PIT-36 (27)` is the form `PIT-36`.
    private func readForm(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        let code = record.text("KodFormularza")
        let form = code.prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces)
        guard !form.isEmpty else {
            throw TaxFileError(
                .wrongValue, line: stream.line, element: "KodFormularza", detail: code.beginning(40))
        }
        structure = Structure(
            .declaration, form: form, Int(record.required("WariantFormularza")), structure.namespace)
    }

    private func takeDeclaration(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        let settlement = VATSettlement(record)
        guard settlement.payable >= 0 else {
            throw TaxFileError(
                .wrongValue, line: stream.line, element: "P_51", detail: record.optional("P_51"))
        }
        self.settlement = settlement
        try takeFields(record, .declaration)
    }

    private func takeFields(_ record: Record, _ part: FilePart) throws(TaxFileError) {
        let names = record.names
        rows[part] = names.count
        guard let sink, sink.wants(part) else { return }
        for name in names {
            let text = record.text(name)
            var utf8 = text
            let amount = utf8.withUTF8 { XMLText($0).hundredths }
            try sink.put(.field(DeclarationField(element: name, path: [], text: text, amount: amount)))
        }
    }

    private func takeControl(_ record: Record) {
        for tally in tallies where tally.control == record.role {
            controls += tally.controls(record)
            // A register without rows exists when its control element does.
            rows[tally.part] = Int(tally.count)
        }
    }

    private func passOn(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        if record.role == .journal { entry = (record.optional("D_1") ?? "", entry.place + 1) }
        // Of rows that were not requested, only what a shape cannot express is checked.
        if record.role == .revenueRow { try RevenueRow.check(record, in: stream) }
        guard let sink else { return }
        switch record.role {
        case .sale where sink.wants(.vatSales): try sink.put(.vatSale(VATSaleRow(record)))
        case .purchase where sink.wants(.vatPurchases): try sink.put(.vatPurchase(VATPurchaseRow(record)))
        case .stockTaking where sink.wants(.taxLedger): try sink.put(.stockTaking(StockTaking(record)))
        case .ledgerRow where sink.wants(.taxLedger): try sink.put(.taxLedger(KPiRRow(record)))
        case .revenueRow where sink.wants(.revenue):
            try sink.put(.revenue(RevenueRow(record, variant: structure.variant)))
        case .asset where sink.wants(.fixedAssets): try sink.put(.fixedAsset(FixedAssetRow(record)))
        case .balance where sink.wants(.trialBalance): try sink.put(.balance(BalanceRow(record)))
        case .counterparty where sink.wants(.journal): try sink.put(.counterparty(Counterparty(record)))
        case .journal where sink.wants(.journal): try sink.put(.journal(JournalEntry(record, at: entry.place)))
        case .posting where sink.wants(.ledgerAccounts):
            for posting in LedgerPosting.both(record, in: entry) { try sink.put(.posting(posting)) }
        default: break
        }
    }
}

extension Record {
    var year: Int? { amount("Rok").map(Int.init) }

    func range(_ first: String, _ last: String) -> Period? {
        Period(from: day(first), until: day(last))
    }
}

extension Taxpayer {
    init(_ record: Record) {
        let names = [record.optional("PelnaNazwa"), record.optional("ImiePierwsze"), record.optional("Nazwisko")]
        self.init(
            nip: record.optional("NIP").map(Self.digits), pesel: record.optional("PESEL").map(Self.digits),
            name: names.compactMap { $0 }.joined(separator: " "), isPerson: record.role == .person)
    }

    static func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }
}

extension VATSettlement {
    init(_ record: Record) {
        self.init(
            payable: record.required("P_51"), output: record.amount("P_38"), input: record.amount("P_48"),
            relief: record.amount("P_49"), waived: record.amount("P_50"), surplus: record.amount("P_53"),
            refund: record.amount("P_54"), carriedOver: record.amount("P_62"))
    }
}

extension LedgerYear {
    init(_ record: Record) {
        self.init(
            openingStock: record.required("P_1"), closingStock: record.required("P_2"),
            costs: record.required("P_3"), income: record.required("P_4"))
    }
}
