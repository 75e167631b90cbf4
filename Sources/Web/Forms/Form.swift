import Secrets

/// The fields of a posted form or of a query, as typed, in order. Unknown fields do no harm: each
/// handler takes those it knows.
struct Form: Sendable {
    private var fields: [String: [String]] = [:]

    init() {}

    /// - Throws: `BadRequest` when it is not URL-encoded UTF-8, or holds a NUL.
    init(encoded: some StringProtocol) throws {
        let pairs = encoded.split(separator: "&")
        guard pairs.count <= 20_000 else { throw BadRequest.tooLarge }
        for pair in pairs {
            let parts = Substring(pair).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try PercentCoding.decode(parts[0])
            let value = parts.count > 1 ? try PercentCoding.decode(parts[1]) : ""
            guard !value.utf8.contains(0) else { throw BadRequest.encoding }
            fields[name, default: []].append(value)
        }
    }

    /// The field's value, or an empty text. A field that came twice counts as not given.
    subscript(_ name: String) -> String {
        guard let values = fields[name], values.count == 1 else { return "" }
        return values[0]
    }

    func all(_ name: String) -> [String] { fields[name] ?? [] }

    func has(_ name: String) -> Bool { fields[name] != nil }

    /// What a person wrote in the form, as one text to copy, if anything.
    var typed: String? {
        let texts = [self["subject"], self["body"]].filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// Names a form that sends a message: the one that came back with mistakes keeps its name, any other gets a new one.
    /// A form that is posted twice, because the answer was lost, is sent once.
    var key: String { self["formKey"].isEmpty ? Token().text : self["formKey"] }

    /// A number in the query, if there is one that fits.
    func id(_ name: String) -> Int64? { Int64(self[name]) }
}
