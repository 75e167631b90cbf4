extension FileType {
    /// Every type that may be uploaded, and so every media type that is ever served: the types that firms and
    /// accountants send each other. None that a browser would run (HTML, SVG, scripts), and no programs.
    package static let allowed: [FileType] = [
        FileType("application/pdf", "PDF", ["pdf"]),
        FileType("image/jpeg", "JPEG", ["jpg", "jpeg", "jpe", "jfif"]),
        FileType("image/png", "PNG", ["png"]),
        FileType("image/heic", "HEIC", ["heic", "heif"], also: ["image/heif", "image/heic-sequence"]),
        FileType("image/webp", "WEBP", ["webp"]),
        FileType("image/tiff", "TIFF", ["tif", "tiff"]),
        FileType("image/gif", "GIF", ["gif"]),
        FileType("image/bmp", "BMP", ["bmp"], also: ["image/x-ms-bmp"]),

        FileType(ooxml("wordprocessingml.document"), "DOCX", ["docx"], loosely: zipped),
        FileType(ooxml("spreadsheetml.sheet"), "XLSX", ["xlsx"], loosely: zipped),
        // Its macros never run here, and it is served only as a download.
        FileType(
            "application/vnd.ms-excel.sheet.macroEnabled.12", "XLSM", ["xlsm"],
            loosely: zipped.union([ooxml("spreadsheetml.sheet")])),
        FileType(ooxml("presentationml.presentation"), "PPTX", ["pptx"], loosely: zipped),
        FileType("application/vnd.oasis.opendocument.text", "ODT", ["odt"], loosely: zipped),
        FileType("application/vnd.oasis.opendocument.spreadsheet", "ODS", ["ods"], loosely: zipped),
        FileType("application/vnd.oasis.opendocument.presentation", "ODP", ["odp"], loosely: zipped),
        // Word also writes RTF under this extension.
        FileType("application/msword", "DOC", ["doc"], loosely: compound.union(["text/rtf", "application/rtf"])),
        FileType("application/vnd.ms-excel", "XLS", ["xls"], loosely: compound),
        FileType("application/vnd.ms-outlook", "MSG", ["msg"], loosely: compound),
        FileType("application/rtf", "RTF", ["rtf"], also: ["text/rtf"]),

        FileType("application/xml", "XML", ["xml", "xades"], also: ["text/xml"], loosely: ["text/plain"]),
        // The file that Płatnik sends to ZUS.
        FileType("application/xml", "KEDU", ["kdu"], loosely: ["text/xml", "text/plain"]),
        FileType("text/plain", "TXT", ["txt"], isText: true),
        FileType("text/csv", "CSV", ["csv", "tsv"], also: ["application/csv"], isText: true),
        FileType("text/plain", "MT940", ["sta", "mt940"], isText: true),
        FileType("text/plain", "EPP", ["epp"], isText: true),
        FileType("message/rfc822", "EML", ["eml"], isText: true),

        // Signed documents, and detached signatures: binary, as text (PEM), as XML.
        FileType("application/pkcs7-mime", "P7M", ["p7m", "p7s"], loosely: ["text/plain", "message/rfc822"]),
        FileType("application/vnd.etsi.asic-e+zip", "ASIC", ["asice", "asics", "sce"], loosely: zipped),
        FileType(
            "application/octet-stream", "SIG", ["sig"], named: false,
            loosely: [
                "application/pkcs7-mime", "application/pgp-signature", "text/plain", "text/xml", "application/xml",
            ]),

        FileType("application/zip", "ZIP", ["zip"]),
        FileType("application/x-7z-compressed", "7Z", ["7z"]),
        FileType("application/vnd.rar", "RAR", ["rar"], also: ["application/x-rar"]),
    ]

    private init(
        _ mediaType: String, _ kind: String, _ extensions: [String],
        also signs: Set<String> = [], named isNamed: Bool = true, loosely looseSigns: Set<String> = [],
        isText: Bool = false
    ) {
        self.init(
            mediaType: mediaType, kind: kind, extensions: extensions,
            signs: isNamed ? signs.union([mediaType]) : [], looseSigns: looseSigns, isText: isText)
    }

    private static func ooxml(_ part: String) -> String {
        "application/vnd.openxmlformats-officedocument." + part
    }

    /// The types that libmagic reports for a container that it did not look into, or for one with a password (payrolls often have
    /// one).
    private static let zipped: Set = ["application/zip", "application/encrypted"]

    /// Microsoft's older container, whose directory often lies beyond the bytes that are examined.
    private static let compound: Set = [
        "application/x-ole-storage", "application/CDFV2", "application/vnd.ms-office", "application/encrypted",
    ]
}
