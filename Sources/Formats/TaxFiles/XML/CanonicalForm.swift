import CXML
import Foundation

extension DocumentDigests {
    init(size: Int, ofBytes: FileDigests, kept: Data?, isEnclosed: Bool) {
        self.init(size: size, ofBytes: ofBytes, ofCanonical: nil, ofEnclosed: nil, signed: [])
    }
}

enum CanonicalForm {}
