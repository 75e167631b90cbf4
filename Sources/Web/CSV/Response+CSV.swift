import HTTPTypes
import Hummingbird
import Models
import NIOCore

extension Response {
    /// A table to be saved as a file, written while it is read: a large one is never in memory as a whole.
    /// - Parameters:
    ///   - table: the table with its heading.
    ///   - name: the file's name without its ending; it may hold what somebody typed.
    ///   - watch: ends the table when the session that it was asked in has ended.
    ///   - rows: the rows after a key (the first ones after nothing), and the key to go on after, if there are more.
    static func csv<Key: Sendable>(
        _ table: CSV, named name: String, while watch: SessionWatch,
        rows: @escaping @Sendable (Key?) async throws -> (rows: [[String]], next: Key?)
    ) -> Response {
        let body = ResponseBody { writer in
            var (table, key): (CSV, Key?) = (table, nil)
            repeat {
                try watch.check()
                let page = try await rows(key)
                page.rows.forEach { table.add($0) }
                try await writer.write(table.take())
                key = page.next
            } while key != nil
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: CSV.headers(named: name), body: body)
    }
}
