import CXML

/// libxml2 and xmlsec as this process uses them.
enum XMLLibrary {
    /// Starts them once, and keeps them from writing what they find to the process's own output. The latter is a
    /// setting of each thread.
    static func prepare() {
        _ = isStarted
        xmlSetStructuredErrorFunc(nil) { _, _ in }
    }

    private static let isStarted: Bool = {
        xmlInitParser()
        return true
    }()

    static func reason(of problem: xmlParserErrors) -> TaxFileError.Reason {
        switch problem {
        case XML_ERR_DOCUMENT_EMPTY: .malformed
        case XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED: .truncated
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_ENCODING_NAME,
            XML_I18N_NO_NAME, XML_I18N_NO_HANDLER, XML_I18N_CONV_FAILED, XML_IO_ENCODER:
            .encoding
        case XML_ERR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP, XML_WAR_UNDECLARED_ENTITY: .documentType
        default: .malformed
        }
    }
}
