import Models

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

extension UploadRow {
    init(_ file: StoredFile, _ format: Format) {
        self.init(key: file.key, name: file.name, size: format.size(file.size), kind: file.kind)
    }
}
