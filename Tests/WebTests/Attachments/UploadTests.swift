import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@Suite("Uploading a file")
struct UploadTests {
    @Test("A form in place of a file is no file, and ends nothing")
    func form() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let response = try await browser.post("/uploads?name=a.txt", ["body": "a"])
                #expect(response.status == .unsupportedMediaType)
                #expect(try await browser.get("/account").status == .ok)
            }
        }
    }

    @Test("keeps bytes, size and digest, under a cleaned name")
    func kept() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let bytes = Data("%PDF-1.4\n".utf8) + Data(repeating: 65, count: 300_000)
                let key = try await browser.uploadKey("..\\x/Faktura\u{202E} nr 1.pdf", bytes)
                let file = try await office.database.read { db in
                    try StoredFile.find(db, keys: [key], of: piotr).first
                }
                #expect(file?.name == "Faktura nr 1.pdf")
                #expect(file?.size == Int64(bytes.count))
                #expect(try Data(contentsOf: URL(fileURLWithPath: office.files.path(key))) == bytes)
            }
        }
    }

    @Test("refuses what it does not take, in words, and leaves nothing behind")
    func refused() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let program = Data([0x7F]) + Data("ELF".utf8) + Data(repeating: 0, count: 200)
                for (name, bytes) in [
                    ("faktura.pdf", program), ("strona.html", Data("<html><script>1</script>".utf8)),
                    ("pusty.txt", Data()), ("obraz.svg", Data("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)),
                ] {
                    let response = try await browser.upload(name, bytes)
                    #expect(response.status == .unsupportedMediaType, "\(name)")
                    #expect(response.text.contains("error"))
                }
                let left = try FileManager.default.subpathsOfDirectory(atPath: office.files.folder.path)
                #expect(left == ["incoming"])
            }
        }
    }

    @Test("refuses a file that says it is too large before reading it")
    func tooLarge() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let head: HTTPFields = [
                    .origin: "http://localhost", .formToken: browser.formToken,
                    .contentLength: "\(AttachmentStore.limit + 1)",
                ]
                let response = try await browser.send(.post, "/uploads?name=duzy.pdf", head)
                #expect(response.status == .contentTooLarge)
            }
        }
    }

    @Test("is the uploader's alone until a message carries it")
    func own() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let ewa = try await office.browser(client, as: office.cast.ewa)
                let key = try await ewa.uploadKey("tajne.txt", Data("tajne\n".utf8))
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let response = try await piotr.post(
                    "/conversations/\(world.conversation)/messages", ["body": "Treść", "files": key]
                )
                #expect(response.status == .unprocessableContent)
                #expect(!response.text.contains("tajne.txt"))
            }
        }
    }
}
