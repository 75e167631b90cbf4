import CZlib
import Foundation

/// Writes a ZIP archive for a test: a valid one, unless an entry has wrong values.
package struct ZipFile: Sendable {
    package struct Entry: Sendable {
        package var name: Data
        package var bytes: Data
        package var isDeflated = true
        package var flags: UInt16 = 0x0800
        /// Wrong values to write instead of the true ones.
        package var method: UInt16?
        package var size: UInt32?
        package var checksum: UInt32?
        package var offset: UInt32?
        package var localName: Data?

        package init(_ name: String, _ bytes: Data) {
            (self.name, self.bytes) = (Data(name.utf8), bytes)
        }

        package init(_ name: String, _ text: String) {
            self.init(name, Data(text.utf8))
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package var data: Data {
        var (all, list) = (Data(), Data())
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflate(entry.bytes) : entry.bytes
            let start = UInt32(all.count)
            let name = entry.localName ?? entry.name
            all += Self.four(0x0403_4B50) + Self.two(20) + Self.facts(entry, packed) + Self.two(UInt16(name.count))
            all += Self.two(0) + name + packed
            list += Self.four(0x0201_4B50) + Self.two(20) + Self.two(20) + Self.facts(entry, packed)
            list += Self.two(UInt16(entry.name.count)) + Data(count: 12) + Self.four(entry.offset ?? start) + entry.name
        }
        let count = Self.two(UInt16(truncatingIfNeeded: entries.count))
        let end = Self.four(0x0605_4B50) + Data(count: 4) + count + count
        return all + list + end + Self.four(UInt32(list.count)) + Self.four(UInt32(all.count)) + Data(count: 2)
    }

    /// Returns an archive of one file of initially unknown size, as some programs write it: all numbers in Zip64
    /// fields, with the Zip64 record at the end.
    package static func long(_ name: String, _ bytes: Data) -> Data {
        let (entry, packed) = (Entry(name, bytes), deflate(bytes))
        let numbers = four(UInt32(bytes.count)) + four(0) + four(UInt32(packed.count)) + four(0)
        let facts = two(0x0800) + two(8) + four(0) + four(checksum(bytes)) + four(.max) + four(.max)
        let lengths = two(UInt16(entry.name.count)) + two(28)
        let all =
            four(0x0403_4B50) + two(45) + facts + two(UInt16(entry.name.count)) + two(20) + entry.name + two(1)
            + two(16)
            + numbers + packed
        var list = four(0x0201_4B50) + two(45) + two(45) + facts + lengths + Data(count: 10) + four(.max) + entry.name
        list += two(1) + two(24) + numbers + Data(count: 8)
        let one = four(1) + four(0)
        var end = four(0x0606_4B50) + four(44) + four(0) + two(45) + two(45) + Data(count: 8) + one + one
        end += four(UInt32(list.count)) + four(0) + four(UInt32(all.count)) + four(0)
        end += four(0x0706_4B50) + four(0) + four(UInt32(all.count + list.count)) + four(0) + four(1)
        end += four(0x0605_4B50) + Data(count: 4) + two(.max) + two(.max) + four(.max) + four(.max) + two(0)
        return all + list + end
    }

    /// Returns the fields from the flags to the size, which both headers contain.
    private static func facts(_ entry: Entry, _ packed: Data) -> Data {
        let method = entry.method ?? (entry.isDeflated ? 8 : 0)
        let sizes = four(UInt32(packed.count)) + four(entry.size ?? UInt32(entry.bytes.count))
        return two(entry.flags) + two(method) + four(0) + four(entry.checksum ?? checksum(entry.bytes)) + sizes
    }

    private static func checksum(_ bytes: Data) -> UInt32 {
        bytes.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: UInt8.self).baseAddress
            return UInt32(truncatingIfNeeded: crc32(0, start, UInt32(bytes.count)))
        }
    }

    private static func deflate(_ bytes: Data) -> Data {
        let source = [UInt8](bytes)
        var size = compressBound(UInt(source.count))
        var target = [UInt8](repeating: 0, count: Int(size))
        compress(&target, &size, source, UInt(source.count))
        // Without zlib's header of two bytes and trailer of four.
        return Data(target[2..<(Int(size) - 4)])
    }

    private static func two(_ number: UInt16) -> Data { Data([UInt8(number & 0xFF), UInt8(number >> 8)]) }
    private static func four(_ number: UInt32) -> Data {
        two(UInt16(number & 0xFFFF)) + two(UInt16(number >> 16))
    }
}
