import Foundation

/// Local time in Poland, assumed for times without a zone.
package enum PolishTime {
    package static let zone = TimeZone(identifier: "Europe/Warsaw") ?? TimeZone(secondsFromGMT: 3600) ?? .gmt

    /// Returns the number of seconds by which local time is ahead of UTC.
    /// - Parameter seconds: local time in seconds since 1970. In the repeated hour in autumn the first one is assumed.
    static func offset(ofLocal seconds: Int) -> Int {
        let summer = 7200
        let asSummer = Date(timeIntervalSince1970: Double(seconds - summer))
        return zone.secondsFromGMT(for: asSummer) == summer ? summer : 3600
    }
}
