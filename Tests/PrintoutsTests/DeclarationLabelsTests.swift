import Testing

@testable import Formats
@testable import Printouts

@Suite("A declaration on paper")
struct DeclarationLabelsTests {
    private struct Form: Sendable {
        let code: String
        let fields: String
        let lines: [String]
    }

    private static let forms = [
        Form(
            code: "PIT-11 (29)", fields: "<P_29>61234.50</P_29><P_33>4210</P_33><P_105>7</P_105>",
            lines: ["P 29 Przychód 61 234,50", "P 33 Zaliczka pobrana przez płatnika 4210"]),
        Form(
            code: "PIT-4R (13)", fields: "<P_15>5</P_15><P_27>6</P_27><P_45>38</P_45><P_195>1</P_195>",
            lines: [
                "P 15 Liczba podatników za m-c VI 5", "P 27 Liczba podatników za m-c XII 6",
                "P 45 Należne zaliczki za m-c XII 38", "P 195 za XII (grudzień): 1 - tak 1",
            ]),
        Form(
            code: "PIT-28 (27)", fields: "<P_30>1.50</P_30><P_59>2.50</P_59><P_241>7</P_241><P_237>9</P_237>",
            lines: [
                "1. Przychody z działalności prowadzonej na własne nazwisko", "P 30 według stawki 12% 1,50",
                "5. RAZEM", "P 59 według stawki 12,5% 2,50", "P 241 Miesiąc III / I kwartał 7",
                "P 237 RYCZAŁT DO ZAPŁATY 9",
            ]),
        Form(
            code: "PIT-36 (32)", fields: "<P_87>10.00</P_87><P_151>3.00</P_151><P_391>4</P_391><P_433>8</P_433>",
            lines: [
                "3. Pozarolnicza działalność gospodarcza", "P 87 Podatnik - Przychód 10,00",
                "P 151 Małżonek - Dochód 3,00", "P 391 Małżonek - Należna zaliczka za miesiąc XII / IV kwartał 4",
                "P 433 PODATEK DO ZAPŁATY 8",
            ]),
        Form(
            code: "PIT36L (21)", fields: "<P_28>10.00</P_28><P_35>3.00</P_35><P_114>4</P_114><P_145>8</P_145>",
            lines: [
                "1. Pozarolnicza działalność gospodarcza", "P 28 Przychód 10,00",
                "2. Działy specjalne produkcji rolnej",
                "P 35 Dochód 3,00", "P 114 Należna zaliczka za miesiąc XII / IV kwartał 4",
                "P 145 PODATEK DO ZAPŁATY 8",
            ]),
        Form(
            code: "PIT-37 (31)", fields: "<P_52>10.00</P_52><P_61>3</P_61>",
            lines: [
                "1. Praca na etacie (art. 12 ust. 1 ustawy)", "P 52 Podatnik - Przychód 10,00",
                "P 61 Podatnik - Zaliczka pobrana przez płatnika 3",
            ]),
    ]

    @Test("has what each field is called beside its value", arguments: forms)
    private func labelled(form: Form) throws {
        let lines = try DeclarationFile.lines(form.code, form.fields)
        for line in form.lines { #expect(lines.contains(line), "\(line): \(lines)") }
        #expect(!lines.contains { $0.contains("nie są tu znane") })
    }

    @Test("that corrects a VAT-UE says what each transaction was and is, and whether it is triangular, by a word")
    func corrected() throws {
        let fields =
            "<P_DBa>DE</P_DBa><P_DBc>5000</P_DBc><P_DBd>1</P_DBd><P_DJa>AT</P_DJa><P_DJc>100</P_DJc><P_DJd>2</P_DJd>"
        for code in ["VATUEK (5)", "VAT-UEK (5)"] {
            let lines = try DeclarationFile.lines(code, fields, group: "Grupa1")
            for line in [
                "Informacja o wewnątrzwspólnotowych dostawach towarów", "P DBa Było: kod kraju DE",
                "P DBc Było: kwota transakcji w zł 5000", "P DBd Było: transakcje trójstronne nie",
                "P DJa Jest: kod kraju AT", "P DJd Jest: transakcje trójstronne tak",
            ] { #expect(lines.contains(line), "\(code), \(line): \(lines)") }
        }
    }

    @Test(
        "of a form or a variant whose words are not known says so once",
        arguments: [
            "PIT-8AR (14)", "VAT-8 (11)", "VAT-9M (10)", "IFT-1R (16)", "PIT-11 (28)", "PIT-4R (12)", "PIT-28 (26)",
            "PIT-36 (31)", "PIT36L (20)", "PIT-37 (30)", "VATUEK (4)",
        ])
    func unlabelled(code: String) throws {
        let lines = try DeclarationFile.lines(code, "<P_10>10.00</P_10><P_29>3</P_29>")
        #expect(lines.count { $0.contains("nie są tu znane") } == 1)
        #expect(lines.contains("P 10 10,00") && lines.contains("P 29 3"))
    }

    @Test("of a form that some words are known of says so once")
    func partly() throws {
        let lines = try DeclarationFile.lines("PIT-37 (31)", "<P_52>10.00</P_52><P_57>3.00</P_57><P_58>4.00</P_58>")
        #expect(lines.count { $0.contains("Opisy niektórych pozycji nie są tu znane") } == 1)
        #expect(lines.contains("P 52 Podatnik - Przychód 10,00") && lines.contains("P 57 3,00"))
    }

    @Test("says above the fields which part of the form they are in, once for those in a row")
    func parts() throws {
        let lines = try DeclarationFile.lines(
            "PIT-11 (29)",
            "<P_11>1</P_11><P_58>10.00</P_58><P_59>2.00</P_59><P_90>5.00</P_90><P_95>4.00</P_95><P_122>1.00</P_122>")
        let titles = [
            "6. Należności z tytułu umowy zlecenia", "15. Inne źródła", "Pozostałe pozycje", "Informacja o przychodach",
        ]
        for title in titles { #expect(lines.count { $0.hasPrefix(title) } == 1, "\(title): \(lines)") }
        #expect(!lines.contains("Pozycje szczegółowe"))
    }

    @Test(
        "has a label for every field that the form numbers",
        arguments: [
            ("PIT-11", 29, 28...123), ("PIT-4R", 13, 10...195), ("PIT-28", 27, 20...268), ("PIT-36", 32, 36...535),
            ("PIT-36L", 21, 11...189),
        ])
    func complete(form: String, variant: Int, fields: ClosedRange<Int>) throws {
        let labels = try #require(DeclarationLabels.form(form, variant: variant))
        for field in fields {
            let element = labels["P_\(field)"] == nil ? "P_\(field)_1" : "P_\(field)"
            let words = try #require(labels[element], "\(element)") + (labels.part(of: element) ?? "")
            #expect(!words.contains { "{}#…\\@".contains($0) }, "\(words)")
        }
    }
}

@Suite("The settlement of income tax on paper", .enabled(if: SharedFile.areThere))
struct TaxDifferencesTests {
    @Test("says what each of its eight fields is")
    func labels() throws {
        let lines = try SharedFile("JPK_KR_PD/synthetic_jpk_kr_pd1_2026.xml").paper(.taxDifferences).lines()
        for (field, word) in zip(
            1...8,
            [
                "Przychody zwolnione", "Przychody niepodlegające", "Przychody podlegające", "Koszty niestanowiące",
                "Koszty nieuznawane", "Koszty uznawane", "Przychody podlegające", "Koszty uznawane",
            ])
        { #expect(lines.contains { $0.hasPrefix("RPD K \(field) \(word)") }, "\(field): \(lines)") }
        #expect(lines.contains("RPD K 2 Przychody niepodlegające opodatkowaniu w roku bieżącym 0,00"))
        #expect(!lines.contains { $0.contains("nie są tu znane") })
    }
}
