import Foundation
import TestSupport
import Testing

@testable import Models

@Suite("What failed once", .enabled(if: SharedCase.areThere))
struct SharedCasesTests {
    @Test("an address with a sign that nobody sees is the address that it looks like")
    func address() async throws {
        try await TestOffice.with { office in
            let text = String(decoding: try SharedCase.file("bugs/email-zero-width.csv"), as: UTF8.self)
            let lines = text.split(whereSeparator: \.isNewline).map { String($0) }
            let plan = try await office.plan(Array(lines.dropFirst()), headings: lines[0])
            #expect(plan.mistakes.isEmpty, "\(plan.mistakes)")
            #expect(plan.entries.first?.members.first?.new.email == "jan@firma.example")
        }
    }

    @Test(
        "a PDF with bytes before it is a PDF, and a text is a text",
        arguments: [("lead_64.pdf", "PDF"), ("daty.txt", "TXT")])
    func kinds(name: String, kind: String) async throws {
        try await TestOffice.with { office in
            let incoming = try office.files.receive(named: name)
            try SharedCase.file("bugs/\(name)").withUnsafeBytes { try incoming.write($0) }
            #expect(try incoming.keep().type.kind == kind)
        }
    }

    @Test("an UPO that names its structure by its address finds its document by hand")
    func named() async throws {
        try await TestOffice.with { office in
            let (bakery, anna, now) = (office.cast.bakery, office.cast.anna, office.now)
            try await office.execute("UPDATE firm SET taxIdentifier = '7010416384' WHERE id = \(bakery.id)")
            let document = try await office.takeIn(SharedCase.text("u_08")).found
            let upo = try await office.takeIn(SharedCase.text("upo_s1")).found
            try await office.database.write { db in
                try TaxReceipt.find(db, upo.id, in: .office).confirm(db, document: document.id, by: anna, at: now)
            }
            #expect(try await office.receipt(upo).documentId == document.id)
        }
    }
}
