import Foundation

/// Local time in Poland, which a file means where it writes a time without a zone.
package enum PolishTime {
    package static let zone = TimeZone(identifier: "Europe/Warsaw") ?? TimeZone(secondsFromGMT: 3600) ?? .gmt

    /// How many seconds it is ahead of UTC.
    /// - Parameter seconds: since 1970, by the clock on the wall. Of the hour that is there twice the first is meant.
    static func offset(ofLocal seconds: Int) -> Int {
        let summer = 7200
        let asSummer = Date(timeIntervalSince1970: Double(seconds - summer))
        return zone.secondsFromGMT(for: asSummer) == summer ? summer : 3600
    }
}
