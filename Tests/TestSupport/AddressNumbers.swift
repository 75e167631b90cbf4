import Foundation
import Secrets
import Web

/// Tests write addresses, forms and what they expect with the numbers of rows. The browser of the tests exchanges them
/// for the codes of the office, and back in what it gets. By bytes: some tests send what is slow to read otherwise.
package enum AddressNumbers {
    /// Every office of the tests has this key.
    package static let key = Data((0..<AddressCodes.keyCount).map { UInt8($0) })
    package static let codes = AddressCodes(key: key)

    /// A path with its query, as a page of ours would write it.
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

    /// A field of a form.
    package static func coded(_ field: (String, String)) -> (String, String) {
        // No field of ours has such a name, and to compare it may take long.
        if field.0.utf8.count > 64 { return field }
        if field.0.utf8.starts(with: "firm-".utf8) { return ("firm-" + code(String(field.0.dropFirst(5))), field.1) }
        if field.0 == "next" || field.0 == "keptFor" { return (field.0, coded(field.1)) }
        return (field.0, FormFields.rows.contains(field.0) ? codes.coded(field.1) : field.1)
    }

    /// A text with numbers for codes.
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
