import CZlib
import Dates
import Foundation
import Models

/// The bytes of a ZIP around those of its files, which are stored as they are (PKWARE APPNOTE 6.3.10). Each file is
/// named with its size and its CRC before its bytes, so that any program can unpack while it reads; nothing but the
/// names is kept until the end. From 65,535 files or 4 GiB on the directory is a Zip64 one.
/// Own code, because libarchive puts the CRC of a stored file behind its bytes, where Java, for one, refuses it.
struct ZipWriter {
    private struct Entry {
        let name: [UInt8]
        let crc: UInt32
        let size: UInt32
        let stamp: UInt32
        let offset: UInt64
    }

    private var entries: [Entry] = []
    private var offset: UInt64
    private var names: Set<String> = []

    /// Names are UTF-8 (bit 11).
    private static let flags: UInt16 = 0x0800
    private static let full = UInt64(UInt32.max)

    /// - Parameter offset: the number of bytes before it; tests begin at a large one.
    init(after offset: UInt64 = 0) {
        self.offset = offset
    }

    /// Returns the header of a file. Its bytes follow.
    /// - Parameters:
    ///   - path: with `/` between folders; changed if the archive already has a file of that name.
    ///   - size: less than 4 GiB.
    mutating func begin(_ path: String, size: Int64, crc: UInt32, at time: ClockTime) -> [UInt8] {
        let entry = Entry(
            name: Array(unique(path).utf8), crc: crc, size: UInt32(size), stamp: Self.stamp(time), offset: offset)
        entries.append(entry)
        var bytes = Bytes()
        bytes.add(0x0403_4B50 as UInt32)
        bytes.add(20 as UInt16)
        facts(of: entry, into: &bytes)
        bytes.add(0 as UInt16)
        bytes.all += entry.name
        offset += UInt64(bytes.all.count) + UInt64(entry.size)
        return bytes.all
    }

    /// Returns the directory, which follows the last file.
    func end() -> [UInt8] {
        var bytes = Bytes()
        for entry in entries { add(entry, to: &bytes) }
        let size = UInt64(bytes.all.count)
        let isLarge = entries.count >= Int(UInt16.max) || offset >= Self.full || size >= Self.full
        if isLarge { addLargeEnd(directory: size, to: &bytes) }
        bytes.add(0x0605_4B50 as UInt32)
        bytes.add(0 as UInt32)
        let count = UInt16(isLarge ? Int(UInt16.max) : entries.count)
        bytes.add(count)
        bytes.add(count)
        bytes.add(UInt32(isLarge ? Self.full : size))
        bytes.add(UInt32(isLarge ? Self.full : offset))
        bytes.add(0 as UInt16)
        return bytes.all
    }

    private func add(_ entry: Entry, to bytes: inout Bytes) {
        let isFar = entry.offset >= Self.full
        bytes.add(0x0201_4B50 as UInt32)
        // Made under Unix, whose permissions are in the upper half of the attributes.
        bytes.add(0x0314 as UInt16)
        bytes.add((isFar ? 45 : 20) as UInt16)
        facts(of: entry, into: &bytes)
        bytes.add((isFar ? 12 : 0) as UInt16)
        bytes.add(0 as UInt32)
        bytes.add(0 as UInt16)
        bytes.add(0o100644 << 16 as UInt32)
        bytes.add(UInt32(min(entry.offset, Self.full)))
        bytes.all += entry.name
        guard isFar else { return }
        bytes.add(0x0001 as UInt16)
        bytes.add(8 as UInt16)
        bytes.add(entry.offset)
    }

    /// Adds the fields that a file's header and its directory entry share, up to the length of its name.
    private func facts(of entry: Entry, into bytes: inout Bytes) {
        bytes.add(Self.flags)
        bytes.add(0 as UInt16)
        bytes.add(entry.stamp)
        bytes.add(entry.crc)
        bytes.add(entry.size)
        bytes.add(entry.size)
        bytes.add(UInt16(entry.name.count))
    }

    private func addLargeEnd(directory size: UInt64, to bytes: inout Bytes) {
        let place = offset + size
        bytes.add(0x0606_4B50 as UInt32)
        bytes.add(44 as UInt64)
        bytes.add(0x032D as UInt16)
        bytes.add(45 as UInt16)
        bytes.add(0 as UInt64)
        bytes.add(UInt64(entries.count))
        bytes.add(UInt64(entries.count))
        bytes.add(size)
        bytes.add(offset)
        bytes.add(0x0706_4B50 as UInt32)
        bytes.add(0 as UInt32)
        bytes.add(place)
        bytes.add(1 as UInt32)
    }

    /// Returns a name that differs from all others, ignoring case: some systems would keep only one of them.
    private mutating func unique(_ path: String) -> String {
        let ending = path.lastIndex(of: ".").map { path[$0...] } ?? ""
        var (name, number) = (path, 1)
        while !names.insert(name.lowercased()).inserted {
            number += 1
            name = "\(path.dropLast(ending.count)) (\(number))\(ending)"
        }
        return name
    }

    /// Returns the CRC-32 of ZIP, continuing that of the bytes before.
    static func checksum(of bytes: UnsafeRawBufferPointer, after crc: UInt32 = 0) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(UInt(crc), bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
    }

    /// Returns the MS-DOS time: steps of two seconds, with the day since 1980 in the upper half.
    private static func stamp(_ time: ClockTime) -> UInt32 {
        let clock = time.hour << 11 | time.minute << 5 | time.second / 2
        let day = max(time.year - 1980, 0) << 9 | time.month << 5 | time.day
        return UInt32(day << 16 | clock)
    }

    /// Writes little-endian numbers.
    private struct Bytes {
        var all: [UInt8] = []

        mutating func add(_ number: some FixedWidthInteger) {
            withUnsafeBytes(of: number.littleEndian) { all += $0 }
        }
    }
}
