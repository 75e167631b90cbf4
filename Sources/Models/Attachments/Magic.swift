import CMagic
import Foundation
import Synchronization

/// Calls libmagic, which detects the type of a file from its first bytes.
enum Magic {
    /// libmagic has no database on this machine (Debian: `libmagic-mgc`); nothing can be uploaded until it has.
    struct Unavailable: Error {
        let reason: String
    }

    /// libmagic examines at most this many bytes, so that a crafted file cannot keep it busy.
    static let headCount = 65_536

    /// Returns the media type of the bytes, such as `application/pdf`; "application/octet-stream" when unknown.
    static func mediaType(of head: Data) throws -> String {
        try handle.withLock { handle in
            if handle == nil { handle = try open() }
            let name = head.prefix(headCount).withUnsafeBytes { magic_buffer(handle, $0.baseAddress, $0.count) }
            guard let name else { throw Unavailable(reason: reason(handle)) }
            return String(cString: name)
        }
    }

    /// One handle for all, because loading the database takes longer than using it; behind a lock, because a handle
    /// serves one thread at a time.
    private static let handle = Mutex<OpaquePointer?>(nil)

    private static func open() throws -> OpaquePointer {
        guard let handle = magic_open(MAGIC_MIME_TYPE) else { throw Unavailable(reason: "magic_open failed") }
        for (parameter, limit) in limits {
            var limit = limit
            magic_setparam(handle, parameter, &limit)
        }
        guard magic_load(handle, nil) == 0 else {
            defer { magic_close(handle) }
            throw Unavailable(reason: reason(handle))
        }
        return handle
    }

    /// Well under libmagic's own limits; measured to change no result for the allowed types.
    private static let limits: [(Int32, Int)] = [
        (MAGIC_PARAM_INDIR_MAX, 10), (MAGIC_PARAM_NAME_MAX, 50), (MAGIC_PARAM_REGEX_MAX, 1_024),
        (MAGIC_PARAM_BYTES_MAX, headCount), (MAGIC_PARAM_ENCODING_MAX, headCount), (MAGIC_PARAM_ELF_PHNUM_MAX, 8),
        (MAGIC_PARAM_ELF_SHNUM_MAX, 8), (MAGIC_PARAM_ELF_NOTES_MAX, 8),
    ]

    private static func reason(_ handle: OpaquePointer?) -> String {
        magic_error(handle).map { String(cString: $0) } ?? "unknown"
    }
}
