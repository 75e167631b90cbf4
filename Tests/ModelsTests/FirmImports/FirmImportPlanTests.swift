import Foundation
import Models
import TestSupport
import Testing

@Suite("What a file of firms would do")
struct FirmImportPlanTests {
    private static let all =
        "nazwa;NIP;kraj;forma;VAT;opiekun;etykiety;akceptacja;osoba;e-mail;telefon;język;uprawnienia"
    private static let good =
        "Nowa;666-666-66-66;PL;ryczałt;kwartalnie;Marek Wilk;nowi, vip|bar;tak;Jan Nowy;Jan@Nowa.example;+48 600 1;he;czyta"

    @Test("Is a new firm with all that its cells say")
    func everything() async throws {
        try await TestOffice.with { office in
            let row = Self.good.replacing("+48 600 1;", with: "+48 600 100 300;")
            let plan = try await office.plan([row], headings: Self.all)
            #expect(plan.mistakes.isEmpty && plan.warnings.isEmpty && plan.summary == "1-1-1-0")
            let entry = try #require(plan.entries.first)
            #expect(entry.row == 2 && entry.new.name == "Nowa" && entry.identifier == "6666666666")
            #expect(entry.new.form == .lumpSum && entry.new.vat == .quarterly && entry.new.approvalRequired)
            #expect(entry.new.supervisor == office.cast.marek && entry.new.tags == ["nowi", "vip", "bar"])
            let member = try #require(entry.members.first)
            #expect(member.new.email == "jan@nowa.example" && member.new.language == .he && !member.isKnown)
            #expect(member.rights.canRead && !member.rights.canApprove && member.rights.isNotified)
        }
    }

    @Test("Takes what looks right: signs that nobody sees, digits in full width, phones of our own tables")
    func seen() async throws {
        try await TestOffice.with { office in
            let row = Self.good.replacing("Jan@Nowa.example", with: "jan@nowa.example\u{200B}")
                .replacing("666-666-66-66", with: "\u{FEFF}６６６–666\u{AD}–66–66").replacing(
                    "Nowa;", with: "\u{200B}Nowa\u{200F};")
            for (typed, phone) in [
                ("'+48 600 100 300", "+48 600 100 300"), ("＋48\u{A0}600‑100–300", "+48 600-100-300"),
            ] {
                let plan = try await office.plan([row.replacing("+48 600 1;", with: "\(typed);")], headings: Self.all)
                #expect(plan.mistakes.isEmpty, "\(plan.mistakes)")
                let entry = try #require(plan.entries.first)
                #expect(entry.identifier == "6666666666" && entry.new.name.unicodeScalars.count == 4)
                #expect(entry.members.first?.new.email == "jan@nowa.example" && entry.members.first?.new.phone == phone)
            }
        }
    }

    @Test(
        "Names each wrong cell by its column, and leaves its row out",
        arguments: [
            ("Nowa;", ";", FirmColumn.name, "errors.nameMissing"),
            ("Nowa;", "\u{200B}\u{3164}\u{2800};", .name, "errors.nameMissing"),
            ("Jan Nowy", "\u{AD}\u{2060}", .person, "errors.nameMissing"),
            ("666-666-66-66", "", .identifier, "errors.importIdentifierMissing"),
            ("666-666-66-66", "666-666-66-67", .identifier, "errors.nipWrong"),
            ("666-666-66-66", "6,66667E+09", .identifier, "errors.nipWrong"),
            (";PL;", ";IL;", .identifier, "errors.companyNumberWrong"),
            (";PL;", ";Niemcy;", .country, "errors.importCountry"),
            ("ryczałt", "", .form, "errors.importFormMissing"), ("ryczałt", "liniowy", .form, "errors.importForm"),
            ("kwartalnie", "czasem", .vat, "errors.importVAT"),
            ("Marek Wilk", "Jan Lis", .supervisor, "errors.importSupervisor"),
            ("Marek Wilk", "ewa@przewozy.example", .supervisor, "errors.importSupervisor"),
            ("vip", "za długa etykieta bo ma ponad czterdzieści znaków", .tags, "errors.tooLong"),
            (";tak;", ";może;", .approval, "errors.importAnswer"), ("Jan Nowy", "", .person, "errors.nameMissing"),
            ("Jan@Nowa.example", "", .email, "errors.importEmailMissing"),
            ("Jan@Nowa.example", "jan(a)nowa", .email, "errors.emailWrong"),
            ("Jan@Nowa.example", "ola@biuro.example", .email, "errors.personIsStaff"),
            ("+48 600 1", "4,86E+10", .phone, "errors.phoneWrong"),
            (";he;", ";de;", .language, "errors.importLanguage"),
            (";czyta", ";wszechmoc", .rights, "errors.importRights"), ("Nowa;", "=1+1;", .name, "errors.importFormula"),
        ] as [(String, String, FirmColumn, String)]
    )
    func mistakes(old: String, new: String, column: FirmColumn, key: String) async throws {
        try await TestOffice.with { office in
            let row = Self.good.replacing("+48 600 1;", with: old == "+48 600 1" ? "+48 600 1;" : "+48 600 100 300;")
            try #require(row.contains(old))
            let plan = try await office.plan([row.replacing(old, with: new)], headings: Self.all)
            #expect(plan.mistakes.map(\.column) == [column] && plan.mistakes.map(\.key) == [key])
            #expect(plan.mistakes.first?.row == 2 && plan.isEmpty && plan.wrongRowCount == 1)
        }
    }

    @Test("Gives one firm all the people of its rows, and the rest of the file its own")
    func people() async throws {
        try await TestOffice.with { office in
            let plan = try await office.plan([
                "Nowa;6666666666;KPiR;Jan Nowy;jan@nowa.example", ";666 666 66 66;;Ala Nowa;ala@nowa.example",
                "Druga;7777777777;karta;;jan@nowa.example", "Nowa;6666666666;;Jan Nowy;JAN@nowa.example",
                "Inna;6666666666;;;",
            ])
            #expect(plan.mistakes.isEmpty && plan.summary == "2-2-3-0")
            #expect(plan.entries.map { $0.members.map(\.new.name) } == [["Jan Nowy", "Ala Nowa"], ["Jan Nowy"]])
            #expect(plan.warnings.filter { $0.column == .supervisor }.map(\.row) == [1], "one for the whole file")
            let remarks = plan.warnings.filter { $0.column != .supervisor }
            #expect(remarks.map(\.row) == [5, 6])
            #expect(remarks.map(\.key) == ["errors.importSameRow", "errors.importNamedOtherwise"])
        }
    }

    @Test("Holds back all rows of a firm whose first row is wrong, and says where that is")
    func firstRow() async throws {
        try await TestOffice.with { office in
            let plan = try await office.plan([
                "Nowa;6666666666;liniowy;;", ";6666666666;;Ala Nowa;ala@nowa.example", "Druga;7777777777;karta;;",
            ])
            #expect(plan.entries.map(\.new.name) == ["Druga"])
            #expect(plan.mistakes.map(\.key) == ["errors.importForm", "errors.importFirstRowWrong"])
            #expect(plan.mistakes.last?.values == ["row": "2"])
        }
    }

    @Test("Adds people to a firm that the office has, and overwrites nothing of it")
    func known() async throws {
        try await TestOffice.with { office in
            let plan = try await office.plan([
                "Piekarnia;1111111111;karta;Nowa Osoba;nowa@piekarnia.example",
                ";1111111111;;Piotr Kłos;piotr@piekarnia.example", ";1111111111;;;ewa@przewozy.example",
                ";2222222222;;;",
            ])
            #expect(plan.summary == "0-1-2-0" && plan.knownCount == 2)
            #expect(plan.entries.first?.known?.name == "Piekarnia Kłos")
            #expect(plan.entries.first?.members.map(\.isKnown) == [false, true])
            #expect(plan.entries.first?.members.last?.new.name == "Ewa Nowak")
            #expect(
                plan.warnings.map(\.key) == [
                    "errors.importKnownAs", "errors.importIsMember", "errors.importNothingToAdd",
                ])
        }
    }

    @Test("Leaves the archive alone, and tells people with one name apart by their address")
    func closedAndTwins() async throws {
        try await TestOffice.with { office in
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE taxIdentifier = '5555555555'")
            try await office.execute("UPDATE person SET name = 'Marek Wilk' WHERE email = 'dana@biuro.example'")
            let plan = try await office.plan(
                [
                    "Kwiaty;5555555555;karta;;;", "Nowa;6666666666;karta;;;Marek Wilk",
                    "Druga;7777777777;karta;;;DANA@biuro.example",
                ], headings: TestOffice.headings + ";opiekun"
            )
            #expect(
                plan.mistakes.map(\.key) == ["errors.importFirmClosed", "errors.importSupervisorTwice"])
            #expect(plan.entries.map(\.new.supervisor) == [office.cast.dana])
        }
    }

    @Test("Gives a number of Israel its zeros back, and says so; the same firm is the same with them and without")
    func zeros() async throws {
        try await TestOffice.with { office in
            let plan = try await office.plan(
                ["Noa;12345674;IL;;;", ";012345674;IL;;Noa Levi;noa@levi.example", "Zła;12345675;IL;;;"],
                headings: "nazwa;NIP;kraj;forma;osoba;e-mail")
            #expect(plan.entries.map(\.identifier) == ["012345674"] && plan.entries.first?.members.count == 1)
            let remark = try #require(plan.warnings.first { $0.key == "errors.importZeros" })
            #expect(remark.row == 2 && remark.cell == "12345674" && remark.values == ["identifier": "012345674"])
            #expect(plan.mistakes.map(\.key) == ["errors.companyNumberWrong"])
        }
    }

    @Test("Refuses a row that was shifted, and unwraps a number that was kept from the spreadsheet")
    func shifted() async throws {
        try await TestOffice.with { office in
            let plan = try await office.plan([
                "Nowa; sp. z o.o.;6666666666;karta;Jan;jan@nowa.example", "Druga;\"=\"\"7777777777\"\"\";karta;;",
            ])
            #expect(plan.mistakes.contains { $0.key == "errors.importMoreCells" && $0.row == 2 && $0.column == nil })
            #expect(plan.entries.map(\.identifier) == ["7777777777"])
        }
    }
}
