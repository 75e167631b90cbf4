/// How a camera was held: phones write the picture as the sensor lay, and this beside it (EXIF, tag 0x0112).
struct Orientation: Equatable {
    /// From 1 (upright) to 8.
    let code: Int

    init(code: Int) { self.code = (1...8).contains(code) ? code : 1 }

    /// Reads the segments before the image's data. Whatever is not as it should be says nothing: the image is upright.
    init(of file: [UInt8]) {
        var place = 2
        while place + 4 <= file.count, file[place] == 0xFF {
            let (marker, length) = (file[place + 1], Int(file[place + 2]) << 8 | Int(file[place + 3]))
            let end = place + 2 + length
            guard length >= 2, end <= file.count, marker != Self.startOfScan else { break }
            if marker == Self.app1, let code = Self.code(in: file[(place + 4)..<end]) {
                self.init(code: code)
                return
            }
            place = end
        }
        self.init(code: 1)
    }

    private static let app1: UInt8 = 0xE1
    private static let startOfScan: UInt8 = 0xDA
    private static let tag = 0x0112

    private static func code(in segment: ArraySlice<UInt8>) -> Int? {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        let tiff = Array(segment.dropFirst(6))
        guard tiff.count >= 8, tiff[0] == tiff[1], [0x49, 0x4D].contains(tiff[0]) else { return nil }
        let isLittle = tiff[0] == 0x49
        func number(_ place: Int, _ bytes: Int) -> Int? {
            guard place >= 0, place + bytes <= tiff.count else { return nil }
            let part = tiff[place..<(place + bytes)]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        for entry in 0..<min(count, 512) {
            let place = directory + 2 + 12 * entry
            guard let tag = number(place, 2) else { return nil }
            if tag == Self.tag { return number(place + 8, 2) }
        }
        return nil
    }
}

extension Bitmap {
    /// Returns the image upright.
    func oriented(by orientation: Orientation) -> Bitmap {
        if orientation.code == 1 { return self }
        let isTurned = orientation.code > 4
        let (wide, high) = isTurned ? (height, width) : (width, height)
        var turned = [UInt8](repeating: 0, count: pixels.count)
        for y in 0..<high {
            for x in 0..<wide {
                let source = origin(ofX: x, y: y, in: (wide, high), orientation.code)
                let (from, to) = ((source.y * width + source.x) * 4, (y * wide + x) * 4)
                for part in 0..<4 { turned[to + part] = pixels[from + part] }
            }
        }
        return Bitmap(width: wide, height: high, pixels: turned)
    }

    /// Returns where a pixel of the upright image stands in the stored one.
    private func origin(
        ofX x: Int, y: Int, in size: (wide: Int, high: Int), _ code: Int
    ) -> (x: Int, y: Int) {
        let (right, bottom) = (size.wide - 1 - x, size.high - 1 - y)
        return switch code {
        case 2: (right, y)
        case 3: (right, bottom)
        case 4: (x, bottom)
        case 5: (y, x)
        case 6: (y, right)
        case 7: (bottom, right)
        case 8: (bottom, x)
        default: (x, y)
        }
    }
}
