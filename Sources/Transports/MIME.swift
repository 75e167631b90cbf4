import Foundation

/// Writes a mail (RFC 5322, RFC 2045 to 2049). Whatever is not plain ASCII is encoded, so that no sign of a name, a
/// subject or a text can begin a line, a header or a mail of its own.
struct MIME {
    private(set) var bytes: [UInt8] = []

    /// Lines are kept under 78 bytes where the words allow; no line may have more than 998 (RFC 5322, 2.1.1).
    static let (usual, most) = (76, 998)

    private mutating func line(_ text: String) { bytes += Array(text.utf8) + [0x0D, 0x0A] }

    mutating func header(_ name: String, plain value: String) throws(MailFailure) {
        guard value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), value.utf8.count < Self.most - 80 else {
            throw MailFailure(.unwritable)
        }
        line(name.utf8.count + value.utf8.count + 2 <= Self.usual ? "\(name): \(value)" : "\(name):\r\n \(value)")
    }

    mutating func header(_ name: String, text: String) throws(MailFailure) {
        line("\(name): \(try EncodedWord.text(text, after: name.utf8.count + 2))")
    }

    mutating func header(_ name: String, _ mailbox: Mail.Mailbox) throws(MailFailure) {
        let address = "<\(mailbox.address.text)>"
        guard !mailbox.name.isEmpty else { return try header(name, plain: address) }
        line("\(name): \(try EncodedWord.phrase(mailbox.name, after: name.utf8.count + 2))\r\n \(address)")
    }
}

// The parts.
extension MIME {
    /// No encoded line has these signs, so no text ends its part.
    private static func boundary(_ kind: String) -> String { "=_\(kind)" }

    mutating func open(_ kind: String) {
        line("Content-Type: multipart/\(kind); boundary=\"\(Self.boundary(kind))\"")
        line("")
    }

    mutating func next(_ kind: String) { line("--\(Self.boundary(kind))") }

    mutating func close(_ kind: String) { line("--\(Self.boundary(kind))--") }

    mutating func part(_ type: String, _ text: String) {
        line("Content-Type: \(type); charset=utf-8")
        let lines = Self.lines(text)
        if QuotedPrintable.isShorter(lines) {
            line("Content-Transfer-Encoding: quoted-printable")
            line("")
            QuotedPrintable.write(lines, into: &bytes)
        } else {
            line("Content-Transfer-Encoding: base64")
            line("")
            base64(Data(lines.flatMap { $0 + [0x0D, 0x0A] }))
        }
    }

    mutating func part(_ picture: Mail.Picture) {
        line("Content-Type: \(picture.mediaType)")
        line("Content-Transfer-Encoding: base64")
        line("Content-ID: <\(picture.contentID.text)>")
        line("Content-Disposition: inline")
        line("")
        base64(picture.bytes)
    }

    private mutating func base64(_ data: Data) {
        let encoded = data.base64EncodedData(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        bytes += encoded
        bytes += [0x0D, 0x0A]
    }

    /// The lines of a text, whatever it ends them with.
    private static func lines(_ text: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        var (lines, start, place): ([ArraySlice<UInt8>], Int, Int) = ([], 0, 0)
        while place < bytes.count {
            defer { place += 1 }
            guard bytes[place] == 0x0A || bytes[place] == 0x0D else { continue }
            lines.append(bytes[start..<place])
            if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
            start = place + 1
        }
        return start < bytes.count ? lines + [bytes[start...]] : lines
    }
}

extension MIME {
    /// Whether bytes can go out: every line ends with CRLF and is short enough, and nothing is outside of ASCII.
    static func isSafe(_ message: [UInt8]) -> Bool {
        guard message.suffix(2) == [0x0D, 0x0A] else { return false }
        var (before, length): (UInt8, Int) = (0, 0)
        for byte in message {
            guard byte < 0x80, byte != 0, (byte == 0x0A) == (before == 0x0D) else { return false }
            length = byte == 0x0A ? 0 : length + 1
            guard length <= most + 1 else { return false }
            before = byte
        }
        return true
    }

    /// `Mon, 30 Nov 2026 16:02:03 +0000`.
    static func date(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let now = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let two = { (number: Int?) in
            let number = number ?? 0; return number < 10 ? "0\(number)" : "\(number)"
        }
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(now.weekday ?? 1) - 1]
        let month = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][(now.month ?? 1) - 1]
        let time = [now.hour, now.minute, now.second].map(two).joined(separator: ":")
        return "\(day), \(two(now.day)) \(month) \(now.year ?? 0) \(time) +0000"
    }

    /// A line runs where its first letter runs: this mark makes it the right letter, whatever follows.
    private static let mark = "\u{200F}"

    static func rightToLeft(line: String) -> String { line.isEmpty ? line : mark + line }

    /// The same for each line but addresses, which are copied with all that stands at them.
    static func rightToLeft(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty || $0.hasPrefix("https://") || $0.hasPrefix("http://") ? String($0) : mark + $0 }
            .joined(separator: "\n")
    }
}
