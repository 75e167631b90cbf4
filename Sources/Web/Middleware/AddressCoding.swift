import Hummingbird
import Secrets

/// The outermost of all: while a request is answered, numbers of rows are written in addresses and forms by the codes of
/// its office (``AddressCodes``), and read back from them. A body that is written later is written so too.
struct AddressCoding: RouterMiddleware {
    let codes: AddressCodes

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        try await AddressCodes.$current.withValue(codes) {
            var response = try await next(request, context)
            // What has a length is finished, or a file.
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
    /// Those of the office whose request is answered; nothing outside of a request.
    @TaskLocal static var current: AddressCodes?

    /// A text in which numbers stand between words and signs, with codes in their place: `3+7`, `conversation/8`.
    package func coded(_ text: String) -> String {
        Self.exchanged(text) { part in Self.isNumber(part) ? Int64(part).map(code) : nil }
    }

    /// The same the other way. Numbers that did not come as codes are left out.
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
    /// The code that stands for this number of a row in addresses and forms.
    var code: String { AddressCodes.current?.code(self) ?? String(self) }
}

extension String {
    /// A topic of live changes as pages and streams name it: `conversation/8` with a code for the number.
    var codedTopic: String { AddressCodes.current?.coded(self) ?? self }
}
