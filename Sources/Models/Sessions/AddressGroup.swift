import Foundation

/// A network address for counting sign-in attempts: one customer of one provider.
///
/// IPv4 addresses count singly, in whatever notation (RFC 4291, 2.5.5.2). An IPv6 customer has at least a /64 (RFC
/// 6177), whose addresses count as one; many have a /56 or a /48, which is used to limit floods.
package struct AddressGroup: Sendable, Equatable {
    /// `192.0.2.1`, or `2001:db8:1:2::/64`. A text that is not an address is kept unchanged.
    package let text: String
    /// `2001:db8:1::/48`; `nil` for IPv4.
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

    /// Returns an address for display: IPv4 mapped into IPv6 becomes IPv4.
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
