/// The limits for a file, which depend on the purpose of its upload.
package struct FileRules: Sendable {
    /// In bytes.
    package let limit: Int64
    /// The allowed kinds (``FileType/kind``); `nil` for all.
    let kinds: Set<String>?

    /// The rules for attachments of messages.
    package static let attachment = FileRules(limit: AttachmentStore.limit, kinds: nil)
}
