import Foundation

/// A network address as tries to sign in are counted: one customer of one provider.
///
/// IPv4 counts as it is, whatever form it comes in (RFC 4291, 2.5.5.2). Of IPv6 one customer has a /64 at least
/// (RFC 6177), so all its addresses are one; many have a /56 or a /48, which is what a flood is counted by.
package struct AddressGroup: Sendable, Equatable {
    /// `192.0.2.1`, or `2001:db8:1:2::/64`. What is no address stands as it came.
    package let text: String
    /// `2001:db8:1::/48`; nothing for IPv4.
    package let network: String?

    package init(_ address: String) {
        guard let bytes = Self.bytes(ofIPv6: address) else {
            (text, network) = (address, nil)
            return
        }
        if let plain = Self.mapped(bytes) {
            (text, network) = (plain, nil)
            return
        }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        text = groups.joined(separator: ":") + "::/64"
        network = groups.prefix(3).joined(separator: ":") + "::/48"
    }

    /// An address as it is shown: IPv4 that came as IPv6 is IPv4.
    package static func plain(_ address: String) -> String {
        bytes(ofIPv6: address).flatMap(mapped) ?? address
    }

    private static func bytes(ofIPv6 address: String) -> [UInt8]? {
        guard address.utf8.count <= 64, address.utf8.contains(UInt8(ascii: ":")) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        let withoutZone = address.prefix { $0 != "%" }
        return inet_pton(AF_INET6, String(withoutZone), &bytes) == 1 ? bytes : nil
    }

    private static func mapped(_ bytes: [UInt8]) -> String? {
        guard bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF else { return nil }
        return bytes[12...].map(String.init).joined(separator: ".")
    }
}
