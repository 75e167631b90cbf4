import CXML
import Foundation

/// A small document as a tree, for its canonical form and its signatures, which a stream cannot give. Only for bytes
/// that ``XMLStream`` has accepted, which therefore have no document type and are neither deep nor wide.
final class XMLTree {
    let document: xmlDocPtr
    let root: xmlNodePtr

    static let signatures = "http://www.w3.org/2000/09/xmldsig#"

    init?(_ bytes: Data) {
        XMLLibrary.prepare()
        let options = CInt(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let parsed = bytes.withUnsafeBytes { bytes in
            xmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count), nil, "UTF-8", options)
        }
        guard let parsed else { return nil }
        guard let root = xmlDocGetRootElement(parsed) else {
            xmlFreeDoc(parsed)
            return nil
        }
        document = parsed
        self.root = root
    }

    deinit {
        xmlFreeDoc(document)
    }

    /// Returns every element in the document's order.
    func elements() -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var rest = [root]
        while let node = rest.popLast() {
            found.append(node)
            var child = node.pointee.last
            while let here = child {
                if here.pointee.type == XML_ELEMENT_NODE { rest.append(here) }
                child = here.pointee.prev
            }
        }
        return found
    }

    static func name(of node: xmlNodePtr) -> String { String(cString: node.pointee.name) }

    static func isSignature(_ node: xmlNodePtr, _ name: String) -> Bool {
        guard Self.name(of: node) == name, let href = node.pointee.ns?.pointee.href else { return false }
        return String(cString: href) == signatures
    }

    static func text(of node: xmlNodePtr) -> String {
        guard let text = xmlNodeGetContent(node) else { return "" }
        defer { xml_free(text) }
        return String(cString: text)
    }

    static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        guard let text = xmlGetNoNsProp(node, name) else { return nil }
        defer { xml_free(text) }
        return String(cString: text)
    }

    /// Whether an element is another one or inside it.
    static func isInside(_ node: xmlNodePtr, _ outer: xmlNodePtr) -> Bool {
        var here: xmlNodePtr? = node
        while let node = here {
            if node == outer { return true }
            here = node.pointee.parent
        }
        return false
    }

    /// Returns the inclusive Canonical XML 1.0 of the document, or of one element as a part of it.
    func canonical(_ element: xmlNodePtr? = nil, withComments: Bool = false) -> Data? {
        guard let output = xmlAllocOutputBuffer(nil) else { return nil }
        defer { xmlOutputBufferClose(output) }
        let visible: xmlC14NIsVisibleCallback = { element, node, parent in
            guard let element, let node else { return 1 }
            // A namespace is visible together with its element.
            let place = node.pointee.type == XML_NAMESPACE_DECL ? parent : node
            let outer = element.assumingMemoryBound(to: xmlNode.self)
            return place.map { XMLTree.isInside($0, outer) } == true ? 1 : 0
        }
        let done = xmlC14NExecute(
            document, element == nil ? nil : visible, element, CInt(XML_C14N_1_0.rawValue), nil,
            withComments ? 1 : 0, output)
        guard done >= 0, let content = xmlOutputBufferGetContent(output) else { return nil }
        return Data(bytes: content, count: xmlOutputBufferGetSize(output))
    }
}

extension DocumentDigests {
    /// - Parameters:
    ///   - kept: the whole file, if it is small enough.
    ///   - place: the ``RootReader/place`` of the document; other documents in the file are ignored.
    init(size: Int, ofBytes: FileDigests, kept: Data?, place: Int, isEnclosed: Bool) {
        let tree = kept.flatMap(XMLTree.init)
        let documents = (tree?.elements() ?? []).filter { RootReader.documents.contains(XMLTree.name(of: $0)) }
        let document = documents.indices.contains(place) ? documents[place] : nil
        let canonical = tree?.canonical().map(FileDigests.init(of:))
        let commented = tree?.canonical(withComments: true).map(FileDigests.init(of:))
        let enclosed = isEnclosed ? document.flatMap { tree?.canonical($0) } : nil
        let signed = tree.flatMap { tree in document.map { SignatureCheck.digests(of: $0, in: tree, size: size) } }
        self.init(
            size: size, ofBytes: ofBytes, ofCanonical: canonical,
            ofCommented: commented == canonical ? nil : commented,
            ofEnclosed: enclosed.map(FileDigests.init(of:)), signed: signed ?? [])
    }
}
