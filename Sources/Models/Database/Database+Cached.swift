import GRDB

extension Database {
    /// Runs a statement that each connection compiles only once, because compiling costs more than most writes do.
    func executeCached(_ literal: SQL) throws {
        let (sql, arguments) = try literal.build(self)
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension SQL {
    /// Returns a list for `IN`, bound as one value, so that the statement's text is the same whatever its length.
    static func list(_ ids: [Int64]) -> SQL {
        let json = "[\(ids.map(String.init).joined(separator: ","))]"
        return "(SELECT value FROM json_each(\(json)))"
    }

    /// Returns a query of pairs, bound as one value like a list.
    static func pairs(_ pairs: [(Int64, Int64)]) -> SQL {
        let json = "[\(pairs.map { "[\($0),\($1)]" }.joined(separator: ","))]"
        return "SELECT value ->> 0, value ->> 1 FROM json_each(\(json))"
    }
}
