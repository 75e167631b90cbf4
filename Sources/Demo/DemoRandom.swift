import Foundation

/// Chance that falls the same way every time (SplitMix64, Steele et al. 2014): two demo offices made
/// at the same moment have the same past.
struct DemoRandom: RandomNumberGenerator {
    private var state: UInt64 = 0x5EED_0F5C

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1, and never 1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }

    /// Some of the items, in another order.
    mutating func sample<Item>(_ items: [Item], _ count: Int) -> [Item] {
        var rest = items
        return (0..<min(count, items.count)).map { _ in rest.remove(at: Int(next() % UInt64(rest.count))) }
    }

    /// A length of time, more often short than long, as answers and readers are.
    mutating func delay(_ shortest: TimeInterval, _ longest: TimeInterval) -> TimeInterval {
        let share = unit()
        return (shortest + (longest - shortest) * share * share).rounded()
    }
}
