import Foundation

/// A type of file that may be uploaded: an entry of the list in `FileType+Allowed.swift`, which is complete.
package struct FileType: Sendable, Equatable {
    /// The media type of its downloads, such as "application/pdf".
    package let mediaType: String
    /// The name that people know: "PDF".
    package let kind: String
    /// Without the dot, in lower case, the preferred one first.
    package let extensions: [String]
    /// The media types that libmagic reports for such bytes, sufficient under any name.
    let signs: Set<String>
    /// Less specific media types, sufficient only together with one of these extensions: a DOCX is also a ZIP.
    let looseSigns: Set<String>
    /// Whether any text is accepted under these extensions, whatever libmagic takes its first words for.
    let isText: Bool

    /// Returns the type of a file by its first bytes, which its name must agree with (OWASP ASVS 5.0, 5.2.2). Only a
    /// picture may have any allowed extension, since phones and messengers mix them up; ``name(for:)`` corrects it.
    ///
    /// - Parameters:
    ///   - head: the beginning of the file; at most 64 KiB of it are looked at.
    ///   - name: as the browser sent it. A name without an extension claims nothing, so the bytes decide alone.
    /// - Throws: ``FileRefusal``; another error only when libmagic itself does not work here.
    package static func detect(head: Data, name: String) throws -> FileType {
        guard !head.isEmpty else { throw FileRefusal.empty }
        let found = try sign(of: head)
        guard let claimedExtension = FileName.fileExtension(of: name) else { return try named(by: found) }
        guard let claimed = allowed.first(where: { $0.extensions.contains(claimedExtension) }) else {
            let passes = allowed.contains { $0.signs.contains(found) }
            throw FileRefusal.notAllowed(found: passes ? ".\(claimedExtension)" : found)
        }
        if claimed.takes(head, found) { return claimed }
        let type = try? named(by: found)
        if let type, type.mediaType.hasPrefix("image/") { return type }
        throw FileRefusal.mismatch(claimed: claimed.kind, found: type?.kind ?? found)
    }

    /// Returns a file's name with this type's extension in place of another type's.
    package func name(for name: String) -> String {
        guard let claimed = FileName.fileExtension(of: name), !extensions.contains(claimed),
            let dot = name.unicodeScalars.lastIndex(of: ".")
        else { return name }
        return name[..<dot] + ".\(extensions[0])"
    }

    private func takes(_ head: Data, _ found: String) -> Bool {
        if signs.contains(found) || looseSigns.contains(found) { return true }
        return isText ? PlainText.isPlain(head, found) : kind == "PDF" && Self.isLatePDF(head, found)
    }

    /// Whether a PDF begins after some other bytes, which readers allow (ISO 32000-1, annex H, 3.4.1): after the
    /// headers of a mail, or printer commands.
    private static func isLatePDF(_ head: Data, _ found: String) -> Bool {
        ["application/octet-stream", "text/plain"].contains(found)
            && head.prefix(1024 + 5).firstRange(of: Data("%PDF-".utf8)) != nil
    }

    private static func named(by sign: String) throws -> FileType {
        guard let type = allowed.first(where: { $0.signs.contains(sign) }) else {
            throw FileRefusal.notAllowed(found: sign)
        }
        return type
    }

    private static func sign(of head: Data) throws -> String {
        let found = try Magic.mediaType(of: head)
        // To libmagic, Office files whose parts are in an unusual order are only "data".
        guard found == "application/octet-stream" else { return found }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "application/zip" }
        return isSigned(head) ? "application/pkcs7-mime" : found
    }

    /// Whether the bytes are a signed message (RFC 5652, 3 and 5.1): a sequence that begins with that type's
    /// identifier.
    private static func isSigned(_ head: Data) -> Bool {
        let name = Data([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02])
        return head.first == 0x30 && head.prefix(24).firstRange(of: name) != nil
    }
}
