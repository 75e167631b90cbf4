import Models

/// Tax identifiers that are valid and that nobody could take for a real firm's.
enum DemoIdentifiers {
    /// Ten times one digit: `1111111111`. Valid for each digit, since the weights sum to 45 and 45 % 11 is 1.
    static func repeated(_ digit: Int) -> String {
        String(repeating: "\(digit)", count: 10)
    }

    /// `121 121 121` and its like, each with its check digit.
    static let patterned: [String] = (1...9).flatMap { outer in
        (1...9).compactMap { inner in
            outer == inner ? nil : checked([Int](repeating: 0, count: 9).indices.map { $0 % 3 == 1 ? inner : outer })
        }
    }

    /// Nine digits as Israeli companies have them: 51, six times one digit, the check digit.
    static func company(_ digit: Int) -> String {
        let text = "51" + String(repeating: "\(digit)", count: 6)
        return (0...9).lazy.map { "\(text)\($0)" }.first { Country.israel.identifier($0) != nil } ?? text
    }

    /// Nothing when the check digit would be 10: such numbers are not given out.
    private static func checked(_ digits: [Int]) -> String? {
        let text = digits.map(String.init).joined()
        return (0...9).lazy.map { "\(text)\($0)" }.first { Country.poland.identifier($0) != nil }
    }
}
