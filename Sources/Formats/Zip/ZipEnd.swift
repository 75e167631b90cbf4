/// The list of files, as the end of an archive describes it (APPNOTE.TXT 6.3, 4.3.14 to 4.3.16).
struct ZipEnd {
    /// The offset of the list, and its number of bytes and files.
    let start: Int64
    let size: Int
    let count: Int

    private static let recordSize = 22
    /// The longer record of Zip64, which stands between the list and the short one, and what says where.
    private static let (longSize, locatorSize) = (56, 20)

    typealias Read = (_ start: Int64, _ count: Int) throws(ZipError) -> ZipBytes

    /// Looks for it from the back: behind it may stand a remark, and what a transfer or a program added.
    /// - Parameter size: of the whole archive.
    init(of size: Int64, _ read: Read) throws(ZipError) {
        let tailSize = Int(min(size, Int64(Self.recordSize + Int(UInt16.max))))
        guard tailSize >= Self.recordSize else { throw ZipError(.damaged) }
        let tail = try read(size - Int64(tailSize), tailSize)
        var places: [Int] = []
        for place in stride(from: tailSize - Self.recordSize, through: 0, by: -1) where tail.four(place) == 0x0605_4B50
        {
            let end = place + Self.recordSize + Int(tail.two(place + 20))
            // One whose remark ends with the archive goes before all others.
            if end == tailSize { places.insert(place, at: 0) } else if end < tailSize { places.append(place) }
        }
        // More of them than a few are made to keep us busy.
        for place in places.prefix(8) {
            if let end = try Self.record(tail, at: place, size - Int64(tailSize) + Int64(place), read) {
                self = end
                return
            }
        }
        throw ZipError(.damaged)
    }

    private init(start: Int64, size: Int64, count: Int64) throws(ZipError) {
        guard size >= 0, size <= Int64(Int32.max), count >= 0, count <= Int64(Int32.max) else {
            throw ZipError(.damaged)
        }
        (self.start, self.size, self.count) = (start, Int(size), Int(count))
    }

    /// - Parameter position: of the record in the archive.
    /// - Returns: nothing where it contradicts itself: one file of several, or one with something before it or between.
    private static func record(
        _ tail: ZipBytes, at place: Int, _ position: Int64, _ read: Read
    ) throws(ZipError) -> ZipEnd? {
        guard tail.two(place + 4) == 0 || tail.two(place + 4) == .max, tail.two(place + 8) == tail.two(place + 10)
        else { return nil }
        if let long = try long(before: position, read) { return long }
        let (size, start) = (Int64(tail.four(place + 12)), Int64(tail.four(place + 16)))
        guard tail.two(place + 4) == 0, tail.two(place + 6) == 0, start + size == position else { return nil }
        return try ZipEnd(start: start, size: size, count: Int64(tail.two(place + 10)))
    }

    private static func long(before position: Int64, _ read: Read) throws(ZipError) -> ZipEnd? {
        let place = position - Int64(locatorSize)
        guard place >= Int64(longSize) else { return nil }
        let locator = try read(place, locatorSize)
        guard locator.four(0) == 0x0706_4B50, let start = locator.eight(8), start + Int64(longSize) <= place else {
            return nil
        }
        let record = try read(start, longSize)
        guard record.four(0) == 0x0606_4B50, let length = record.eight(4), start + 12 + length == place,
            record.four(16) == 0, record.four(20) == 0, let count = record.eight(32), record.eight(24) == count,
            let size = record.eight(40), let list = record.eight(48), list + size == start
        else { return nil }
        return try ZipEnd(start: list, size: size, count: count)
    }
}
