/// One choice of a select field.
struct Option: Encodable {
    let code: String
    let name: String
    let isSelected: Bool
}

/// A file that has been uploaded for a form that is not sent yet.
struct UploadRow: Encodable {
    let key: String
    let name: String
    let size: String
    let kind: String
}
