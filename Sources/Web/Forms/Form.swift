import Formats
import Models
import Secrets

/// The fields of a posted form or of a query, as typed, in order. Those that are no fields of ours (``FormFields``) are
/// passed over.
///
/// It is read by bytes: limits come first, and long runs of combining marks are cut before anything compares, counts or
/// normalises a text. One of 120 kB of marks, as a field's name, would otherwise hold everybody up for seconds.
struct Form: Sendable {
    private var fields: [String: [String]] = [:]
    /// The first field with more bytes than it may have.
    private var tooLong: String?
    /// The address that it was posted to.
    var sentTo = ""

    init() {}

    init(encoded: String) throws { try self.init(bytes: Array(encoded.utf8)) }

    /// - Throws: `BadRequest` when a field of ours is not URL-encoded UTF-8, or holds a NUL, or there are too many.
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

    /// The name of a field of ours, and the most bytes of its value.
    private static func field(_ encoded: ArraySlice<UInt8>) throws -> (String, Int)? {
        // At most three bytes for each of the name.
        guard encoded.count <= 3 * FormFields.longestName,
            let bytes = try? PercentCoding.decode(encoded, most: FormFields.longestName),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        let name = String(decoding: bytes, as: UTF8.self)
        return FormFields.limit(name).map { (name, $0) }
    }

    /// Refuses a form with too much in a field. Not while it is read: whoever may not send it learns that first.
    /// - Throws: `BadRequest`, which gives back what was written.
    func check() throws {
        guard let tooLong else { return }
        throw FormFields.written.contains(tooLong)
            ? BadRequest.fieldTooLong(tooLong, typed: typed) : BadRequest.encoding
    }

    /// The field's value, or an empty text. A field that came twice counts as not given.
    subscript(_ name: String) -> String {
        guard let values = fields[name], values.count == 1 else { return "" }
        return values[0]
    }

    func all(_ name: String) -> [String] { fields[name] ?? [] }

    func has(_ name: String) -> Bool { fields[name] != nil }

    /// Whether somebody typed a password into it.
    var hasPassword: Bool { has("password") || has("current") }

    /// All fields as they stand on a page, by name.
    var entries: [(name: String, value: String)] {
        fields.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { (name, FormFields.coded(name, $0)) }
        }
    }

    /// Too much of a letter is given back to whoever wrote it; too much of anything else is not even decoded.
    private static let givenBack = ["subject", "body", "note"]

    /// The letter that a person wrote in the form, as one text to copy, if any.
    var typed: String? {
        let texts = Self.givenBack.map { MessageText.plain(self[$0], .marks) }.filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// Names a form that sends a message: the one that came back with mistakes keeps its name, any other gets a new one.
    /// A form that is posted twice, because the answer was lost, is sent once.
    var key: String { self["formKey"].isEmpty ? Token().text : self["formKey"] }

    /// The number of a row in a field of codes (``FormFields/rows``), if there is one.
    func id(_ name: String) -> Int64? { Int64(self[name]) }

    /// The numbers of a field, which comes once for each or holds many: `3+7`. Ten thousand ticked firms are one field.
    func ids(_ name: String) -> [Int64] {
        all(name).flatMap { $0.utf8.split { $0 == UInt8(ascii: "+") || $0 == 0x20 } }.compactMap {
            Int64(Substring($0))
        }
    }
}
