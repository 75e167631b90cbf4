import Models

/// An uploaded file of a form that is not sent yet.
struct UploadRow: Encodable {
    let key: String
    let name: String
    let size: String
    let kind: String
}

extension UploadRow {
    init(_ file: StoredFile, _ format: Format) {
        self.init(key: file.key, name: file.name, size: format.size(file.size), kind: file.kind)
    }
}
