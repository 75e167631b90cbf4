import CXML
import Foundation

enum SignatureCheck {
    static func state(of file: Data?, isSigned: Bool) -> SignatureState {
        isSigned ? .unverifiable : .unsigned
    }
}
