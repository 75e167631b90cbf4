import HTTPTypes
import Hummingbird
import Models

/// Finds the address of a request's sender. Behind a proxy every connection is the proxy's, so the address that it
/// added to X-Forwarded-For is used: the last one, and only from a proxy in the settings.
enum ClientAddress {
    static func find(_ request: Request, from peer: String, trusting proxies: Set<String>) -> String {
        let peer = AddressGroup.plain(peer)
        guard proxies.contains(peer), let forwarded = request.headers[values: .forwardedFor].last,
            let last = forwarded.split(separator: ",").last
        else { return peer }
        let address = last.filter { !$0.isWhitespace }
        return address.isEmpty || address.utf8.count > 45 ? peer : AddressGroup.plain(address)
    }
}
