import Foundation
import Secrets
import Web

/// Lets tests write addresses, forms and expectations with the numbers of rows. The tests' browser replaces them with
/// the office's codes, and the codes in responses with numbers. Works on bytes, because some tests send text that is
/// slow to process otherwise.
package enum AddressNumbers {
    /// The key of every test office.
    package static let key = Data((0..<AddressCodes.keyCount).map { UInt8($0) })
    package static let codes = AddressCodes(key: key)

    /// Returns a path with its query, with codes for numbers.
    package static func coded(_ path: String) -> String {
        let start = path.utf8.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
        let segments = path[..<start].utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let plain = segments.map { code(String($0) ?? "") }.joined(separator: "/")
        guard start < path.endIndex else { return plain }
        let fields = path[start...].utf8.dropFirst().split(separator: UInt8(ascii: "&")).map { field in
            let middle = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
            guard middle < field.endIndex else { return String(field) ?? "" }
            let (name, value) = (String(field[..<middle]) ?? "", String(field[middle...].dropFirst()) ?? "")
            if name.utf8.count > 64 { return "\(name)=\(value)" }
            if name == "next" { return "next=\(Browser.encode(coded(value.removingPercentEncoding ?? "")))" }
            return "\(name)=\(coded((name, value)).1)"
        }
        return "\(plain)?\(fields.joined(separator: "&"))"
    }

    /// Returns a form's field, with codes for numbers.
    package static func coded(_ field: (String, String)) -> (String, String) {
        // No field has such a long name, and comparing it may take long.
        if field.0.utf8.count > 64 { return field }
        if field.0.utf8.starts(with: "firm-".utf8) { return ("firm-" + code(String(field.0.dropFirst(5))), field.1) }
        if field.0 == "next" || field.0 == "keptFor" { return (field.0, coded(field.1)) }
        return (field.0, FormFields.rows.contains(field.0) ? codes.coded(field.1) : field.1)
    }

    /// Returns a text with numbers for codes.
    static func read(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var (read, kept, start) = ([UInt8](), 0, 0)
        for index in 0...bytes.count {
            if index < bytes.count, isPart[Int(bytes[index])] { continue }
            if index - start == AddressCodes.count,
                let number = codes.number(String(decoding: bytes[start..<index], as: UTF8.self)),
                (0..<1_000_000_000_000_000).contains(number)
            {
                read += bytes[kept..<start]
                read += "\(number)".utf8
                kept = index
            }
            start = index + 1
        }
        return kept == 0 ? text : String(decoding: read + bytes[kept...], as: UTF8.self)
    }

    private static let isPart = (0..<256).map { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }

    private static func code(_ text: String) -> String {
        let isNumber = !text.isEmpty && text.utf8.count < 20 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? Int64(text).map(codes.code) ?? text : text
    }
}
