import Foundation

/// A type of file that may be uploaded: an entry of the list in `FileType+Allowed.swift`, which is all there is.
package struct FileType: Sendable, Equatable {
    /// What a download is served as, such as "application/pdf".
    package let mediaType: String
    /// What people call it: "PDF".
    package let kind: String
    /// Without the dot, in lower case, the usual one first.
    package let extensions: [String]
    /// What libmagic says of such bytes, whatever they are called.
    let signs: Set<String>
    /// What it may say as well, good enough only under a name with one of our extensions: a DOCX is also a ZIP.
    let looseSigns: Set<String>

    /// The type of a file by its first bytes, which its name must agree with (OWASP ASVS 5.0, 5.2.2).
    ///
    /// - Parameters:
    ///   - head: the beginning of the file; at most 64 KiB of it are looked at.
    ///   - name: as the browser sent it. A name without an extension is a promise of nothing: the bytes decide alone.
    /// - Throws: ``FileRefusal``; another error only when libmagic itself does not work here.
    package static func detect(head: Data, name: String) throws -> FileType {
        guard !head.isEmpty else { throw FileRefusal.empty }
        let found = try sign(of: head)
        guard let claimedExtension = FileName.fileExtension(of: name) else { return try named(by: found) }
        guard let claimed = allowed.first(where: { $0.extensions.contains(claimedExtension) }) else {
            let passes = allowed.contains { $0.signs.contains(found) }
            throw FileRefusal.notAllowed(found: passes ? ".\(claimedExtension)" : found)
        }
        guard claimed.signs.contains(found) || claimed.looseSigns.contains(found) else {
            throw FileRefusal.mismatch(claimed: claimed.kind, found: (try? named(by: found).kind) ?? found)
        }
        return claimed
    }

    private static func named(by sign: String) throws -> FileType {
        guard let type = allowed.first(where: { $0.signs.contains(sign) }) else {
            throw FileRefusal.notAllowed(found: sign)
        }
        return type
    }

    private static func sign(of head: Data) throws -> String {
        let found = try Magic.mediaType(of: head)
        // Office files whose parts stand in an unusual order are only "data" to libmagic.
        let isZip = found == "application/octet-stream" && head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        return isZip ? "application/zip" : found
    }
}
