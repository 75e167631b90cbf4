import Formats

/// Parses the cells of one row, and collects their errors.
struct FirmRowReader {
    /// The firm of a row.
    struct ReadFirm {
        let key: String
        let identifier: String
        let new: NewFirm
        let supervisor: String?
        /// Whether the row contains a form of taxation.
        let hasForm: Bool
    }

    private let row: FirmSheet.Line
    private let office: Office
    private let known: ExistingRecords
    private(set) var mistakes: [FirmImportPlan.Remark] = []
    private(set) var warnings: [FirmImportPlan.Remark] = []

    init(_ row: FirmSheet.Line, of office: Office, known: ExistingRecords) {
        self.row = row
        self.office = office
        self.known = known
        for column in FirmColumn.allCases where column != .phone && row[column].unicodeScalars.first == "=" {
            refuse(column, "errors.importFormula")
        }
    }

    /// Whether the row has a person, who may already have access.
    var hasPerson: Bool { !row[.email].isEmpty }

    mutating func refuse(_ column: FirmColumn?, _ key: String, _ values: [String: String] = [:]) {
        mistakes.append(remark(column, key, values))
    }

    mutating func warn(_ column: FirmColumn, _ key: String, _ values: [String: String] = [:]) {
        warnings.append(remark(column, key, values))
    }

    private func remark(_ column: FirmColumn?, _ key: String, _ values: [String: String]) -> FirmImportPlan.Remark {
        let cell = column.map { row[$0].beginning(80) } ?? ""
        return .init(row: row.number, column: column, cell: cell, key: key, values: values)
    }

    /// Returns the firm of the row; `nil` when it cannot be identified.
    mutating func firm() -> ReadFirm? {
        let country = word(.country, ImportWords.country, "errors.importCountry") ?? office.country
        let form = word(.form, ImportWords.form, "errors.importForm")
        let vat = word(.vat, ImportWords.vat, "errors.importVAT")
        let approval = word(.approval, ImportWords.answer, "errors.importAnswer")
        let supervisor = supervisor()
        let typed = row[.identifier]
        guard !typed.isEmpty else {
            refuse(.identifier, "errors.importIdentifierMissing")
            return nil
        }
        guard let identifier = country.identifier(typed) ?? restored(typed, in: country) else {
            refuse(.identifier, country.identifierError)
            return nil
        }
        var new = NewFirm(
            name: row[.name], country: country, taxIdentifier: identifier,
            form: form ?? (country == .israel ? .israeli : .ledger), supervisor: supervisor?.id
        )
        new.vat = vat
        new.approvalRequired = approval ?? false
        new.tags = row[.tags].unicodeScalars.split { "|,;\n".unicodeScalars.contains($0) }.map {
            TypedText.line(String($0))
        }
        .filter { !$0.isEmpty }
        return ReadFirm(
            key: ExistingRecords.key(country, identifier), identifier: identifier, new: new,
            supervisor: supervisor?.name,
            hasForm: form != nil
        )
    }

    private mutating func restored(_ typed: String, in country: Country) -> String? {
        let identifier = country.identifierWithoutZeros(typed)
        if let identifier { warn(.identifier, "errors.importZeros", ["identifier": identifier]) }
        return identifier
    }

    /// Checks what only the first row of a new firm must contain.
    mutating func checkNew(_ firm: ReadFirm) {
        if !firm.hasForm, firm.new.country == .poland, row[.form].isEmpty { refuse(.form, "errors.importFormMissing") }
        for problem in firm.new.problems().problems {
            refuse(FirmColumn(rawValue: problem.field), problem.key, problem.values)
        }
    }

    /// Returns the person of the row, if it has one.
    /// - Parameter named: the people of earlier rows, whose name need not be repeated.
    mutating func member(of firm: Int64?, named: [String: (row: Int, name: String)]) -> FirmImportPlan.Member? {
        let rights = word(.rights, ImportWords.rights, "errors.importRights") ?? Membership.Rights()
        let chosen = word(.language, ImportWords.language, "errors.importLanguage")
        let email = EmailAddress(row[.email]).text
        guard !email.isEmpty else {
            for column in [FirmColumn.person, .phone] where !row[column].isEmpty {
                refuse(.email, "errors.importEmailMissing")
                break
            }
            return nil
        }
        let existing = known.people[email]
        if let existing, !existing.isStaff { warnAbout(existing, firm) }
        if existing?.isStaff == true { refuse(.email, "errors.personIsStaff") }
        if let existing, let firm, known.isMember(existing.id, of: firm) {
            warn(.email, "errors.importIsMember")
            return nil
        }
        let name = row[.person].isEmpty ? existing?.name ?? named[email]?.name ?? "" : row[.person]
        if let first = named[email], existing == nil, SearchFolding.fold(first.name) != SearchFolding.fold(name) {
            warn(.person, "errors.importPersonOtherwise", ["row": "\(first.row)", "name": first.name])
        }
        let new = NewPerson(name: name, email: email, phone: row[.phone], language: chosen ?? office.language)
        check(new)
        return .init(row: row.number, new: new, rights: rights, knownId: existing?.id)
    }

    private mutating func warnAbout(_ person: ExistingRecords.KnownPerson, _ firm: Int64?) {
        if person.isDisabled { warn(.email, "errors.importPersonDisabled") }
        if !row[.person].isEmpty, SearchFolding.fold(row[.person]) != SearchFolding.fold(person.name) {
            warn(.person, "errors.importPersonKnownAs", ["name": person.name])
        }
    }

    private mutating func check(_ new: NewPerson) {
        for problem in new.problems().problems {
            let columns: [String: FirmColumn] = ["name": .person, "email": .email, "phone": .phone]
            refuse(columns[problem.field], problem.key, problem.values)
        }
    }

    private mutating func supervisor() -> (id: Int64, name: String)? {
        let typed = row[.supervisor]
        guard !typed.isEmpty else { return nil }
        switch known.supervisors[
            typed.utf8.contains(UInt8(ascii: "@")) ? EmailAddress(typed).text : SearchFolding.fold(typed)]
        {
        case .some(.some(let found)): return found
        case .some(.none): refuse(.supervisor, "errors.importSupervisorTwice")
        case .none: refuse(.supervisor, "errors.importSupervisor")
        }
        return nil
    }

    /// Returns the value of a cell; `nil` when it is empty, or holds an unknown word, which is an error.
    private mutating func word<Value>(
        _ column: FirmColumn, _ meaning: (String) -> Value?, _ error: String
    ) -> Value? {
        guard !row[column].isEmpty else { return nil }
        let value = meaning(row[column])
        if value == nil, row[column].unicodeScalars.first != "=" { refuse(column, error) }
        return value
    }
}
