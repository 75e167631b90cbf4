/// One choice of a select field.
struct Option: Encodable {
    let code: String
    let name: String
    let isSelected: Bool
}
