import CXML

/// Configures libxml2 and xmlsec for this process.
enum XMLLibrary {
    /// Initializes libxml2 once, and keeps it from writing errors to the process's output, which is a setting of each
    /// thread.
    static func prepare() {
        _ = isStarted
        xmlSetStructuredErrorFunc(nil) { _, _ in }
    }

    private static let isStarted: Bool = {
        xmlInitParser()
        return true
    }()

    static func reason(of problem: xmlError) -> TaxFileError.Reason {
        switch xmlParserErrors(UInt32(max(0, problem.code))) {
        case XML_ERR_TAG_NOT_FINISHED: .truncated
        // libxml2 uses the same number for a character that XML does not allow.
        case XML_ERR_INVALID_CHAR where String(cString: problem.message).hasPrefix("Input is not proper UTF-8"):
            .encoding
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_ENCODING_NAME,
            XML_I18N_NO_NAME, XML_I18N_NO_HANDLER, XML_I18N_CONV_FAILED, XML_IO_ENCODER:
            .encoding
        case XML_ERR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP, XML_WAR_UNDECLARED_ENTITY: .documentType
        default: .malformed
        }
    }
}

extension XMLLibrary {
    /// Initializes xmlsec once. Returns false when that fails.
    static func prepareSignatures() -> Bool { areSignaturesReady }

    private static let areSignaturesReady: Bool = {
        prepare()
        guard xmlSecInit() >= 0, xmlSecOpenSSLAppInit(nil) >= 0, xmlSecOpenSSLInit() >= 0 else { return false }
        // xmlsec installs its own callback, which writes to the process's output.
        xmlSecErrorsSetCallback { _, _, _, _, _, _, _ in }
        // No file or address is opened for a reference.
        xmlSecIOCleanupCallbacks()
        return true
    }()

    /// The permitted transforms of a reference: canonicalization, exclusion of the signature, digests.
    static func referenceTransforms() -> [xmlSecTransformId?] {
        canonicalTransforms() + [
            xmlSecTransformEnvelopedGetKlass(), xmlSecOpenSSLTransformSha1GetKlass(),
            xmlSecOpenSSLTransformSha256GetKlass(), xmlSecOpenSSLTransformSha384GetKlass(),
            xmlSecOpenSSLTransformSha512GetKlass(),
        ]
    }

    /// Includes SHA-1, which receipts from before 2018 use.
    static func signatureTransforms() -> [xmlSecTransformId?] {
        canonicalTransforms() + [
            xmlSecOpenSSLTransformRsaSha1GetKlass(), xmlSecOpenSSLTransformRsaSha256GetKlass(),
            xmlSecOpenSSLTransformRsaSha384GetKlass(), xmlSecOpenSSLTransformRsaSha512GetKlass(),
            xmlSecOpenSSLTransformEcdsaSha256GetKlass(), xmlSecOpenSSLTransformEcdsaSha384GetKlass(),
            xmlSecOpenSSLTransformEcdsaSha512GetKlass(),
        ]
    }

    private static func canonicalTransforms() -> [xmlSecTransformId?] {
        [
            xmlSecTransformInclC14NGetKlass(), xmlSecTransformInclC14NWithCommentsGetKlass(),
            xmlSecTransformInclC14N11GetKlass(), xmlSecTransformInclC14N11WithCommentsGetKlass(),
            xmlSecTransformExclC14NGetKlass(), xmlSecTransformExclC14NWithCommentsGetKlass(),
        ]
    }
}
