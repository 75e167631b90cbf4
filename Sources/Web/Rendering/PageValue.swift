import Synchronization

/// A value on a page, as its template asks for it.
enum PageValue: Sendable {
    case nothing
    case text(String)
    case flag(Bool)
    case record(Record)
    case list([PageValue])

    /// A struct's values in the order of its properties.
    final class Record: Sendable {
        private let names: [Names.Number]
        private let values: [PageValue]

        init(_ names: [Names.Number], _ values: [PageValue]) {
            (self.names, self.values) = (names, values)
        }

        /// - Returns: nothing where the struct has no such property.
        func value(_ name: Names.Number) -> PageValue? { names.firstIndex(of: name).map { values[$0] } }
    }

    /// Whether a section of it is there.
    var isThere: Bool {
        switch self {
        case .nothing, .flag(false): false
        case .list(let elements): !elements.isEmpty
        case .text, .flag, .record: true
        }
    }
}

/// The names in templates and of properties as numbers, which are quickly compared.
final class Names: Sendable {
    typealias Number = Int32

    private let numbers = Mutex<[String: Number]>([:])
    private let structs = Mutex<[ObjectIdentifier: [Number]]>([:])

    func number(of name: String) -> Number {
        numbers.withLock { numbers in
            if let number = numbers[name] { return number }
            let number = Number(numbers.count)
            numbers[name] = number
            return number
        }
    }

    /// Those of a struct's properties, by the type of its coding keys; nothing before the first of them was seen.
    func properties(_ keys: any CodingKey.Type) -> [Number]? { structs.withLock { $0[ObjectIdentifier(keys)] } }

    func keep(_ properties: [Number], of keys: any CodingKey.Type) {
        structs.withLock { $0[ObjectIdentifier(keys)] = properties }
    }
}
