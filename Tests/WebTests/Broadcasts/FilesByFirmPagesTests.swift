import Foundation
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("Files by firm, in the browser")
struct FilesByFirmPagesTests {
    @Test("Matches them, asks for the firms of the others, checks and sends; nobody else sees the draft")
    func journey() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let cast = office.cast
                let anna = try await office.browser(client, as: cast.anna)
                let bakerys = try await anna.uploadKey("k.pdf", TestPDF.page("NIP 111-111-11-11 za lipiec 2026"))
                let nobodys = try await anna.uploadKey("n.pdf", TestPDF.page("nikt"))
                let both = try await anna.uploadKey("b.pdf", TestPDF.page("1111111111, 2222222222"))
                let sorted = try await anna.post(
                    "/office/broadcasts/files", ["files": bakerys, "files": nobodys, "files": both])
                let page = try await anna.get(sorted.location).text
                #expect(page.contains("1 plik ma swoją firmę") && page.contains("2 pliki nie mają firmy"))
                #expect(page.contains("lipiec 2026") && page.contains("nie ma w nim numeru żadnej firmy"))
                for other in [cast.marek, cast.ola, cast.piotr] {
                    let response = try await office.browser(client, as: other).get(sorted.location)
                    #expect(response.status == .notFound)
                }
                let draft = String(sorted.location.split(separator: "=")[1])
                let file = try #require(page.firstMatch(of: /name="waiting" value="(\d+)"/)).1
                let wrong = try await anna.post(
                    "/office/broadcasts/files/review",
                    ["draft": draft, "subject": "Temat", "body": "", "waiting": "\(file)", "firm-\(file)": "Nikt"])
                #expect(wrong.status == .unprocessableContent)
                #expect(wrong.text.contains("value=\"Nikt\"") && wrong.text.contains("value=\"Temat\""))
                let checked = try await anna.post(
                    "/office/broadcasts/files/review",
                    [
                        "draft": draft, "subject": "Temat", "body": "Treść", "waiting": "\(file)",
                        "firm-\(file)": "Przewozy Ewa Nowak (2222222222)",
                    ])
                let check = try await anna.get(checked.location).text
                #expect(check.contains("1 plik nie pójdzie do nikogo"))
                let back = try await anna.get("/office/broadcasts/new?draft=\(draft)")
                #expect(back.location == sorted.location)
                let shown = try await anna.get(back.location).text
                #expect(shown.contains("value=\"Przewozy Ewa Nowak (2222222222)\""), "as it may be typed again")
                #expect(!shown.contains("name=\"matchAgain\""), "all of them are read")
                let right = try #require(check.firstMatch(of: /name="rightFiles" value="([^"]+)"/)).1
                let audience = try #require(check.firstMatch(of: /name="audience" value="([^"]+)"/)).1
                let sent = try await anna.post(
                    "/office/broadcasts",
                    ["draft": draft, "expected": "2", "audience": "\(audience)", "rightFiles": "\(right)"])
                #expect(sent.location.hasPrefix("/office/broadcasts/"))
                try await files(office, client)
            }
        }
    }

    /// Each client sees one file, and cannot download the other's by its address.
    private func files(_ office: TestOffice, _ client: any TestClientProtocol) async throws {
        let people = [office.cast.piotr, office.cast.ewa]
        var addresses: [String] = []
        for person in people {
            let browser = try await office.browser(client, as: person)
            let list = try await browser.get("/conversations").text
            let thread = try #require(list.firstMatch(of: /href="(\/conversations\/\d+)/)).1
            let page = try await browser.get(String(thread)).text
            let links = page.matches(of: /href="(\/attachments\/\d+[^"]*)"/).map { String($0.output.1) }
            #expect(links.count == 1)
            addresses += links
        }
        for (index, person) in people.enumerated() {
            let browser = try await office.browser(client, as: person)
            #expect(try await browser.get(addresses[index]).status == .ok)
            #expect(try await browser.get(addresses[1 - index]).status == .notFound)
        }
    }

    @Test("Takes no file that is another's upload, and says so")
    func others() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let marek = try await office.browser(client, as: office.cast.marek)
                let key = try await anna.uploadKey("k.pdf", TestPDF.page("NIP 1111111111"))
                #expect(
                    try await marek.post("/office/broadcasts/files", ["files": key]).status == .unprocessableContent)
                #expect(try await marek.post("/office/broadcasts/files").status == .unprocessableContent)
            }
        }
    }

    @Test("Keeps what is uploaded when there are too many, and takes a draft away with its files")
    func discarded() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let key = try await anna.uploadKey("k.pdf", TestPDF.page("NIP 1111111111"))
                let keys = [key] + (0..<Draft.filesByFirmLimit).map { "none\($0)" }
                let refused = try await anna.post("/office/broadcasts/files", files: keys)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("Najwyżej 1000") && refused.text.contains("value=\"\(key)\""))
                let sorted = try await anna.post("/office/broadcasts/files", ["files": key])
                let draft = String(sorted.location.split(separator: "=")[1])
                let path = office.files.path(key)
                #expect(FileManager.default.fileExists(atPath: path))
                let gone = try await anna.post("/office/broadcasts/files/removal", ["draft": draft])
                #expect(gone.location == "/office/broadcasts/files")
                #expect(try await anna.get(sorted.location).status == .notFound)
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test("Reads on when it is asked to match again, and before a check shows what has found its firm meanwhile")
    func later() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let (cast, now) = (office.cast, office.now)
                let anna = try await office.browser(client, as: cast.anna)
                for isAgain in [true, false] {
                    // It has not been read yet, as when many others are before it.
                    let incoming = try office.files.receive(named: "p.pdf")
                    try TestPDF.page("NIP 1111111111").withUnsafeBytes { try incoming.write($0) }
                    let kept = try incoming.keep()
                    let draft = try await office.database.write { db in
                        let file = try StoredFile.add(db, kept, by: cast.anna, at: now)
                        return try Draft.sortFiles(db, files: [file.key], by: cast.anna, in: .wholeOffice, at: now)
                    }
                    let address = "/office/broadcasts/files?draft=\(draft.key)"
                    let page = try await anna.get(address).text
                    #expect(page.contains("name=\"matchAgain\"") && !page.contains("nie ma w nim numeru"))
                    let fields: KeyValuePairs = [
                        "draft": draft.key, "subject": "Temat", "body": "Treść", (isAgain ? "matchAgain" : "next"): "1",
                    ]
                    let answer = try await anna.post("/office/broadcasts/files/review", fields)
                    #expect(answer.location == (isAgain ? address : "\(address)&done=matchedLater"))
                    let shown = try await anna.get(answer.location).text
                    #expect(shown.contains("1 plik ma swoją firmę") && shown.contains("value=\"Temat\""))
                    let next = try await anna.post("/office/broadcasts/files/review", fields)
                    #expect(next.location.hasPrefix("/office/broadcasts/check") != isAgain)
                }
            }
        }
    }

    @Test("Says on the check page why nothing was sent while a file was still being read")
    func awaited() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let key = try await anna.uploadKey("k.pdf", TestPDF.page("nikt"))
                let fields: KeyValuePairs = [
                    "firm": "\(office.cast.bakery.id)", "subject": "Temat", "body": "Treść", "files": key,
                ]
                let check = try await anna.post("/office/broadcasts/check", fields).location
                #expect(try await !anna.get(check).text.contains("jeszcze sprawdzane"))
                #expect(try await anna.get("\(check)&awaited=1").text.contains("jeszcze sprawdzane"))
            }
        }
    }
}
