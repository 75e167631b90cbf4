import HTTPTypes
import Hummingbird
import Models
import NIOCore

extension Response {
    /// Returns a table for download, written while it is read, so that a large one is never in memory at once.
    /// - Parameters:
    ///   - table: the table with its heading.
    ///   - name: the file's name without its extension; may contain typed text.
    ///   - watch: stops the table when its session has ended.
    ///   - rows: returns the rows after a key (the first ones for `nil`), and the key to continue after, if there are
    ///     more.
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
