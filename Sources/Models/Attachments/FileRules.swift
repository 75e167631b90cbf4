/// What a file may be, by what it is received for.
package struct FileRules: Sendable {
    /// In bytes.
    package let limit: Int64
    /// Of the types that are taken at all; nothing for all of them.
    let kinds: Set<String>?

    /// What goes with a message.
    package static let attachment = FileRules(limit: AttachmentStore.limit, kinds: nil)
}
