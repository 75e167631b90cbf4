/// HTML being written: markup of our own, and everything of others escaped.
struct HTMLBytes {
    private var bytes: [UInt8] = []

    var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Our own markup, written as it is.
    mutating func markup(_ markup: String) {
        bytes += markup.utf8
    }

    /// Text for between tags.
    mutating func escaped(_ text: some Collection<UInt8>) {
        each(text) { html, byte in html.append(byte) }
    }

    /// The opening tag of a link that tells the other side nothing and gives it no hold on our page.
    mutating func link(to address: some Collection<UInt8>, direction: String? = nil) {
        markup("<a ")
        if let direction { markup("dir=\"\(direction)\" ") }
        markup("href=\"")
        each(address) { html, byte in
            if Self.addressBytes.contains(byte) { html.append(byte) } else { html.appendPercentEncoded(byte) }
        }
        markup("\" rel=\"noopener noreferrer nofollow\">")
    }

    /// Escapes the five characters HTML gives a meaning to; `plain` gets every other byte.
    private mutating func each(_ text: some Collection<UInt8>, _ plain: (inout HTMLBytes, UInt8) -> Void) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            case UInt8(ascii: "'"): markup("&#39;")
            default: plain(&self, byte)
            }
        }
    }

    private mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    private mutating func appendPercentEncoded(_ byte: UInt8) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// The signs that an address may contain (RFC 3986); "%" because it is most likely encoded already.
    private static let addressBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$()*+,;=%".utf8)
}
