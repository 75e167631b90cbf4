import Demo
import Foundation

/// PDFs for tests: ordinary and hostile ones.
package enum TestPDF {
    package static func page(_ lines: String...) -> Data { page(lines) }

    package static func page(_ lines: [String]) -> Data { DemoPDF.page("Dokument", lines) }

    /// A page without words, like a scan.
    package static let scan = file("")

    /// Returns a page with texts at given positions, in points from the lower left corner.
    package static func placed(_ texts: [(x: Int, y: Int, text: String)]) -> Data {
        let shown = texts.map { "1 0 0 1 \($0.x) \($0.y) Tm (\($0.text)) Tj" }.joined(separator: "\n")
        return file("BT /F1 10 Tf\n\(shown)\nET", resources: "<< /Font << /F1 5 0 R >> >>")
    }

    /// Returns a page with a text and an embedded file.
    package static func holding(_ name: String, _ text: String) -> Data {
        let bytes = "<NIP>3333333333</NIP>"
        return file(
            "BT /F1 10 Tf 40 700 Td (\(text)) Tj ET", resources: "<< /Font << /F1 5 0 R >> >>",
            catalog: "/Names << /EmbeddedFiles << /Names [(\(name)) 7 0 R] >> >>",
            more: [
                "<< /Type /Filespec /F (\(name)) /UF (\(name)) /EF << /F 8 0 R >> >>",
                "<< /Type /EmbeddedFile /Length \(bytes.utf8.count) >>\nstream\n\(bytes)\nendstream",
            ])
    }

    /// A page with a password.
    package static let locked: Data = {
        let secret = String(repeating: "A", count: 32)
        return file(
            "BT /F1 12 Tf (NIP 1111111111) Tj ET",
            trailer: "/ID [(a) (a)] /Encrypt << /Filter /Standard /V 1 /R 2 /O (\(secret)) /U (\(secret)) /P -44 >>")
    }()

    /// A truncated PDF.
    package static let torn = Data(
        "%PDF-1.4\n%\u{B5}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\nxref\n0 9".utf8)

    /// A page of a few kilobytes whose instructions expand to thousands of gigabytes.
    package static let monster: Data = {
        let filters = Array(repeating: "/RunLengthDecode", count: 6).joined(separator: " ")
        var stream = Data(repeating: 129, count: 4000)
        stream.append(128)
        return file(stream, "/Filter [\(filters)]")
    }()

    /// Forms that draw each other recursively.
    package static let endless: Data = {
        let names = (1...20).map { "/X\($0) 7 0 R" }.joined(separator: " ")
        let calls = (1...20).map { "/X\($0) Do" }.joined(separator: " ")
        return assemble(
            content: Data(calls.utf8), filter: "", resources: "<< /XObject << \(names) >> >>",
            more: [
                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << \(names) >> >> /Length \(calls.utf8.count) >>\nstream\n\(calls)\nendstream"
            ])
    }()

    private static func file(
        _ content: String, resources: String = "<< >>", catalog: String = "", more: [String] = [], trailer: String = ""
    ) -> Data {
        assemble(
            content: Data(content.utf8), filter: "", resources: resources, catalog: catalog, more: more,
            trailer: trailer)
    }

    private static func file(_ content: Data, _ filter: String) -> Data {
        assemble(content: content, filter: filter, resources: "<< >>")
    }

    private static func assemble(
        content: Data, filter: String, resources: String, catalog: String = "", more: [String] = [],
        trailer: String = ""
    ) -> Data {
        let objects =
            [
                Data("<< /Type /Catalog /Pages 2 0 R \(catalog) >>".utf8),
                Data("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
                Data(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources \(resources) >>"
                        .utf8),
                Data("<< /Length \(content.count) \(filter) >>\nstream\n".utf8) + content + Data("\nendstream".utf8),
                Data("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8), Data("null".utf8),
            ] + more.map { Data($0.utf8) }
        var file = Data("%PDF-1.4\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += String(format: "%010d 00000 n \n", file.count)
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let end =
            "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(file.count)\n%%EOF\n"
        return file + Data((table + end).utf8)
    }
}
