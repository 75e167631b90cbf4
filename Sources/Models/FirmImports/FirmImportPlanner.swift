/// Processes the rows of a file in order and decides the result of each.
struct FirmImportPlanner {
    private(set) var plan = FirmImportPlan()
    let office: Office
    let known: ExistingRecords
    /// Whether the file has a column of supervisors: without one, a remark on each firm would be noise.
    let namesSupervisors: Bool
    /// The firms of the file by country and identifier: the first row of each defines the firm.
    private var groups: [String: Group] = [:]
    /// The people of the file by address, with the first row of each.
    private var people: [String: (row: Int, name: String)] = [:]

    private struct Group {
        let row: Int
        let name: String
        /// The index of its entry; `nil` when its first row has an error.
        let entry: Int?
    }

    init(office: Office, known: ExistingRecords, namesSupervisors: Bool) {
        self.namesSupervisors = namesSupervisors
        self.office = office
        self.known = known
    }

    /// Processes the next row.
    mutating func take(_ row: FirmSheet.Line) {
        var reader = FirmRowReader(row, of: office, known: known)
        if row.hasMore { reader.refuse(nil, "errors.importMoreCells") }
        guard let firm = reader.firm() else { return finish(reader) }
        let group = groups[firm.key]
        let existing = known.firms[firm.key]
        let known = existing.map { FirmImportPlan.Known(id: $0.id, name: $0.name) }
        if let existing, existing.isClosed {
            reader.refuse(.identifier, "errors.importFirmClosed", ["name": existing.name])
        }
        if existing == nil, group == nil { reader.checkNew(firm) }
        if let group, group.entry == nil {
            reader.refuse(.identifier, "errors.importFirstRowWrong", ["row": "\(group.row)"])
        }
        let member = reader.member(of: existing?.id, named: people)
        let isGood = reader.mistakes.isEmpty
        if group == nil {
            groups[firm.key] = Group(row: row.number, name: firm.new.name, entry: isGood ? plan.entries.count : nil)
        }
        if isGood {
            warn(&reader, firm, group, known)
            if group == nil {
                plan.entries.append(
                    .init(
                        row: row.number, new: firm.new, identifier: firm.identifier, supervisor: firm.supervisor,
                        known: known
                    )
                )
            }
            add(member, to: groups[firm.key]?.entry, &reader)
        }
        finish(reader)
    }

    private mutating func finish(_ reader: FirmRowReader) {
        plan.mistakes += reader.mistakes.sorted { $0.place < $1.place }
        if reader.mistakes.isEmpty { plan.warnings += reader.warnings }
    }

    private func warn(
        _ reader: inout FirmRowReader, _ firm: FirmRowReader.ReadFirm, _ group: Group?, _ known: FirmImportPlan.Known?
    ) {
        let name = firm.new.name
        if let known, !name.isEmpty, SearchFolding.fold(name) != SearchFolding.fold(known.name) {
            reader.warn(.name, "errors.importKnownAs", ["name": known.name])
        }
        if let group, known == nil, !name.isEmpty, SearchFolding.fold(name) != SearchFolding.fold(group.name) {
            reader.warn(.name, "errors.importNamedOtherwise", ["row": "\(group.row)", "name": group.name])
        }
        if namesSupervisors, group == nil, known == nil, firm.new.supervisor == nil {
            reader.warn(.supervisor, "errors.importNoSupervisor")
        }
    }

    private mutating func add(_ member: FirmImportPlan.Member?, to entry: Int?, _ reader: inout FirmRowReader) {
        guard let entry else { return }
        guard let member else {
            if plan.entries[entry].known != nil, !reader.hasPerson {
                reader.warn(.identifier, "errors.importNothingToAdd")
            }
            return
        }
        if plan.entries[entry].members.contains(where: { $0.new.email == member.new.email }) {
            return reader.warn(.email, "errors.importSameRow")
        }
        if people[member.new.email] == nil { people[member.new.email] = (member.row, member.new.name) }
        plan.entries[entry].members.append(member)
    }
}
