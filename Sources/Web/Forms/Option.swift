/// One choice of a select field.
struct Option: Sendable {
    let code: String
    let name: String
    let isSelected: Bool
}

/// An uploaded file of a form that is not sent yet.
struct UploadRow: Row {
    let key: String
    let name: String
    let size: String
    let kind: String

    static let template = "shared/_uploaded"
    static let fields: [RowField<UploadRow>] = [
        .plain("key", \.key), .plain("name", \.name), .plain("size", \.size), .plain("kind", \.kind),
    ]
}
