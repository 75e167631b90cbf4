extension Bitmap {
    /// Returns a smaller image: each pixel is the mean of those it stands for, weighed by how much of them it covers and
    /// by their opacity, so that what is invisible colours no edge.
    func scaled(width newWidth: Int, height newHeight: Int) -> Bitmap {
        let (across, down) = (Self.shares(width, newWidth), Self.shares(height, newHeight))
        var small: [UInt8] = []
        small.reserveCapacity(newWidth * newHeight * Self.bytesOfPixel)
        pixels.withUnsafeBufferPointer { pixels in
            for lines in down {
                for columns in across { small += mean(pixels, columns, lines) }
            }
        }
        return Bitmap(width: newWidth, height: newHeight, pixels: small)
    }

    /// The pixels that one of the smaller image stands for, and how much of each it covers.
    private struct Share {
        let first: Int
        let weights: [Float]
    }

    private static func shares(_ old: Int, _ new: Int) -> [Share] {
        let step = Float(old) / Float(new)
        return (0..<new).map { place in
            let (start, end) = (Float(place) * step, min(Float(place + 1) * step, Float(old)))
            let first = min(Int(start), old - 1)
            let last = max(first, min(Int(end.rounded(.up)), old) - 1)
            return Share(first: first, weights: (first...last).map { min(end, Float($0 + 1)) - max(start, Float($0)) })
        }
    }

    private func mean(_ pixels: UnsafeBufferPointer<UInt8>, _ columns: Share, _ lines: Share) -> [UInt8] {
        var (colour, opacity, weight) = (SIMD4<Float>(repeating: 0), Float(0), Float(0))
        for (line, share) in lines.weights.enumerated() {
            var place = ((lines.first + line) * width + columns.first) * Self.bytesOfPixel
            for column in columns.weights {
                let part = share * column
                let seen = part * Float(pixels[place + 3])
                colour += seen * SIMD4(Float(pixels[place]), Float(pixels[place + 1]), Float(pixels[place + 2]), 0)
                opacity += seen
                weight += part
                place += Self.bytesOfPixel
            }
        }
        guard opacity > 0, weight > 0 else { return [0, 0, 0, 0] }
        let mean = (colour / opacity).rounded(.toNearestOrAwayFromZero)
        return [mean.x, mean.y, mean.z, (opacity / weight).rounded()].map { UInt8(min(255, max(0, $0))) }
    }
}
