import CXML
import Foundation

/// The beginning of an element. The pointers are the parser's interned names, equal exactly when the names are.
struct XMLElement {
    let name: UnsafePointer<UInt8>
    let namespace: UnsafePointer<UInt8>?
    /// In libxml2's form: name, prefix, namespace, begin and end of the value; five for each.
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let attributeCount: Int
    let namespaceCount: Int

    /// Returns the value of an attribute without a namespace.
    func attribute(_ wanted: StaticString) -> String? {
        for index in 0..<attributeCount {
            guard let attribute = attributes?.advanced(by: index * 5), let name = attribute[0],
                attribute[1] == nil, let start = attribute[3], let end = attribute[4],
                strcmp(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), wanted.utf8Start.cString) == 0
            else { continue }
            return XMLText(UnsafeBufferPointer(start: start, count: end - start)).string
        }
        return nil
    }
}

/// Receives elements and texts while a stream is read. Errors end the reading.
protocol XMLHandler: AnyObject {
    func begin(_ element: XMLElement, in stream: XMLStream) throws(TaxFileError)
    /// Receives a piece of text; the parser may split a text into any number of pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, in stream: XMLStream) throws(TaxFileError)
    func end(_ name: UnsafePointer<UInt8>, in stream: XMLStream) throws(TaxFileError)
}

/// Parses a document with libxml2, without a tree, and calls a handler. It allows no document type, no entities of its
/// own, no network, no encoding but UTF-8, and no more bytes, levels or bytes between two `<` than the limits.
final class XMLStream {
    // The parser makes one call at a time, for every tag and text, so exclusive access needs no checks.
    @exclusivity(unchecked) private(set) var handler: any XMLHandler
    @exclusivity(unchecked) private(set) var depth = 0
    /// Set by a handler or here; only the first one is kept.
    @exclusivity(unchecked) private var failure: TaxFileError?
    @exclusivity(unchecked) private var hasFailed = false
    @exclusivity(unchecked) private(set) var input: XMLInput
    let limits: TaxFileLimits
    private var context: xmlParserCtxtPtr?
    /// The open elements that declare namespaces, and the number of namespaces in scope at each.
    private var scopes: [(depth: Int, count: Int)] = []

    init(_ input: XMLInput, limits: TaxFileLimits, handler: any XMLHandler) {
        self.input = input
        self.limits = limits
        self.handler = handler
        XMLLibrary.prepare()
    }

    /// The parser's current line, from 1.
    var line: Int { context.flatMap { $0.pointee.input }.map { Int($0.pointee.line) } ?? 0 }

    /// Returns the parser's interned pointer for a name, for comparing elements.
    func pointer(to name: String) -> UnsafePointer<UInt8>? {
        xmlDictLookup(context?.pointee.dict, name, -1)
    }

    /// Passes everything from here on to another handler.
    func handOver(to handler: any XMLHandler) {
        self.handler = handler
    }

    /// Parses to the end.
    func read() throws(TaxFileError) {
        var sax = Self.callbacks()
        let own = Unmanaged.passUnretained(self).toOpaque()
        context = xmlCreateIOParserCtxt(
            &sax, own,
            { own, buffer, count in
                var filled: CInt = -1
                XMLStream.with(own) { filled = $0.fill(buffer, count) }
                return filled
            }, nil, own,
            XML_CHAR_ENCODING_NONE)
        guard let context else { throw failure ?? TaxFileError(.empty) }
        defer {
            xmlFreeParserCtxt(context)
            self.context = nil
        }
        xmlCtxtUseOptions(context, CInt(XML_PARSE_NONET.rawValue))
        // The options above restore some of libxml2's own handlers.
        context.pointee.sax.pointee = sax
        xmlParseDocument(context)
        if input.count == 0, failure?.reason != .unreadable { throw TaxFileError(.empty) }
        if let failure { throw failure }
        if context.pointee.wellFormed == 0 { throw error(.malformed) }
    }

    /// Returns an error at the current position.
    func error(_ reason: TaxFileError.Reason, element: UnsafePointer<UInt8>? = nil, detail: String? = nil)
        -> TaxFileError
    {
        let name = element.map { String(cString: $0) } ?? ""
        return TaxFileError(reason, line: line, element: name, detail: detail)
    }

    /// Calls `body` with the stream passed to libxml2, which outlives the call: without reference counting at every
    /// tag.
    fileprivate static func with(_ own: UnsafeMutableRawPointer?, _ body: (XMLStream) -> Void) {
        guard let own else { return }
        Unmanaged<XMLStream>.fromOpaque(own)._withUnsafeGuaranteedRef(body)
    }

    private func fail(_ reason: TaxFileError) {
        guard !hasFailed else { return }
        failure = reason
        hasFailed = true
    }

    private func fill(_ buffer: UnsafeMutablePointer<CChar>?, _ count: CInt) -> CInt {
        guard !hasFailed else { return -1 }
        do {
            return CInt(try input.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
        } catch let refused as TaxFileError {
            fail(error(refused.reason))
        } catch {
            fail(TaxFileError(.unreadable))
        }
        return -1
    }

    fileprivate func stop(_ reason: TaxFileError) {
        fail(reason)
        xmlStopParser(context)
    }

    fileprivate func begin(_ element: XMLElement) {
        guard !hasFailed else { return }
        depth += 1
        do throws(TaxFileError) {
            if depth == 1 { try checkEncoding() }
            guard depth <= limits.depth else { throw error(.tooDeep, element: element.name) }
            // libxml2 compares attributes with each other, and slows down with each new name.
            guard element.attributeCount + element.namespaceCount <= limits.attributes,
                Int(xmlDictSize(context?.pointee.dict)) <= limits.names
            else { throw error(.tooManyFields) }
            if element.namespaceCount > 0 { try enter(element.namespaceCount) }
            try handler.begin(element, in: self)
        } catch { stop(error) }
    }

    fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !hasFailed else { return }
        do throws(TaxFileError) { try handler.text(bytes, in: self) } catch { stop(error) }
    }

    fileprivate func end(_ name: UnsafePointer<UInt8>) {
        guard !hasFailed else { return }
        do throws(TaxFileError) { try handler.end(name, in: self) } catch { stop(error) }
        if scopes.last?.depth == depth { scopes.removeLast() }
        depth -= 1
    }

    /// Limits the namespaces in scope: canonicalization searches all of them for each element, so that a small file
    /// with many takes hours.
    private func enter(_ namespaces: Int) throws(TaxFileError) {
        let count = (scopes.last?.count ?? 0) + namespaces
        guard count <= limits.attributes else { throw error(.tooManyFields) }
        scopes.append((depth, count))
    }

    private func checkEncoding() throws(TaxFileError) {
        // libxml2 stores encodings that it converts separately from those that it detects.
        let declared = [context?.pointee.encoding, context?.pointee.input?.pointee.encoding]
        for case let name? in declared where String(cString: name).uppercased() != "UTF-8" {
            throw error(.encoding, detail: String(cString: name).beginning(40))
        }
    }

    /// Ends the reading for every error of libxml2, including namespace errors.
    fileprivate func found(_ problem: xmlErrorPtr) {
        guard !hasFailed, problem.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let reason = XMLLibrary.reason(of: problem.pointee)
        stop(TaxFileError(reason, line: Int(problem.pointee.line)))
    }
}

extension XMLStream {
    private static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { own, name, _, namespace, namespaceCount, _, attributeCount, _, attributes in
            guard let name else { return }
            let element = XMLElement(
                name: name, namespace: namespace, attributes: attributes, attributeCount: Int(attributeCount),
                namespaceCount: Int(namespaceCount))
            XMLStream.with(own) { $0.begin(element) }
        }
        sax.endElementNs = { own, name, _, _ in
            guard let name else { return }
            XMLStream.with(own) { $0.end(name) }
        }
        let text: charactersSAXFunc = { own, bytes, count in
            XMLStream.with(own) { $0.text(UnsafeBufferPointer(start: bytes, count: Int(count))) }
        }
        // With different callbacks, libxml2 checks for each text whether it is blank.
        sax.characters = text
        sax.ignorableWhitespace = text
        sax.cdataBlock = text
        // A style sheet may be declared before the document; inside it, the ministry's files have no processing
        // instructions.
        sax.processingInstruction = { own, target, _ in
            XMLStream.with(own) { stream in
                if stream.depth > 0 { stream.stop(stream.error(.unexpected, element: target)) }
            }
        }
        sax.internalSubset = { own, _, _, _ in XMLStream.with(own) { $0.stop($0.error(.documentType)) } }
        sax.reference = { own, _ in XMLStream.with(own) { $0.stop($0.error(.documentType)) } }
        sax.serror = { own, problem in
            guard let problem else { return }
            XMLStream.with(own) { $0.found(problem) }
        }
        return sax
    }
}

extension UnsafePointer<UInt8> {
    fileprivate var cString: UnsafePointer<CChar> { UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self) }
}
