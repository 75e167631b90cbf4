import Hummingbird
import Secrets

/// The outermost middleware: while it handles a request, numbers of rows are written in addresses and forms as the
/// office's codes (``AddressCodes``), and read from them. That includes a body that is written later.
struct AddressCoding: RouterMiddleware {
    let codes: AddressCodes

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        try await AddressCodes.$current.withValue(codes) {
            var response = try await next(request, context)
            // A body with a length is finished, or a file.
            if response.body.contentLength == nil { response.body = coding(response.body) }
            return response
        }
    }

    private func coding(_ body: ResponseBody) -> ResponseBody {
        ResponseBody { [codes] writer in
            try await AddressCodes.$current.withValue(codes) { try await body.write(writer) }
        }
    }
}

extension AddressCodes {
    /// The codes of the office whose request is handled; `nil` outside of a request.
    @TaskLocal static var current: AddressCodes?

    /// Returns a text with codes in place of the numbers between its words: `3+7`, `conversation/8`.
    package func coded(_ text: String) -> String {
        Self.exchanged(text) { part in Self.isNumber(part) ? Int64(part).map(code) : nil }
    }

    /// Does the reverse. Drops numbers that are not codes.
    package func decoded(_ text: String) -> String {
        Self.exchanged(text) { part in number(part).map(String.init) ?? (Self.isNumber(part) ? "" : nil) }
    }

    private static func exchanged(_ text: String, _ other: (Substring) -> String?) -> String {
        var (exchanged, rest) = ("", text[...])
        while !rest.isEmpty {
            let end = rest.utf8.firstIndex(where: signs.contains) ?? rest.endIndex
            let part = rest[..<end]
            exchanged += other(part) ?? String(part)
            rest = rest[end...]
            if let sign = rest.unicodeScalars.popFirst() { exchanged.unicodeScalars.append(sign) }
        }
        return exchanged
    }

    private static let signs = Set("+ ./".utf8)

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension Int64 {
    /// The code of this row's number in addresses and forms.
    var code: String { AddressCodes.current?.code(self) ?? String(self) }
}

extension String {
    /// A topic of live changes in pages and streams: `conversation/8` with a code for the number.
    var codedTopic: String { AddressCodes.current?.coded(self) ?? self }
}
