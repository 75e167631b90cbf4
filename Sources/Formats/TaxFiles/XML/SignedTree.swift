import CXML
import Foundation

/// A document with signatures, and the element in it to be verified: a receipt, a JPK, a declaration.
struct SignedTree {
    let signatures: [xmlNodePtr]
    private let tree: XMLTree
    private let elements: [xmlNodePtr]
    private let subject: xmlNodePtr

    init(_ tree: XMLTree, subject: xmlNodePtr) {
        let elements = tree.elements()
        (self.tree, self.elements, self.subject) = (tree, elements, subject)
        signatures = elements.filter { XMLTree.isSignature($0, "Signature") }
    }

    /// Registers the attributes that identify elements with libxml2. Returns false when two elements have the same
    /// identifier, so that it is unclear which was signed.
    func registerIdentifiers() -> Bool {
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

    func children(_ name: String, of element: xmlNodePtr) -> [xmlNodePtr] {
        elements.filter { XMLTree.isSignature($0, name) && XMLTree.isInside($0, element) }
    }

    /// Whether a reference is to the whole file or to an element by its identifier, not to an expression or another
    /// file.
    func isInFile(_ reference: xmlNodePtr) -> Bool {
        guard let uri = XMLTree.attribute("URI", of: reference) else { return false }
        return uri.isEmpty || uri.wholeMatch(of: /#[A-Za-z_][A-Za-z0-9_.\-]*/) != nil
    }

    /// Whether a reference covers the subject. One that excludes the signature covers nothing inside it.
    func covers(_ reference: xmlNodePtr, by signature: xmlNodePtr) -> Bool {
        guard let uri = XMLTree.attribute("URI", of: reference) else { return false }
        if XMLTree.isInside(subject, signature), takesSignatureOut(reference) { return false }
        if uri.isEmpty { return true }
        let named = elements.first { element in
            ["Id", "ID", "id"].contains { XMLTree.attribute($0, of: element) == String(uri.dropFirst()) }
        }
        return named.map { XMLTree.isInside(subject, $0) } ?? false
    }

    /// Returns the digest that a reference contains.
    func digest(_ reference: xmlNodePtr) -> Data? {
        children("DigestValue", of: reference).first.flatMap {
            Data(base64Encoded: XMLTree.text(of: $0), options: .ignoreUnknownCharacters)
        }
    }

    /// Whether a signature, or one of its digests, uses SHA-1.
    func usesSHA1(_ signature: xmlNodePtr) -> Bool {
        (children("SignatureMethod", of: signature) + children("DigestMethod", of: signature)).contains {
            XMLTree.attribute("Algorithm", of: $0)?.hasSuffix("sha1") ?? false
        }
    }

    private func takesSignatureOut(_ reference: xmlNodePtr) -> Bool {
        children("Transform", of: reference).contains {
            XMLTree.attribute("Algorithm", of: $0) == "\(XMLTree.signatures)enveloped-signature"
        }
    }
}
