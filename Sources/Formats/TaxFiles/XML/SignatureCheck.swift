import CXML
import Foundation
import Secrets

/// Checks the XML signatures of a document with xmlsec. Nothing outside of the file is read, and the certificate is the
/// one enclosed in the file: see ``SignatureState`` for what that proves.
struct SignatureCheck {
    private(set) var state = SignatureState.unverifiable
    /// The weaknesses of an intact signature.
    private(set) var weaknesses: Set<SignatureWeakness> = []
    /// The document's digests in its signatures, if the signatures are valid.
    private var digests: [Data] = []

    /// The largest file, in bytes, whose signatures are checked: the ministry's receipts have about ten thousand. Each
    /// reference and each certificate processes all of them.
    private static let limit = 256 * 1024

    /// Checks a receipt.
    /// - Parameters:
    ///   - file: `nil` when the file was too large to be held in memory, which no receipt is.
    ///   - moments: the times in the receipt, at which its certificate must be valid.
    init(of file: Data?, isSigned: Bool, at moments: [Date]) {
        guard isSigned else {
            state = .unsigned
            return
        }
        guard let file, file.count <= Self.limit, let tree = XMLTree(file),
            let receipt = tree.elements().first(where: { XMLTree.name(of: $0) == "Potwierdzenie" })
        else { return }
        check(SignedTree(tree, subject: receipt), at: moments)
    }

    private init() {}

    /// Returns the digests of a document in its valid signatures; other digests that a file claims are ignored.
    static func digests(of document: xmlNodePtr, in tree: XMLTree, size: Int) -> [Data] {
        guard size <= limit else { return [] }
        let signed = SignedTree(tree, subject: document)
        guard !signed.signatures.isEmpty else { return [] }
        var check = SignatureCheck()
        check.check(signed, at: [])
        return check.state == .intact ? check.digests : []
    }

    private mutating func check(_ tree: SignedTree, at moments: [Date]) {
        guard XMLLibrary.prepareSignatures() else { return }
        guard tree.registerIdentifiers() else { return state = .broken }
        let signatures = tree.signatures
        guard signatures.count <= 5 else { return }
        var (isCovered, found) = (false, Set<SignatureWeakness>())
        for signature in signatures {
            let references = tree.children("Reference", of: signature)
            guard (1...5).contains(references.count), references.allSatisfy(tree.isInFile) else { return }
            let result = verify(signature, in: tree)
            guard result.state == .intact, let certificate = result.certificate else { return state = result.state }
            found.formUnion(weaknesses(of: certificate, at: moments))
            if tree.usesSHA1(signature) { found.insert(.sha1) }
            let covering = references.filter { tree.covers($0, by: signature) }
            if !covering.isEmpty { isCovered = true }
            digests += covering.compactMap(tree.digest)
        }
        state = isCovered ? .intact : .broken
        if isCovered { weaknesses = found }
    }

    private func weaknesses(of certificate: Data, at moments: [Date]) -> Set<SignatureWeakness> {
        guard let certificate = Certificate(der: certificate) else { return [.shortKey] }
        var found: Set<SignatureWeakness> = certificate.hasStrongKey ? [] : [.shortKey]
        if moments.contains(where: { $0 > certificate.validUntil }) { found.insert(.expired) }
        if moments.contains(where: { $0 < certificate.validFrom }) { found.insert(.notYetValid) }
        return found
    }

    /// Tries each enclosed certificate: there may be a chain, in any order.
    private func verify(_ signature: xmlNodePtr, in tree: SignedTree) -> (state: SignatureState, certificate: Data?) {
        var result = SignatureState.unverifiable
        for certificate in tree.children("X509Certificate", of: signature).prefix(5) {
            let text = XMLTree.text(of: certificate)
            guard let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !bytes.isEmpty else {
                continue
            }
            let state = verify(signature, by: bytes)
            if state == .intact { return (.intact, bytes) }
            if state == .broken { result = .broken }
        }
        return (result, nil)
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
        // The context also frees the key.
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
