import GRDB

extension PrintoutChoice {
    /// Returns the printouts of each kind that one firm would get now.
    /// - Parameter isPayroll: whether the message is about payroll.
    package func papers(_ db: Database, of firm: Int64, isPayroll: Bool) throws -> [Printout.Kind: [Int64]] {
        let printoutsByFirm = try PrintoutsByFirm(db, self, isPayroll: isPayroll, for: "VALUES (\(firm))")
        let request: SQLRequest<Printout> = """
            SELECT * FROM printout WHERE id IN \(SQL.list(printoutsByFirm.gets[firm] ?? [])) ORDER BY id
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.kind).mapValues { $0.map(\.id) }
    }
}
