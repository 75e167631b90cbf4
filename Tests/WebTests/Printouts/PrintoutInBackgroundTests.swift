import Foundation
import HTTPTypes
import Models
import TestSupport
import Testing

@testable import Web

@Suite("A printout that takes long")
struct PrintoutInBackgroundTests {
    @Test("of many pages is made in the background: a page says how far it is, and opens it when it is made")
    func background() async throws {
        try await AccessWorld.withPrintouts(patience: .zero) { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let page = try await piotr.get(world.printoutPath)
            #expect(page.status == .accepted && page.text.contains("Wydruk się przygotowuje"))
            #expect(page.text.contains("<progress"))
            while try await !piotr.get(world.printoutPath, [.accept: "application/json"]).text.contains("true") {}
            #expect(try await world.takers().isEmpty, "asking how far it is takes nothing")
            let made = try await piotr.get(world.printoutPath)
            #expect(made.status == .ok && made.text.hasPrefix("%PDF-"))
            #expect(try await world.takers() == [world.office.cast.piotr])
        }
    }

    @Test("that fails in the background says so once, to whoever asks next, and can be asked for anew")
    func failed() async throws {
        try await AccessWorld.withPrintouts(patience: .zero) { world, client in
            let office = world.office
            let anna = try await office.browser(client, as: office.cast.anna)
            let (path, key) = ("/printouts/\(world.printout)", try await world.sourceKey())
            let bytes = try Data(contentsOf: URL(fileURLWithPath: office.files.path(key)))
            let other = Data(String(decoding: bytes, as: UTF8.self).replacing("Kowalski", with: "Kowalska").utf8)
            try AccessWorld.overwrite(office.files.path(key), other + Data([10]))
            #expect(try await anna.get(path).status == .accepted)
            var answer = try await anna.get(path, [.accept: "application/json"])
            while answer.status == .ok { answer = try await anna.get(path, [.accept: "application/json"]) }
            #expect(answer.status.code >= 500 && answer.text.contains("error"))
            try AccessWorld.overwrite(office.files.path(key), bytes)
            answer = try await anna.get(path, [.accept: "application/json"])
            while answer.text.contains("false") { answer = try await anna.get(path, [.accept: "application/json"]) }
            #expect(answer.text.contains("true"))
        }
    }
}
