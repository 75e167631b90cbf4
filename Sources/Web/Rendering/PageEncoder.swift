/// Takes the values out of a page by the code that the compiler makes for `Encodable`: it names each property, so
/// that no page has to, and takes a tenth of the time of reflection.
struct PageEncoder: Encoder {
    fileprivate let taken: Taken
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func values(of page: some Encodable, _ names: Names) -> PageValue {
        let taken = Taken(names)
        taken.take(page)
        return taken.value
    }

    func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
        taken.beginRecord(Key.self)
        return KeyedEncodingContainer(Properties<Key>(taken: taken))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(taken: taken) }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        preconditionFailure("a page holds texts, flags, whole numbers, structs and lists of these")
    }
}

/// The values that were taken so far out of one struct or list. Reached by one thread, in one call at a time.
private final class Taken {
    private let names: Names
    @exclusivity(unchecked) private var values: [PageValue] = []
    @exclusivity(unchecked) private var keys: (any CodingKey.Type)?
    @exclusivity(unchecked) private var properties: [Names.Number] = []
    /// Whether it is the first struct of its type: then its names are not known yet.
    @exclusivity(unchecked) private var isFirst = false

    init(_ names: Names) {
        self.names = names
    }

    func take(_ page: some Encodable) {
        do { try page.encode(to: PageEncoder(taken: self)) } catch {
            preconditionFailure("a page cannot refuse to be shown: \(error)")
        }
    }

    func within(_ inner: some Encodable) -> PageValue {
        let taken = Taken(names)
        taken.take(inner)
        return taken.value
    }

    func beginRecord(_ keys: any CodingKey.Type) {
        self.keys = keys
        let known = names.properties(keys)
        isFirst = known == nil
        properties = known ?? []
        values.reserveCapacity(properties.count)
    }

    func add(_ value: PageValue, _ key: some CodingKey) {
        if isFirst { properties.append(names.number(of: key.stringValue)) }
        values.append(value)
    }

    func add(_ element: PageValue) { values.append(element) }

    var count: Int { values.count }

    var value: PageValue {
        guard let keys else { return .list(values) }
        if isFirst { names.keep(properties, of: keys) }
        return .record(PageValue.Record(properties, values))
    }
}

private struct Properties<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let taken: Taken
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { taken.add(.nothing, key) }
    func encode(_ value: String, forKey key: Key) { taken.add(.text(value), key) }
    func encode(_ value: Bool, forKey key: Key) { taken.add(.flag(value), key) }
    func encode(_ value: some Encodable, forKey key: Key) { taken.add(taken.within(value), key) }
    func encodeIfPresent(_ value: String?, forKey key: Key) { taken.add(value.map { .text($0) } ?? .nothing, key) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) { taken.add(value.map { .flag($0) } ?? .nothing, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) { number(value, key) }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) { number(value, key) }
    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) {
        taken.add(value.map { taken.within($0) } ?? .nothing, key)
    }

    func encode(_ value: Int, forKey key: Key) { number(value, key) }
    func encode(_ value: Int8, forKey key: Key) { number(value, key) }
    func encode(_ value: Int16, forKey key: Key) { number(value, key) }
    func encode(_ value: Int32, forKey key: Key) { number(value, key) }
    func encode(_ value: Int64, forKey key: Key) { number(value, key) }
    func encode(_ value: UInt, forKey key: Key) { number(value, key) }
    func encode(_ value: UInt8, forKey key: Key) { number(value, key) }
    func encode(_ value: UInt16, forKey key: Key) { number(value, key) }
    func encode(_ value: UInt32, forKey key: Key) { number(value, key) }
    func encode(_ value: UInt64, forKey key: Key) { number(value, key) }
    func encode(_ value: Double, forKey key: Key) { unknown() }
    func encode(_ value: Float, forKey key: Key) { unknown() }

    private func number(_ value: (some BinaryInteger)?, _ key: Key) {
        taken.add(value.map { .text("\($0)") } ?? .nothing, key)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey: Key) -> KeyedEncodingContainer<Nested> {
        unknown()
    }
    func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedEncodingContainer { unknown() }
    func superEncoder() -> any Encoder { unknown() }
    func superEncoder(forKey: Key) -> any Encoder { unknown() }
}

private struct Elements: UnkeyedEncodingContainer {
    let taken: Taken
    var codingPath: [any CodingKey] { [] }
    var count: Int { taken.count }

    func encodeNil() { taken.add(.nothing) }
    func encode(_ value: String) { taken.add(.text(value)) }
    func encode(_ value: some Encodable) { taken.add((value as? String).map { .text($0) } ?? taken.within(value)) }
    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> { unknown() }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { unknown() }
    func superEncoder() -> any Encoder { unknown() }
}

private func unknown() -> Never { preconditionFailure("no page is encoded so by the compiler") }
