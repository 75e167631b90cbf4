import CXML
import Foundation

/// Checks the XML signatures of a receipt by xmlsec. Nothing outside of the file is ever looked at, and the certificate
/// is the one that the file itself brings: see ``SignatureState`` for what that proves.
struct SignatureCheck {
    private let tree: XMLTree
    private let elements: [xmlNodePtr]
    private let receipt: xmlNodePtr

    /// Bytes of a receipt that is checked: the ministry's have some ten thousand. Each reference and each certificate
    /// goes through all of them.
    private static let limit = 256 * 1024

    /// - Parameter file: nil where the file was too large to be held, which no receipt is.
    static func state(of file: Data?, isSigned: Bool) -> SignatureState {
        guard isSigned else { return .unsigned }
        guard let file, file.count <= limit, let tree = XMLTree(file) else { return .unverifiable }
        let elements = tree.elements()
        guard let receipt = elements.first(where: { XMLTree.name(of: $0) == "Potwierdzenie" }) else {
            return .unverifiable
        }
        return SignatureCheck(tree: tree, elements: elements, receipt: receipt).state()
    }

    private func state() -> SignatureState {
        guard XMLLibrary.prepareSignatures() else { return .unverifiable }
        guard registerIdentifiers() else { return .broken }
        let signatures = elements.filter { XMLTree.isSignature($0, "Signature") }
        guard signatures.count <= 5 else { return .unverifiable }
        var isCovered = false
        for signature in signatures {
            let references = children("Reference", of: signature)
            guard (1...5).contains(references.count), references.allSatisfy(isInFile) else { return .unverifiable }
            let state = verify(signature)
            guard state == .intact else { return state }
            if references.contains(where: { covers($0, by: signature) }) { isCovered = true }
        }
        return isCovered ? .intact : .broken
    }

    /// Tells libxml2 which attributes name elements. False where two elements have one name: then it is open which of
    /// them was signed.
    private func registerIdentifiers() -> Bool {
        var known: Set<String> = []
        for element in elements {
            for name in ["Id", "ID", "id"] {
                guard let value = XMLTree.attribute(name, of: element) else { continue }
                guard known.insert(value).inserted, let attribute = xmlHasProp(element, name),
                    xmlAddID(nil, tree.document, value, attribute) != nil
                else { return false }
            }
        }
        return true
    }

    private func children(_ name: String, of signature: xmlNodePtr) -> [xmlNodePtr] {
        elements.filter { XMLTree.isSignature($0, name) && XMLTree.isInside($0, signature) }
    }

    /// A reference to the whole file or to an element of it by a plain name; no expression, nothing elsewhere.
    private func isInFile(_ reference: xmlNodePtr) -> Bool {
        guard let uri = XMLTree.attribute("URI", of: reference) else { return false }
        return uri.isEmpty || uri.wholeMatch(of: /#[A-Za-z_][A-Za-z0-9_.\-]*/) != nil
    }

    /// A reference from which the signature itself is taken out says nothing of what is inside of it.
    private func covers(_ reference: xmlNodePtr, by signature: xmlNodePtr) -> Bool {
        guard let uri = XMLTree.attribute("URI", of: reference) else { return false }
        if XMLTree.isInside(receipt, signature), takesSignatureOut(reference) { return false }
        if uri.isEmpty { return true }
        let named = elements.first { element in
            ["Id", "ID", "id"].contains { XMLTree.attribute($0, of: element) == String(uri.dropFirst()) }
        }
        return named.map { XMLTree.isInside(receipt, $0) } ?? false
    }

    private func takesSignatureOut(_ reference: xmlNodePtr) -> Bool {
        children("Transform", of: reference).contains {
            XMLTree.attribute("Algorithm", of: $0) == "\(XMLTree.signatures)enveloped-signature"
        }
    }

    /// With any of the certificates enclosed: a chain may be, and its order is not laid down.
    private func verify(_ signature: xmlNodePtr) -> SignatureState {
        var result = SignatureState.unverifiable
        for certificate in children("X509Certificate", of: signature).prefix(5) {
            let text = XMLTree.text(of: certificate)
            guard let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !bytes.isEmpty else {
                continue
            }
            let state = verify(signature, by: bytes)
            if state == .intact { return .intact }
            if state == .broken { result = .broken }
        }
        return result
    }

    private func verify(_ signature: xmlNodePtr, by certificate: Data) -> SignatureState {
        let key = certificate.withUnsafeBytes { bytes in
            xmlSecOpenSSLAppKeyLoadMemory(
                bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count), xmlSecKeyDataFormatCertDer,
                nil, nil, nil)
        }
        guard let key else { return .unverifiable }
        guard let context = xmlSecDSigCtxCreate(nil) else {
            xmlSecKeyDestroy(key)
            return .unverifiable
        }
        // The context frees the key with itself.
        defer { xmlSecDSigCtxDestroy(context) }
        context.pointee.signKey = key
        context.pointee.flags |= UInt32(XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS)
        context.pointee.enabledReferenceUris = xmlSecTransformUriType(
            xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument)
        for transform in XMLLibrary.referenceTransforms() { xmlSecDSigCtxEnableReferenceTransform(context, transform) }
        for transform in XMLLibrary.signatureTransforms() { xmlSecDSigCtxEnableSignatureTransform(context, transform) }
        guard xmlSecDSigCtxVerify(context, signature) >= 0 else { return .unverifiable }
        return switch context.pointee.status {
        case xmlSecDSigStatusSucceeded: .intact
        case xmlSecDSigStatusInvalid: .broken
        default: .unverifiable
        }
    }
}
