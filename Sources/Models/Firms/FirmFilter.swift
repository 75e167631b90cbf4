import Formats

/// A filter of the firm list: the firms that contain every word of the search, and that have at least one chosen option
/// of each kind. The same value defines a page of the list, "all matching" of a send, and a saved filter, so that they
/// always mean the same firms.
package struct FirmFilter: Equatable, Sendable {
    package private(set) var search: String
    /// Without duplicates, in the order of the address.
    package private(set) var options: [FirmOption]

    package static let searchLimit = 200
    package static let optionLimit = 60

    package init(search: String = "", options: [FirmOption] = []) {
        self.search = TypedText.line(search).beginning(Self.searchLimit)
        self.options = Array(Self.ordered(options).prefix(Self.optionLimit))
    }

    /// Reads the filter from an address. Ignores unknown options.
    /// - Parameter values: returns all values of a field, as typed.
    package init(values: (String) -> [String]) {
        let options = FirmOption.names.flatMap { name in values(name).compactMap { FirmOption(name, $0) } }
        let searches = values(Self.searchName)
        self.init(search: searches.count == 1 ? searches[0] : "", options: options)
    }

    package var isEmpty: Bool { search.isEmpty && options.isEmpty }

    private static let searchName = "q"

    /// The fields of an address: two equal filters have the same fields.
    package var fields: [(name: String, value: String)] {
        (search.isEmpty ? [] : [(Self.searchName, search)]) + options.map(\.field)
    }

    package func has(_ option: FirmOption) -> Bool { options.contains(option) }

    /// Returns the filter with the option, or without it if it is chosen.
    package func toggling(_ option: FirmOption) -> FirmFilter {
        FirmFilter(search: search, options: has(option) ? options.filter { $0 != option } : options + [option])
    }

    package func searching(_ search: String) -> FirmFilter { FirmFilter(search: search, options: options) }

    /// The chosen options, by kind.
    var choices: [FirmOption.Kind: Set<FirmOption>] {
        options.reduce(into: [:]) { $0[$1.kind, default: []].insert($1) }
    }

    private static func ordered(_ options: [FirmOption]) -> [FirmOption] {
        let places = Dictionary(uniqueKeysWithValues: FirmOption.names.enumerated().map { ($1, $0) })
        return Set(options).sorted {
            let (first, second) = ($0.field, $1.field)
            if first.name != second.name { return places[first.name, default: 0] < places[second.name, default: 0] }
            return first.value < second.value
        }
    }
}
