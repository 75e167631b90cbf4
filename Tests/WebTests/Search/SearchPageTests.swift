import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The pages of the search")
struct SearchPageTests {
    @Test("show the place marked, with the way to the message")
    func marked() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                _ = try await piotr.post(
                    "/conversations",
                    [
                        "firm": "\(office.cast.bakery.id)", "subject": "Zaświadczenie",
                        "body": "Proszę o **zaświadczenie** <b>",
                    ]
                )
                let page = try await piotr.get("/search?q=zaswiad")
                #expect(page.text.contains("<mark>Zaświadczenie</mark>"))
                #expect(page.text.contains("o **<mark>zaświadczenie</mark>** &lt;b&gt;"))
                let anna = try await office.browser(client, as: office.cast.anna)
                let office = try await anna.get("/office/search?q=zaswiadczenie").text
                #expect(office.contains("<mark>zaświadczenie</mark>") && office.contains("/office/conversations/"))
                #expect(try await anna.get("/office/search?q=klos").text.contains("<mark>Kłos</mark>"))
            }
        }
    }

    @Test("say nothing of other firms, to clients and to accountants")
    func outsiders() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Zakwas", "body": "Tajemnica zakwasu"]
                )
                for (person, path) in [(cast.ewa, "/search"), (cast.rafal, "/office/search")] {
                    let browser = try await office.browser(client, as: person)
                    for words in ["zakwas", "tajemnica", "klos", "piotr", "1111111111"] {
                        let page = try await browser.get("\(path)?q=\(words)")
                        #expect(page.status == .ok)
                        for secret in ["Zakwas", "Tajemnica", "Kłos", "piotr@"] { #expect(!page.text.contains(secret)) }
                    }
                }
            }
        }
    }

    @Test(
        "answer to anything that can be typed",
        arguments: [
            "%22", "%22%22", "*", "AND", "NEAR(a%20b)", "body%3Ax", "(", "%F0%9F%98%80", "%27", "%25",
            "a%22%20OR%20%22b",
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%7B%7Bq%7D%7D", String(repeating: "a", count: 1_000),
        ])
    func hostile(typed: String) async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                for (person, path) in [(office.cast.piotr, "/search"), (office.cast.anna, "/office/search")] {
                    let browser = try await office.browser(client, as: person)
                    for query in [
                        "q=\(typed)", "q=\(typed)&show=files", "q=\(typed)&after=-1", "q=\(typed)&show=x&after=x",
                    ] {
                        let page = try await browser.get("\(path)?\(query)")
                        #expect(page.status == .ok, "\(query.prefix(60))")
                        #expect(!page.text.contains("<script>alert"))
                    }
                }
            }
        }
    }

    @Test("take a query that holds a NUL for none, as every page does")
    func nul() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let (nul, none) = (try await piotr.get("/search?q=a%00b"), try await piotr.get("/search"))
                #expect(nul.status == .ok && nul.text == none.text)
            }
        }
    }
}
