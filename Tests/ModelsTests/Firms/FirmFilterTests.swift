import GRDB
import Models
import TestSupport
import Testing

@Suite("The filters of the firm list")
struct FirmFilterTests {
    /// Gives two firms tags, one a VAT period, one no supervisor; the bakery has a question and an unread letter.
    private static func fill(_ office: TestOffice) async throws {
        let cast = office.cast
        try await office.execute(
            """
            INSERT INTO firmTag VALUES (\(cast.bakery.id), 'sezon', 'Sezon'), (\(cast.sawmill.id), 'sezon', 'Sezon'),
                (\(cast.sawmill.id), 'vip', 'VIP');
            UPDATE firm SET vat = 'monthly' WHERE id IN (\(cast.sawmill.id), \(cast.carrier.id));
            DELETE FROM assignment WHERE firmId = \(cast.studio.id);
            """
        )
        _ = try await office.broadcast(to: [cast.bakery])
        _ = try await office.ask()
    }

    @Test(
        "Show the firms that have what is chosen",
        arguments: [
            (["form=ledger"], [\Cast.carrier, \.sawmill]),
            (["form=ledger", "form=lumpSum"], [\.bakery, \.carrier, \.sawmill]),
            (["vat=monthly"], [\.carrier, \.sawmill]), (["vat=none"], [\.bakery, \.empty, \.furniture, \.studio]),
            (["tag=sezon"], [\.bakery, \.sawmill]), (["tag=sezon", "vat=monthly"], [\.sawmill]),
            (["tag=sezon", "tag=vip"], [\.bakery, \.sawmill]), (["supervisor=none"], [\.studio]),
            (["state=unread"], [\.bakery]), (["state=waiting"], [\.bakery]), (["state=unreachable"], [\.empty]),
            (["state=unread", "state=unreachable"], []), (["form=card", "state=unreachable"], [\.empty]),
            (["q=dab"], [\.furniture, \.sawmill]), (["q=dab", "form=fullBooks"], [\.furniture]), (["tag=nikt"], []),
            (["supervisor=999"], []),
        ] as [([String], [CastFirm])])
    func found(fields: [String], firms: [CastFirm]) async throws {
        try await TestOffice.with { office in
            try await Self.fill(office)
            let expected = Set(firms.map { office.cast[keyPath: $0].id })
            #expect(try await Self.ids(office, fields) == expected)
        }
    }

    @Test("Show by a supervisor's id those in that care, and somebody who never came only when nobody did")
    func people() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            #expect(
                try await Self.ids(office, ["supervisor=\(cast.dana)"]) == [cast.carrier.id, cast.studio.id]
            )
            #expect(try await Self.ids(office, ["state=inactive"]).isEmpty, "Iwona has not come, but Piotr has")
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.piotr)")
            #expect(try await Self.ids(office, ["state=inactive"]) == [cast.bakery.id])
            try await office.execute("UPDATE membership SET endedAt = 1 WHERE personId = \(cast.iwona)")
            #expect(try await Self.ids(office, ["state=unreachable"]) == [cast.bakery.id, cast.empty.id])
        }
    }

    @Test("Are counted, each option, as the firms that it shows with the search and all other kinds of filters")
    func counts() async throws {
        try await TestOffice.with { office in
            try await Self.fill(office)
            try await office.addFirms(60, supervisor: office.cast.marek)
            let all: [FirmOption] =
                TaxationForm.allCases.map { .form($0) } + VATPeriod.allCases.map { .vat($0) }
                + FirmOption.State.allCases.map { .state($0) }
                + [.vat(nil), .tag("sezon"), .tag("vip"), .supervisor(nil), .supervisor(office.cast.marek)]
            for chosen in [
                [], ["form=ledger"], ["vat=none", "q=a"], ["tag=sezon", "state=waiting"], ["supervisor=none"],
            ] {
                let facets = try await Self.facets(office, chosen)
                let filter = Self.filter(chosen)
                for option in all {
                    // The option in place of the chosen ones of its kind.
                    let instead = FirmFilter(
                        search: filter.search, options: filter.options.filter { $0.kind != option.kind } + [option]
                    )
                    let shown = try await Self.ids(office, instead).count
                    #expect(facets.counts[option] ?? 0 == shown, "\(option) with \(chosen)")
                }
                #expect(facets.total == 66)
            }
        }
    }

    @Test("Show and count firms of one's own only, and name no supervisor or tag of others")
    func scope() async throws {
        try await TestOffice.with { office in
            try await Self.fill(office)
            let cast = office.cast
            #expect(try await Self.ids(office, ["form=ledger"], cast.ola).isEmpty)
            #expect(try await Self.ids(office, ["form=ledger"], cast.rafal) == [cast.carrier.id])
            let facets = try await Self.facets(office, [], cast.ola)
            #expect(facets.total == 1 && facets.counts[.form(.ledger)] == nil && facets.counts[.form(.lumpSum)] == 1)
            #expect(Set(facets.names.keys) == [.supervisor(cast.marek), .tag("sezon")])
            #expect(facets.counts.values.allSatisfy { $0 == 1 })
        }
    }

    @Test("Are the same filter however an address puts them, and leave out what is no filter")
    func canonical() {
        let first = Self.filter([
            "tag=b", "form=ledger", "q= Kłos  sp ", "tag=a", "form=ledger", "form=none", "sort=name",
        ])
        let second = Self.filter(["q=Kłos sp", "form=ledger", "tag=a", "tag=b"])
        #expect(first == second)
        #expect(second.fields.map { "\($0.name)=\($0.value)" } == ["q=Kłos sp", "form=ledger", "tag=a", "tag=b"])
        #expect(second.toggling(.tag("a")).toggling(.tag("a")) == second)
        #expect(FirmFilter().isEmpty && !second.isEmpty)
    }

    static func filter(_ fields: [String]) -> FirmFilter {
        let pairs = fields.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        return FirmFilter(values: { name in pairs.filter { $0[0] == name }.map { $0[1] } })
    }

    private static func ids(_ office: TestOffice, _ fields: [String], _ person: Int64? = nil) async throws -> Set<Int64>
    {
        try await ids(office, filter(fields), person)
    }

    private static func ids(_ office: TestOffice, _ filter: FirmFilter, _ person: Int64? = nil) async throws
        -> Set<Int64>
    {
        let list = try await list(office, filter, person)
        return try await office.database.read { db in
            let (ids, page) = (try list.ids(db), try list.page(db))
            #expect(page.rows.map(\.id) == Array(ids.prefix(FirmList.pageSize)) && page.matching == ids.count)
            #expect(try list.count(db) == ids.count)
            #expect(try Audience.matching(filter, except: []).firms(db, in: list.scope, on: list.day) == ids)
            return Set(ids)
        }
    }

    private static func facets(_ office: TestOffice, _ fields: [String], _ person: Int64? = nil) async throws
        -> FirmList.Facets
    {
        let list = try await list(office, filter(fields), person)
        return try await office.database.read { db in try list.page(db).facets }
    }

    private static func list(_ office: TestOffice, _ filter: FirmFilter, _ person: Int64?) async throws -> FirmList {
        var list = FirmList(scope: try await office.scope(person ?? office.cast.anna), day: office.day)
        list.filter = filter
        return list
    }
}
