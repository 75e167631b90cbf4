import Foundation
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("Who opened a file, as its sender sees it")
struct OpenedFilesTests {
    @Test("names people of the office at the client's own files, and nowhere else")
    func opened() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let ola = try await office.browser(client, as: cast.ola)
                let key = try await piotr.uploadKey("umowa.txt", Data("Umowa\n".utf8))
                let asked = try await piotr.post(
                    "/conversations",
                    ["firm": "\(cast.bakery.id)", "subject": "Umowa", "body": "W załączniku.", "files": key]
                )
                let id = try #require(asked.location.split(separator: "/").last)
                let answer = try await ola.uploadKey("odpowiedz.txt", Data("Odpowiedź\n".utf8))
                _ = try await ola.post("/office/conversations/\(id)/messages", ["body": "Gotowe.", "files": answer])
                #expect(!(try await piotr.get("/conversations/\(id)").text.contains("otwarte w biurze")))
                let files = try await ola.get("/office/conversations/\(id)").text
                    .matches(of: #/href="(/attachments/[^"]+)"/#).map { String($0.1) }
                #expect(files.count == 2)
                for file in files { #expect(try await ola.get(file).status == .ok) }
                let page = try await piotr.get("/conversations/\(id)").text
                let marks = page.matches(of: />otwarte w biurze: [^<]*Ola Zych/)
                #expect(marks.count == 1, "at the client's file, not at the office's own")
                for file in files { _ = try await piotr.get(file) }
                #expect(
                    try await piotr.get("/conversations/\(id)").text.matches(of: /pobrano:/).count == 4,
                    "on the screen, and with the year on paper")
            }
        }
    }
}
