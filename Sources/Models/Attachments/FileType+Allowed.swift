extension FileType {
    /// Every type that may be uploaded, and so every media type that is ever served. What firms and accountants send
    /// each other; nothing a browser would run (HTML, SVG, scripts) and no programs.
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
        FileType(ooxml("presentationml.presentation"), "PPTX", ["pptx"], loosely: zipped),
        FileType("application/vnd.oasis.opendocument.text", "ODT", ["odt"], loosely: zipped),
        FileType("application/vnd.oasis.opendocument.spreadsheet", "ODS", ["ods"], loosely: zipped),
        FileType("application/msword", "DOC", ["doc"], loosely: compound),
        FileType("application/vnd.ms-excel", "XLS", ["xls"], loosely: compound),
        FileType("application/vnd.ms-outlook", "MSG", ["msg"], loosely: compound),
        FileType("application/rtf", "RTF", ["rtf"], also: ["text/rtf"]),

        FileType("application/xml", "XML", ["xml", "xades"], also: ["text/xml"], loosely: ["text/plain"]),
        FileType("text/plain", "TXT", ["txt"], loosely: plainText),
        FileType("text/csv", "CSV", ["csv", "tsv"], also: ["application/csv"], loosely: plainText),
        FileType("text/plain", "MT940", ["sta", "mt940"], loosely: plainText),
        FileType("text/plain", "EPP", ["epp"], loosely: plainText),
        FileType("message/rfc822", "EML", ["eml"], loosely: plainText),

        FileType("application/zip", "ZIP", ["zip"]),
        FileType("application/x-7z-compressed", "7Z", ["7z"]),
        FileType("application/vnd.rar", "RAR", ["rar"], also: ["application/x-rar"]),
    ]

    private init(
        _ mediaType: String, _ kind: String, _ extensions: [String],
        also signs: Set<String> = [], loosely looseSigns: Set<String> = []
    ) {
        self.init(
            mediaType: mediaType, kind: kind, extensions: extensions,
            signs: signs.union([mediaType]), looseSigns: looseSigns)
    }

    private static func ooxml(_ part: String) -> String {
        "application/vnd.openxmlformats-officedocument." + part
    }

    /// A container libmagic did not look into, or one locked with a password (payrolls come like that).
    private static let zipped: Set = ["application/zip", "application/encrypted"]

    /// Microsoft's older container, whose directory often lies beyond the bytes we look at.
    private static let compound: Set = [
        "application/x-ole-storage", "application/CDFV2", "application/vnd.ms-office", "application/encrypted",
    ]

    /// Text, and what libmagic takes some plain texts for. Never HTML and never a script.
    private static let plainText: Set = [
        "text/plain", "text/csv", "application/csv", "application/json", "message/rfc822", "text/x-tex",
    ]
}
