import Foundation
import HTTPTypes
import Models
import NIOCore
import TestSupport
import Testing

@Suite("The logo and the photos")
struct PicturesTests {
    @Test("The logo stands on the page of signing in, on every page and in print, and is there for everybody")
    func logo() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let taken = try await anna.upload(
                    "znak.png", TestPicture.png(width: 600, height: 300), to: "/office/settings/logo")
                #expect(taken.status == .ok && taken.text.contains("settings?done=saved"))
                let kept = try await office.database.read { db in try Office.find(db) }
                let (large, small) = (try #require(kept?.logo), try #require(kept?.smallLogo))
                let visitor = Browser(client: client)
                #expect(try await visitor.get("/sign-in").text.contains("src=\"/logo/\(large)\""))
                let baker = try await office.browser(client, as: cast.piotr)
                for (browser, path) in [(anna, "/office/firms"), (baker, "/"), (anna, "/office/settings")] {
                    #expect(try await browser.get(path).text.contains("src=\"/logo/\(small)\""), "\(path)")
                }
                let print = try await anna.get("/office/firms/\(cast.bakery.id)/archive").text
                #expect(print.contains("src=\"/logo/\(large)\""))
                let picture = try await visitor.get("/logo/\(small)")
                #expect(
                    picture.headers[.contentType] == "image/png" && picture.headers[.xContentTypeOptions] == "nosniff")
                #expect(picture.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(picture.body.readableBytes < 4_000)
                _ = try await anna.post("/office/settings/logo/removal")
                #expect(try await visitor.get("/logo/\(small)").status == .notFound)
                #expect(!(try await visitor.get("/sign-in").text.contains("/logo/")))
            }
            #expect(try await office.number("SELECT count(*) FROM picture") == 0)
        }
    }

    @Test("A photo is shown to those whom the person looks after, and to nobody else")
    func photo() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (_, photo) = try await office.takePictures()
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                #expect(try await piotr.get("/").text.contains("src=\"/photos/\(photo)\""))
                let picture = try await piotr.get("/photos/\(photo)")
                #expect(picture.headers[.contentType] == "image/jpeg")
                #expect(picture.headers[.cacheControl] == "private, max-age=31536000, immutable")
                let ewa = try await office.browser(client, as: cast.ewa)
                #expect(try await ewa.get("/photos/\(photo)").status == .notFound)
                #expect(try await ewa.get("/logo/\(photo)").status == .notFound)
                #expect(try await Browser(client: client).get("/photos/\(photo)").status == .seeOther)
                let ola = try await office.browser(client, as: cast.ola)
                #expect(try await ola.get("/photos/\(photo)").status == .ok)
            }
        }
    }

    @Test("A photo is shown to a firm to which the person wrote")
    func written() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let (_, photo) = try await office.takePictures()
            try await office.database.write { db in
                _ = try Conversation.start(
                    db, "Temat", NewContent(body: "Treść"), isPayroll: false, firm: cast.carrier, by: cast.marek,
                    on: Cast.day, at: now)
            }
            try await office.app { client in
                let ewa = try await office.browser(client, as: cast.ewa)
                #expect(try await ewa.get("/photos/\(photo)").status == .ok)
            }
        }
    }

    @Test("Everybody of the office changes her own photo, name, phone and line; the head everybody's")
    func faces() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let taken = try await marek.upload("ja.jpg", TestPicture.jpeg(), to: "/office/account/photo")
                #expect(taken.text.contains("account?done=saved"))
                let long = [("name", "Marek Wilk"), ("phone", ""), ("line", String(repeating: "x", count: 121))]
                let refused = try await marek.post("/office/account/person", long)
                #expect(refused.status == .unprocessableContent && refused.text.contains("you-line-error"))
                _ = try await marek.post(
                    "/office/account/person", ["name": "Marek Wilk", "phone": "600 700 800", "line": "Kadry i płace"])
                let home = try await office.browser(client, as: cast.piotr).get("/").text
                #expect(home.contains("600 700 800") && home.contains("Kadry i płace") && home.contains("/photos/"))
                let anna = try await office.browser(client, as: cast.anna)
                let path = "/office/staff/\(cast.marek)"
                let saved = try await anna.post("\(path)/person", ["name": "Marek W.", "phone": "12", "line": ""])
                #expect(saved.status == .unprocessableContent && saved.text.contains("value=\"Marek W.\""))
                _ = try await anna.post("\(path)/person", ["name": "Marek W.", "phone": "", "line": ""])
                _ = try await anna.post("\(path)/photo/removal")
                let after = try await office.browser(client, as: cast.piotr).get("/").text
                #expect(after.contains("Marek W.") && !after.contains("/photos/") && !after.contains("Kadry i płace"))
                #expect(try await anna.post("/office/staff/\(cast.piotr)/photo/removal").status == .notFound)
            }
        }
    }

    @Test("What is no image is refused in words that say what to do, before it is kept")
    func refused() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let head = try await office.browser(client, as: anna)
                let gif = Data("GIF89a".utf8) + Data(count: 100)
                let refused = try await head.upload("logo.png", gif, to: "/office/settings/logo")
                #expect(refused.status == .unsupportedMediaType && refused.text.contains("PNG"))
                let half = try TestPicture.png(width: 200, height: 200)
                let cut = try await head.upload("logo.png", half.prefix(half.count / 2), to: "/office/settings/logo")
                #expect(cut.status == .unsupportedMediaType && cut.text.contains("uszkodzony"))
                let large = try await head.upload("logo.png", Data(count: 1_100_000), to: "/office/settings/logo")
                #expect(large.status == .contentTooLarge && large.text.contains("1,0\u{A0}MB"))
            }
            #expect(try await office.number("SELECT count(*) FROM picture") == 0)
        }
    }
}
