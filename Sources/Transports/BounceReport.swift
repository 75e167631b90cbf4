/// What a mail server reports of a mail that it could not deliver (RFC 3464), and nothing else of the returned mail:
/// whoever writes such a mail can write anything into it. Which mail it is about is said by the address to which it came
/// (``BounceAddress``).
package struct BounceReport: Sendable, Equatable {
    package enum Action: String, Sendable { case failed, delayed, delivered, relayed, expanded }

    package struct Recipient: Sendable, Equatable {
        package let address: String
        package let action: Action
        /// `5.1.1`.
        package let status: String
        /// The words of the server that refused, cut to a line.
        package let words: String?

        /// Whether the same mail will fail again.
        package var isForGood: Bool { action == .failed && status.hasPrefix("5.") }
    }

    package let recipients: [Recipient]

    /// The most bytes that are read of a returned mail, and the most recipients of a report.
    private static let (most, mostRecipients) = (512 * 1024, 20)

    /// Fails for whatever is no delivery report with at least one recipient.
    package init?(_ mail: [UInt8]) {
        let lines = Self.lines(mail.prefix(Self.most))
        let head = Fields(lines.prefix { !$0.isEmpty })
        guard let type = head["content-type"], type.lowercased().hasPrefix("multipart/report"),
            Self.parameter("report-type", of: type)?.lowercased() == "delivery-status",
            let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty
        else { return nil }
        let parts = lines.split(omittingEmptySubsequences: true) { $0 == "--\(boundary)" || $0 == "--\(boundary)--" }
        recipients = parts.dropFirst().prefix(3).compactMap(Self.status).first ?? []
        if recipients.isEmpty { return nil }
    }

    /// The recipients of a part, if it is the machine's.
    private static func status(of part: ArraySlice<Substring>) -> [Recipient]? {
        let head = Fields(part.prefix { !$0.isEmpty })
        guard head["content-type"]?.lowercased().hasPrefix("message/delivery-status") == true else { return nil }
        let groups = part.drop { !$0.isEmpty }.split { $0.isEmpty }
        // The first is about the mail as a whole.
        return groups.dropFirst().prefix(mostRecipients).compactMap { recipient(Fields($0)) }
    }

    private static func recipient(_ fields: Fields) -> Recipient? {
        guard let address = fields["final-recipient"].flatMap(valueOfType),
            let action = fields["action"].flatMap({ Action(rawValue: $0.lowercased()) }),
            let status = fields["status"].map({ String($0.prefix { $0 == "." || ("0"..."9").contains($0) }) }),
            status.split(separator: ".", omittingEmptySubsequences: false).count == 3,
            ["2", "4", "5"].contains(status.prefix(1))
        else { return nil }
        let words = fields["diagnostic-code"].flatMap(valueOfType).map { SMTPReply.words($0.utf8) }
        return Recipient(address: SMTPReply.words(address.utf8), action: action, status: status, words: words)
    }

    /// Of `rfc822; anna@biuro.example` what stands behind the type.
    private static func valueOfType(_ value: String) -> String? {
        let parts = value.split(separator: ";", maxSplits: 1)
        return parts.count == 2 ? parts[1].trimmingPrefix(" ").description : nil
    }

    private static func parameter(_ name: String, of type: String) -> String? {
        for part in type.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingPrefix(while: \.isWhitespace).lowercased() == name else { continue }
            let value = pair[1].prefix { $0 != " " }
            return value.hasPrefix("\"") ? value.dropFirst().prefix { $0 != "\"" }.description : value.description
        }
        return nil
    }

    private static func lines(_ bytes: some Collection<UInt8>) -> [Substring] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            Substring(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
        }
    }

    /// The fields of a head, the first of each name, with the lines that continue them.
    private struct Fields {
        private var values: [String: String] = [:]
        private var last: String?

        init(_ lines: some Sequence<Substring>) {
            for line in lines {
                if line.first == " " || line.first == "\t" {
                    if let last { values[last, default: ""] += " " + line.drop(while: \.isWhitespace) }
                } else if let colon = line.firstIndex(of: ":") {
                    let name = line[..<colon].lowercased()
                    last = values[name] == nil ? name : nil
                    if last != nil { values[name] = line[line.index(after: colon)...].trimmingPrefix(" ").description }
                }
            }
        }

        subscript(_ name: String) -> String? { values[name] }
    }
}
