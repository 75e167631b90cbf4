import Models
import Testing

import Web

@Suite("The header of a download")
struct ContentDispositionTests {
    @Test(
        "carries the true name and an ASCII one",
        arguments: [
            ("faktura.pdf", "faktura.pdf", "faktura.pdf"),
            ("Zażółć Łódź.pdf", "Zazolc Lodz.pdf", "Za%C5%BC%C3%B3%C5%82%C4%87%20%C5%81%C3%B3d%C5%BA.pdf"),
            ("a\"b\\c%41;d.pdf", "a_b_c_41;d.pdf", "a%22b%5Cc%2541%3Bd.pdf"),
            ("דוח.pdf", "___.pdf", "%D7%93%D7%95%D7%97.pdf"),
            ("a\r\nX-Evil: 1.pdf", "a__X-Evil: 1.pdf", "a%0D%0AX-Evil%3A%201.pdf"),
            ("it's (1)*.txt", "it's (1)*.txt", "it%27s%20%281%29%2A.txt"),
        ])
    func header(name: String, fallback: String, extended: String) {
        let header = FileName.contentDisposition(name)
        #expect(header == "attachment; filename=\"\(fallback)\"; filename*=UTF-8''\(extended)")
        #expect(header.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
}
