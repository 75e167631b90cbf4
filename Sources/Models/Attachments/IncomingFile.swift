import Foundation
import Secrets

#if canImport(Glibc)
import Glibc
#endif

/// A file that is being received: its bytes are counted and hashed as they arrive, and its type is detected from the
/// first ones. Calls must not overlap. A file that is not kept is removed.
package final class IncomingFile: @unchecked Sendable {
    private let store: AttachmentStore
    private let name: String
    private let rules: FileRules
    private let key: String
    private let path: String
    private let descriptor: Int32
    private let promise: DiskReservation
    private let digest = SHA256Stream()
    private var head = Data()
    private var size: Int64 = 0
    private var isKept = false

    private static let headSize = 64 * 1024

    init(store: AttachmentStore, name: String, rules: FileRules, promise: DiskReservation) throws {
        self.promise = promise
        self.store = store
        self.name = name
        self.rules = rules
        key = Hex.text(Token().digest)
        path = store.folder.appendingPathComponent("incoming").appendingPathComponent(key).path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StorageFailure(code: errno) }
    }

    deinit {
        close(descriptor)
        if !isKept { unlink(path) }
    }

    /// Appends the next bytes.
    /// - Throws: `FileTooLarge` over the limit, `DiskFloorReached`, `StorageFailure` when the disk refuses.
    package func write(_ bytes: UnsafeRawBufferPointer) throws {
        let offset = size
        size += Int64(bytes.count)
        guard size <= rules.limit else { throw FileTooLarge() }
        try promise.cover(Int64(bytes.count))
        digest.update(bytes)
        if head.count < Self.headSize { head.append(contentsOf: bytes.prefix(Self.headSize - head.count)) }
        try DurableFile.write(bytes, to: descriptor, at: offset)
        promise.wrote(Int64(bytes.count))
    }

    /// Checks the type, syncs the bytes and moves them to the path of their key.
    /// - Throws: `FileRefusal` when the type is not allowed or differs from what the name claims.
    package func keep() throws -> AttachmentStore.Kept {
        let type = try FileType.detect(head: head, name: name)
        if let kinds = rules.kinds, !kinds.contains(type.kind) { throw FileRefusal.notAllowed(found: type.mediaType) }
        let cleaned = try FileName.cleaned(type.name(for: name), fallbackExtension: type.extensions.first ?? "bin")
        try DurableFile.sync(descriptor)
        let place = store.path(key)
        let folder = (place as NSString).deletingLastPathComponent
        if mkdir(folder, 0o700) == 0 { try DurableFile.sync(folder: store.folder.path) }
        guard rename(path, place) == 0 else { throw StorageFailure(code: errno) }
        isKept = true
        try DurableFile.sync(folder: folder)
        return AttachmentStore.Kept(
            key: key, name: cleaned, words: SearchWords.line(cleaned), type: type, size: size, sha256: digest.finish())
    }
}

package struct FileTooLarge: Error {
    package init() {}
}
