import Foundation

/// Finds the one document in a file: as its root, inside a signature, or, for an UPO, anywhere.
final class RootReader: XMLHandler {
    enum Found {
        case file(JPKReader)
        case receipt(ReceiptReader)
    }

    private let sink: RowSink?
    private(set) var found: Found?
    /// The index of the document among the elements with a document's name.
    private(set) var place = -1
    /// Whether the document is inside a signature.
    private(set) var isEnclosed = false
    /// Whether there is a signature outside of the document.
    private(set) var isSigned = false
    private(set) var signedAt: Date?
    /// As written in the file.
    private(set) var signedAtText: String?
    /// The error of an unknown root, unless an UPO is found below it.
    private var stranger: TaxFileError?
    private var signingTime: [UInt8]?

    init(sink: RowSink?) {
        self.sink = sink
    }

    func begin(_ element: XMLElement, in stream: XMLStream) throws(TaxFileError) {
        let name = String(cString: element.name)
        let namespace = element.namespace.map { String(cString: $0) } ?? ""
        if stream.depth == 1, !Self.roots.contains(name) { stranger = try refusal(name, namespace, in: stream) }
        switch name {
        case "Signature" where namespace == Self.signatures: isSigned = true
        case "SigningTime" where signedAt == nil: signingTime = []
        case "Potwierdzenie": try beginReceipt(element, namespace, in: stream)
        case "JPK", "Deklaracja":
            if found == nil { place += 1 }
            if stream.depth == 1 || isSigned && found == nil { try beginFile(element, name, namespace, in: stream) }
        case _ where isSigned && found == nil && Structure.refused(root: name) != nil:
            throw try refusal(name, namespace, in: stream)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {
        if let held = signingTime?.count, held + bytes.count <= 100 { signingTime?.append(contentsOf: bytes) }
    }

    func end(_ name: UnsafePointer<UInt8>, in stream: XMLStream) {
        guard let text = signingTime else { return }
        (signedAt, signedAtText) = text.withUnsafeBufferPointer { (XMLText($0).moment, XMLText($0).string) }
        signingTime = nil
    }

    /// Returns the document, at the end of the file.
    func result() throws(TaxFileError) -> Found {
        if let found { return found }
        throw stranger ?? TaxFileError(.unknownNamespace)
    }

    /// The names of roots that are read; others are refused.
    private static let roots: Set = ["JPK", "Deklaracja", "Potwierdzenie"]
    /// The names of documents, which ``place`` counts.
    static let documents: Set = ["JPK", "Deklaracja"]
    private static let signatures = "http://www.w3.org/2000/09/xmldsig#"

    private func beginReceipt(_ element: XMLElement, _ namespace: String, in stream: XMLStream) throws(TaxFileError) {
        guard found == nil else { throw stream.error(.duplicate, element: element.name) }
        if namespace.hasPrefix("http://upo.schematy.mf.gov.pl/KSeF/") {
            throw try refusal("Potwierdzenie", namespace, in: stream)
        }
        let reader = ReceiptReader(schemaVersion: element.attribute("wersjaSchemy"))
        found = .receipt(reader)
        isEnclosed = stream.depth > 1
        start(.receipt, element, consumer: reader, in: stream)
    }

    private func beginFile(_ element: XMLElement, _ name: String, _ namespace: String, in stream: XMLStream)
        throws(TaxFileError)
    {
        let structure: Structure
        if name == "JPK", let known = Structure.known.first(where: { $0.namespace == namespace }) {
            structure = known
        } else if name == "Deklaracja", namespace.hasPrefix(Structure.declarations) {
            structure = Structure(.declaration, 0, namespace)
        } else {
            throw try refusal(name, namespace, in: stream)
        }
        let reader = JPKReader(structure, sink: sink)
        found = .file(reader)
        isEnclosed = stream.depth > 1
        let table = start(structure.shape ?? .declaration, element, consumer: reader, in: stream)
        reader.prepare(table)
    }

    @discardableResult
    private func start(_ shape: Shape, _ element: XMLElement, consumer: any RecordConsumer, in stream: XMLStream)
        -> ShapeTable
    {
        let table = ShapeTable(shape) { stream.pointer(to: $0) }
        stream.handOver(
            to: ShapeReader(table: table, namespace: element.namespace, consumer: consumer, outside: self))
        return table
    }

    /// Returns the error for an unreadable root; throws it at once when the structure is known by name.
    private func refusal(_ name: String, _ namespace: String, in stream: XMLStream) throws(TaxFileError)
        -> TaxFileError
    {
        if let known = Structure.refused.first(where: { namespace.hasPrefix($0.namespace) }) {
            throw TaxFileError(known.reason, line: stream.line, element: name, detail: known.name)
        }
        if let known = Structure.refused(root: name) {
            throw TaxFileError(known.reason, line: stream.line, element: name, detail: known.name)
        }
        return TaxFileError(
            namespace.isEmpty ? .noNamespace : .unknownNamespace, line: stream.line, element: name.beginning(100),
            detail: namespace.beginning(200))
    }
}
