import Formats
import Models
import Secrets

/// The fields of a posted form or of a query, as typed, in order. Ignores fields that are not in ``FormFields``.
///
/// It is read as bytes: limits are checked first, and long runs of combining marks are cut before anything compares,
/// counts or normalizes a text. A field's name with 120 kB of marks would otherwise block everybody for seconds.
struct Form: Sendable {
    private var fields: [String: [String]] = [:]
    /// The first field that exceeds its limit.
    private var tooLong: String?
    /// The address to which it was posted.
    var sentTo = ""

    init() {}

    init(encoded: String) throws { try self.init(bytes: Array(encoded.utf8)) }

    /// - Throws: `BadRequest` when a field is not URL-encoded UTF-8, or contains NUL, or when there are too many.
    init(bytes: [UInt8]) throws {
        var (start, count) = (0, 0)
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            if end > start { count += 1 }
            guard count <= FormFields.most else { throw BadRequest.tooManyFields(typed: typed) }
            try add(bytes[start..<end])
            start = end + 1
        }
    }

    private mutating func add(_ pair: ArraySlice<UInt8>) throws {
        let middle = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        guard let (name, limit) = try Self.field(pair[..<middle]) else { return }
        let isGivenBack = Self.givenBack.contains(name)
        let value = try PercentCoding.decode(pair[middle...].dropFirst(), most: isGivenBack ? .max : limit)
        if value.map({ $0.count > limit }) ?? true { tooLong = tooLong ?? name }
        guard let value else { return }
        guard !value.contains(0), let text = String(validating: value, as: UTF8.self) else { throw BadRequest.encoding }
        fields[name, default: []].append(FormFields.decoded(name, StreamSafe.cut(text)))
    }

    /// Returns a known field's name and the limit of its value in bytes; `nil` for an unknown field.
    private static func field(_ encoded: ArraySlice<UInt8>) throws -> (String, Int)? {
        // At most three bytes for each one of the name.
        guard encoded.count <= 3 * FormFields.longestName,
            let bytes = try? PercentCoding.decode(encoded, most: FormFields.longestName),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        let name = String(decoding: bytes, as: UTF8.self)
        return FormFields.limit(name).map { (name, $0) }
    }

    /// Refuses a form with a value that is too long. Called after parsing, because a sender without permission is told
    /// that first.
    /// - Throws: `BadRequest`, which returns the written text.
    func check() throws {
        guard let tooLong else { return }
        throw FormFields.written.contains(tooLong)
            ? BadRequest.fieldTooLong(tooLong, typed: typed) : BadRequest.encoding
    }

    /// The field's value, or an empty text. A repeated field counts as missing.
    subscript(_ name: String) -> String {
        guard let values = fields[name], values.count == 1 else { return "" }
        return values[0]
    }

    func all(_ name: String) -> [String] { fields[name] ?? [] }

    func has(_ name: String) -> Bool { fields[name] != nil }

    /// Whether it contains a password.
    var hasPassword: Bool { has("password") || has("current") }

    /// All fields by name, in the form for pages.
    var entries: [(name: String, value: String)] {
        fields.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { (name, FormFields.coded(name, $0)) }
        }
    }

    /// A letter that is too long is returned to its author; other values that are too long are not even decoded.
    private static let givenBack = ["subject", "body", "note"]

    /// The letter that was written in the form, as one text to copy, if any.
    var typed: String? {
        let texts = Self.givenBack.map { MessageText.plain(self[$0]) }.filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// Identifies a form that sends a message: a refused form keeps its key, any other gets a new one. A form that is
    /// posted twice, because the response was lost, is sent once.
    var key: String { self["formKey"].isEmpty ? Token().text : self["formKey"] }

    /// Returns the number of a row in a field of codes (``FormFields/rows``), if there is one.
    func id(_ name: String) -> Int64? { Int64(self[name]) }

    /// Returns the numbers of a field, which may be repeated or contain many: `3+7`. Ten thousand ticked firms are one
    /// field.
    func ids(_ name: String) -> [Int64] {
        all(name).flatMap { $0.utf8.split { $0 == UInt8(ascii: "+") || $0 == 0x20 } }.compactMap {
            Int64(Substring($0))
        }
    }
}
