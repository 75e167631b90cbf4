import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Of several files about the same days")
struct VersionOrderTests {
    private static let (orig, later) = ("2026-05-20T10:00:00Z", "2026-07-01T10:00:00Z")
    private static let parts = ["declaration", "vatSales", "vatPurchases"]

    private static func jpk(
        _ made: String, purpose: Int = 1, net: String = "100.00"
    ) throws -> String {
        try TaxFileText.jpk(made: made, purpose: purpose).replacing("<K_10>100.00<", with: "<K_10>\(net)<")
    }

    private func all(_ found: TaxImport) -> Set<String> { Set(Self.parts.map { "\($0) \(found.id)" }) }

    @Test("a correction outranks an original, in whatever order they come and whatever their clocks say")
    func corrections() async throws {
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [0, 2, 1]] {
            try await TestOffice.with { office in
                let texts = [
                    try Self.jpk(Self.orig), try Self.jpk("2026-06-10T10:00:00Z", purpose: 2, net: "200.00"),
                    try Self.jpk(Self.later),
                ]
                var taken: [Int: TaxImport] = [:]
                for index in order { taken[index] = try await office.takeIn(texts[index]).found }
                let correction = try #require(taken[1])
                #expect(try await office.current(of: office.cast.bakery) == all(correction), "\(order)")
                #expect(try await office.asked() == 0, "\(order)")
            }
        }
    }

    @Test("the same rows under a new time are a copy: the UPO and what was sent stay with the file it names")
    func copy() async throws {
        for isFirst in [true, false] {
            try await TestOffice.with { office in
                let (cast, texts) = (office.cast, [try Self.jpk(Self.orig), try Self.jpk(Self.later)])
                var taken: [TaxImport] = []
                for text in texts { taken.append(try await office.takeIn(text).found) }
                #expect(try await office.current(of: cast.bakery) == all(taken[0]))
                let sent = try await office.broadcast(to: [cast.bakery], office.choice(.vatSales))
                let (named, copied) = isFirst ? (0, 1) : (1, 0)
                let upo = try await office.takeIn(TaxFileText.receipt(of: texts[named])).found
                #expect(try await office.receipt(upo).documentId == taken[named].id)
                #expect(try await office.current(of: cast.bakery) == all(taken[named]))
                let copy = try #require(
                    try await office.items(as: cast.anna).first { $0.found.id == taken[copied].id })
                #expect(copy.row.isCopy && copy.row.copiedReceiptAt != nil && !copy.row.supersedes)
                let printouts = try await office.printouts(sent, cast.bakery)
                #expect(
                    printouts.map(\.isInForce) == [true], "a client is not told of a newer version that is the same")
                let next = try await office.broadcast(to: [cast.bakery], office.choice(.vatSales, .receipt))
                let digests = try await office.printouts(next, cast.bakery).map(\.sha256)
                #expect(Set(digests) == [taken[named].sha256, upo.sha256])
            }
        }
    }

    @Test("two originals that differ ask the office; the first, or the one with a receipt, stays until it has said")
    func asked() async throws {
        try await TestOffice.with { office in
            let (cast, anna) = (office.cast, office.cast.anna)
            let texts = [try Self.jpk(Self.orig), try Self.jpk(Self.later, net: "300.00")]
            let first = try await office.takeIn(texts[0]).found
            #expect(try await office.asked() == 0)
            let second = try await office.takeIn(texts[1]).found
            #expect(second.isAsked, "it is asked when it comes")
            #expect(try await office.asked() == 2)
            #expect(Set(try await office.items(.asked, as: anna).map(\.found.id)) == [first.id, second.id])
            #expect(try await office.current(of: cast.bakery).contains("vatSales \(first.id)"))
            _ = try await office.takeIn(TaxFileText.receipt(of: texts[1]))
            #expect(try await office.current(of: cast.bakery).contains("vatSales \(second.id)"))

            try await office.choose(first)
            #expect(try await office.current(of: cast.bakery).contains("vatSales \(first.id)"))
            #expect(try await office.asked() == 0)
            try await office.choose(second)
            #expect(try await office.current(of: cast.bakery).contains("vatSales \(second.id)"))
            let third = try await office.takeIn(Self.jpk("2026-07-02T10:00:00Z", net: "400.00")).found
            #expect(try await office.current(of: cast.bakery).contains("vatSales \(second.id)"))
            #expect(try await office.items(.asked, as: anna).map(\.found.id).contains(third.id), "asked anew")
            _ = try await office.takeIn(Self.jpk(Self.orig, purpose: 2, net: "400.00"))
            #expect(try await office.asked() == 0, "a correction settles it")
            await #expect(throws: Invalid("version", "errors.importVersion")) { try await office.choose(second) }
            #expect(
                try await office.texts("SELECT subject FROM auditEvent WHERE action = 'taxFileChosen'")
                    == ["import/\(first.id)", "import/\(second.id)"])
        }
    }

    @Test("what the office made for itself goes by its time, and never before what was filed")
    func onDemand() async throws {
        try await TestOffice.with { office in
            let carrier = office.cast.carrier
            func book(_ made: String, _ purpose: Int, _ sum: String) async throws -> TaxImport {
                let text = try TaxFileText.books("jpk_pkpir_3", of: carrier, made: made, purpose: purpose)
                return try await office.takeIn(text.replacing("</K_6>", with: " \(sum)</K_6>")).found
            }
            let newer = try await book("2026-03-09T09:00:00Z", 0, "a")
            _ = try await book("2026-03-02T09:00:00Z", 0, "b")
            #expect(try await office.current(of: carrier) == ["taxLedger \(newer.id)"])
            let filed = try await book("2026-03-01T09:00:00Z", 1, "c")
            _ = try await book("2026-03-20T09:00:00Z", 0, "d")
            #expect(try await office.current(of: carrier) == ["taxLedger \(filed.id)"])
            #expect(try await office.asked() == 0)
        }
    }

    @Test("one that moves to another firm asks there, and no longer where it was")
    func moved() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let texts = ["1", "2"].map { office.pit($0) }
            let taken = [try await office.takeIn(texts[0]).found, try await office.takeIn(texts[1]).found]
            for found in taken { try await office.assign(found, to: cast.carrier) }
            #expect(try await office.asked() == 2)
            try await office.assign(taken[1], to: cast.sawmill)
            #expect(try await office.asked() == 0)
        }
    }

    @Test("the shared ones give the right version", .enabled(if: SharedCase.areThere))
    func shared() async throws {
        try await TestOffice.with { office in
            func take(_ name: String) async throws -> TaxImport {
                try await office.takeIn(SharedCase.text(name, nip: ("7010416384", "1111111111"))).found
            }
            let (orig, correction, again) = (
                try await take("v_04_orig"), try await take("v_04_korekta"), try await take("v_04_orig_ponownie")
            )
            let bakery = office.cast.bakery
            #expect(try await office.current(of: bakery) == all(correction))
            #expect(Set([orig.id, correction.id, again.id]).count == 3)
        }
        try await TestOffice.with { office in
            // Receipts have digests of the bytes, so the files' NIP is not replaced.
            try await office.execute(
                "UPDATE firm SET taxIdentifier = '7010416384' WHERE id = \(office.cast.bakery.id)")
            let filed = try await office.takeIn(SharedCase.text("u_08")).found
            let copy = try await office.takeIn(SharedCase.text("u_08_ponownie")).found
            let upo = try await office.takeIn(SharedCase.text("u_08_upo")).found
            let named = try await office.receipt(upo).documentId
            #expect(named == filed.id || named == copy.id)
            #expect(try await office.current(of: office.cast.bakery) == all(named == filed.id ? filed : copy))
        }
    }
}

extension TestOffice {
    /// Returns a person's own return, which the office assigns to a firm.
    fileprivate func pit(_ amount: String) -> String {
        let text = (try? TaxFileText.fixture("deklaracja_pit")) ?? ""
        return text.replacing("\"P_10\">2<", with: "\"P_10\">1<")
            .replacing("</PozycjeSzczegolowe>", with: "<P_1>\(amount)</P_1></PozycjeSzczegolowe>")
    }

    fileprivate func asked() async throws -> Int {
        let list = TaxImportList(.all, in: .office)
        return try await database.read { db in try list.counts(db).asked }
    }

    fileprivate func choose(_ found: TaxImport) async throws {
        let (anna, now) = (cast.anna, now)
        try await database.write { db in
            try TaxImport.find(db, found.id, in: .office).choose(db, by: anna, at: now)
        }
    }
}
