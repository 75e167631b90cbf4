/// A file in a ZIP archive, as the list at the archive's end has it.
package struct ZipEntry: Hashable, Sendable {
    /// As written, folders included. To be shown only: no path is made of it.
    package let name: String
    /// The size that comes out, as the archive promises.
    package let size: Int64
    let rawName: [UInt8]
    let flags: UInt16
    let method: UInt16
    let checksum: UInt32
    let packedSize: Int64
    /// The offset of its own header, with its name; its bytes follow.
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
        let extra = (start: start + Self.recordSize + nameSize, size: Int(list.two(start + 30)))
        guard list.has(extra.size, at: extra.start) else { return nil }
        var long = ZipLongNumbers(list.bytes(extra.size, at: extra.start))
        // In this order, those alone that are too large for four bytes, or said to be.
        guard let size = long.number(list.four(start + 24)), let packedSize = long.number(list.four(start + 20)),
            let offset = long.number(list.four(start + 42))
        else { return nil }
        (self.size, self.packedSize, self.offset) = (size, packedSize, offset)
        name = ZipName.text(rawName, isUTF8: flags & 0x0800 != 0)
    }

    /// The lowest offset at which the bytes of the file can begin.
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
    /// Nothing for more than any disk holds.
    func eight(_ start: Int) -> Int64? {
        let number = UInt64(four(start)) | UInt64(four(start + 4)) << 32
        return number < 1 << 56 ? Int64(number) : nil
    }
}

/// The numbers of a record that do not fit into it: in a field behind the name (APPNOTE.TXT 4.5.3, Zip64).
struct ZipLongNumbers {
    private let field: ZipBytes
    private var place = 0

    /// - Parameter extra: all fields of the record.
    init(_ extra: [UInt8]) {
        let all = ZipBytes(extra)
        var (start, found): (Int, [UInt8]) = (0, [])
        while all.has(4, at: start) {
            let size = Int(all.two(start + 2))
            guard all.has(size, at: start + 4) else { break }
            if all.two(start) == 1 {
                found = all.bytes(size, at: start + 4)
                break
            }
            start += 4 + size
        }
        field = ZipBytes(found)
    }

    /// The number that the record has, or the next of the field.
    mutating func number(_ short: UInt32) -> Int64? {
        guard short == .max else { return Int64(short) }
        guard field.has(8, at: place) else { return nil }
        defer { place += 8 }
        return field.eight(place)
    }
}

/// Names in archives: UTF-8, or the letters of old DOS, which Polish Windows still writes.
enum ZipName {
    static func text(_ bytes: [UInt8], isUTF8: Bool) -> String {
        if isUTF8 { return StreamSafe.cut(String(decoding: bytes, as: UTF8.self)) }
        if let text = String(validating: bytes, as: UTF8.self) { return StreamSafe.cut(text) }
        return String(String.UnicodeScalarView(bytes.map { CodePage.cp852.character($0) ?? "_" }))
    }
}
