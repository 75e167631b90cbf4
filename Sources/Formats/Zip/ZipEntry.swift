/// A file in a ZIP archive, as the list at the archive's end has it.
package struct ZipEntry: Hashable, Sendable {
    /// As written, folders included. To be shown only: no path is made of it.
    package let name: String
    /// What comes out, as the archive promises.
    package let size: Int64
    let rawName: [UInt8]
    let flags: UInt16
    let method: UInt16
    let checksum: UInt32
    let packedSize: Int64
    /// Where its own header begins, with its name; its bytes follow.
    let offset: Int64

    static let headerSize: Int64 = 30
    static let recordSize = 46
    static let stored: UInt16 = 0
    static let deflated: UInt16 = 8

    /// Reads the record that begins at `start` of the list.
    /// - Returns: nil where the bytes are no record.
    init?(_ list: ZipBytes, at start: Int) {
        guard list.has(Self.recordSize, at: start), list.four(start) == 0x0201_4B50 else { return nil }
        let nameSize = Int(list.two(start + 28))
        guard list.has(nameSize, at: start + Self.recordSize) else { return nil }
        rawName = list.bytes(nameSize, at: start + Self.recordSize)
        (flags, method) = (list.two(start + 8), list.two(start + 10))
        checksum = list.four(start + 16)
        (packedSize, size) = (Int64(list.four(start + 20)), Int64(list.four(start + 24)))
        offset = Int64(list.four(start + 42))
        name = ZipName.text(rawName, isUTF8: flags & 0x0800 != 0)
    }

    /// Where the bytes of the file cannot begin before.
    var end: Int64 { offset + Self.headerSize + Int64(rawName.count) + packedSize }

    /// A folder, or what a Mac puts beside the files for itself.
    var isNoFile: Bool {
        let letters = name.unicodeScalars
        return letters.last == "/" || letters.last == "\\" || letters.starts(with: "__MACOSX/".unicodeScalars)
            || letters.split(separator: "/").last?.first == "."
    }

    /// Why this one file is not unpacked, as far as can be told before.
    func problem(_ limits: ZipLimits) -> ZipError.Reason? {
        // Encrypted; strongly so; with its header hidden.
        if flags & 0x2041 != 0 { return .locked }
        if method != Self.stored, method != Self.deflated { return .unknownMethod }
        if method == Self.stored, size != packedSize { return .damagedFile }
        return size > limits.bytes ? .tooLargeFile : nil
    }

    /// A small file may well be all of one letter.
    func isTrap(_ limits: ZipLimits) -> Bool {
        size > 1024 * 1024 && size / max(1, packedSize) > limits.density
    }
}

/// Numbers of a ZIP, the lowest byte first. Whoever asks has asked before whether they are there.
struct ZipBytes {
    private let all: [UInt8]

    init(_ all: [UInt8]) {
        self.all = all
    }

    var count: Int { all.count }

    func has(_ count: Int, at start: Int) -> Bool { start >= 0 && count <= all.count - start }
    func bytes(_ count: Int, at start: Int) -> [UInt8] { Array(all[start..<(start + count)]) }
    func two(_ start: Int) -> UInt16 { UInt16(all[start]) | UInt16(all[start + 1]) << 8 }
    func four(_ start: Int) -> UInt32 { UInt32(two(start)) | UInt32(two(start + 2)) << 16 }
}

/// Names in archives: UTF-8, or the letters of old DOS, which Polish Windows still writes.
enum ZipName {
    static func text(_ bytes: [UInt8], isUTF8: Bool) -> String {
        if isUTF8 { return StreamSafe.cut(String(decoding: bytes, as: UTF8.self)) }
        if let text = String(validating: bytes, as: UTF8.self) { return StreamSafe.cut(text) }
        let letters = bytes.map { $0 < 0x80 ? Character(Unicode.Scalar($0)) : page852[$0] ?? "_" }
        return String(letters)
    }

    /// The Polish letters of code page 852.
    private static let page852: [UInt8: Character] = [
        0xA5: "ą", 0x86: "ć", 0xA9: "ę", 0x88: "ł", 0xE4: "ń", 0xA2: "ó", 0x98: "ś", 0xAB: "ź", 0xBE: "ż",
        0xA4: "Ą", 0x8F: "Ć", 0xA8: "Ę", 0x9D: "Ł", 0xE3: "Ń", 0xE0: "Ó", 0x97: "Ś", 0x8D: "Ź", 0xBD: "Ż",
    ]
}
