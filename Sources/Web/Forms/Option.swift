/// One choice of a select field.
struct Option: Sendable {
    let code: String
    let name: String
    let isSelected: Bool
}
