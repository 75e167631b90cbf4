/// A range of a file, with which a browser continues an interrupted download (RFC 9110, 14.1.2).
enum ByteRange: Equatable {
    case whole
    case part(ClosedRange<Int64>)
    case unsatisfiable

    /// Whether it begins after the first byte, like the rest of an interrupted download.
    var goesOn: Bool {
        if case .part(let part) = self { return part.lowerBound > 0 }
        return false
    }

    /// Several ranges, other units and invalid headers give the whole file.
    init(_ header: String?, size: Int64) {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
            self = .whole
            return
        }
        switch (Int64(ends[0]), Int64(ends[1])) {
        case (let first?, let last?) where first <= last:
            self = first < size ? .part(first...min(last, size - 1)) : .unsatisfiable
        case (let first?, nil) where ends[1].isEmpty:
            self = first < size ? .part(first...(size - 1)) : .unsatisfiable
        case (nil, let count?) where ends[0].isEmpty:
            self = count > 0 ? .part(max(0, size - count)...(size - 1)) : .unsatisfiable
        default:
            self = .whole
        }
    }
}
