import Foundation

@testable import Transports

/// Mails and addresses of the tests.
enum TestMail {
    static func address(_ text: String) -> MailAddress {
        guard let address = MailAddress(text) else { fatalError("\(text) is no address") }
        return address
    }

    static let office = address("biuro@lis.example")
    static let client = address("piotr@piekarnia.example")

    static func mail(
        _ subject: String = "Dzień dobry", text: String = "Zażółć gęślą jaźń.\n", html: String? = nil
    ) -> Mail {
        Mail(
            from: .init("Biuro Rachunkowe Anna Lis", office), to: .init("Piotr Kłos", client), subject: subject,
            date: Date(timeIntervalSince1970: 1_796_000_000), messageID: address("7.abc@lis.example"), text: text,
            html: html)
    }

    /// The lines of a header, with those that continue it.
    static func header(_ name: String, of bytes: [UInt8]) -> String? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("\(name): ") || $0 == "\(name):" }) else { return nil }
        let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        return ([lines[start].dropFirst(name.count + 1)] + rest).joined(separator: "\n").trimmingPrefix(" ").description
    }

    /// A header as people read it, decoded.
    static func read(_ value: String) -> String {
        var words: [UInt8] = []
        for word in value.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = word.split(separator: "?", omittingEmptySubsequences: false)
            guard parts.count == 5, parts[0] == "=", parts[4] == "=", let data = Data(base64Encoded: String(parts[3]))
            else { continue }
            words += data
        }
        return String(decoding: words, as: UTF8.self)
    }
}
