import Models

/// The client firms. All names are made up.
enum DemoFirms {
    static let bakery = "piekarnia"
    static let carrier = "przewozy"
    static let furniture = "meble"
    static let sawmill = "tartak"
    static let studio = "studio"

    /// The one that is a client no more.
    static let closed = "rybny"
    static let closedDaysAgo = 150

    static let all: [DemoFirm] = numbered(lumpSum + ledger + fullBooks + card + israeli)

    /// A line of the lists below. People are written as `Name`, `Name <address>`, and with a `?` when they
    /// were invited and never came.
    private struct Line {
        let slug: String
        let name: String
        let form: TaxationForm
        let supervisor: DemoStaff
        let people: [String]
        let digit: Int?
        let since: Int?
        let language: Language

        init(
            _ slug: String, _ name: String, _ form: TaxationForm, _ supervisor: DemoStaff, _ people: String...,
            digit: Int? = nil, since: Int? = nil, language: Language = .pl
        ) {
            self.slug = slug
            self.name = name
            self.form = form
            self.supervisor = supervisor
            self.people = people
            self.digit = digit
            self.since = since
            self.language = language
        }
    }

    private static let lumpSum = [
        Line(bakery, "Piekarnia Kłos", .lumpSum, .marek, "Piotr Kłos", digit: 1),
        Line("mak", "Kwiaty Mak", .lumpSum, .marek, digit: 4, since: 21),
        Line("wisnia", "Salon Fryzjerski Wiśnia", .lumpSum, .marek, "Halina Wiśniewska"),
        Line("igla", "Krawiectwo Igła i Nić", .lumpSum, .marek, "Grażyna Sowa"),
        Line("lukasik", "Hydraulika Łukasik", .lumpSum, .marek, "Zbigniew Łukasik"),
        Line("zlotyklucz", "Ślusarstwo Złoty Klucz", .lumpSum, .marek, "Roman Żak"),
        Line("euklides", "Korepetycje Euklides", .lumpSum, .anna, "Agnieszka Wójtowicz"),
        Line("swierk", "Fotografia Świerk", .lumpSum, .marek, "Kamil Świerk"),
        Line("oddech", "Gabinet Masażu Oddech", .lumpSum, .marek, "Joanna Maj", since: 410),
        Line("papuga", "Szkoła Językowa Papuga", .lumpSum, .anna, "Magdalena Ćwik"),
        Line("zdzblo", "Ogrody Źdźbło", .lumpSum, .marek, "Jacek Trawiński"),
        Line("gasior", "Glazura i Terakota Gąsior", .lumpSum, .marek, "Mirosław Gąsior"),
        Line("babelek", "Pralnia Bąbelek", .lumpSum, .marek, "Danuta Kruk"),
        Line("kreska", "Studio Graficzne Kreska", .lumpSum, .anna, "Natalia Bielik?", since: 220),
        Line("zuraw", "Taxi Żuraw", .lumpSum, .marek, "Stanisław Żuraw"),
        Line("pszczolka", "Pasieka Pszczółka", .lumpSum, .marek, "Wojciech Bartnik", "Barbara Bartnik"),
        Line("perla", "Paznokcie Perła", .lumpSum, .marek, "Sylwia Perłowska", since: 330),
        Line("lipa", "Noclegi pod Lipą", .lumpSum, .marek, "Krystyna Lipska"),
        Line("slowo", "Tłumaczenia Przysięgłe Słowo", .lumpSum, .anna, "Monika Słowik"),
        Line("wrona", "Instalacje Elektryczne Wrona", .lumpSum, .marek, "Łukasz Wrona"),
        Line("filizanka", "Kawiarnia Filiżanka", .lumpSum, .marek, "Bartosz Lew?", since: 3),
    ]

    private static let ledger = [
        Line(carrier, "Przewozy Ewa Nowak", .ledger, .marek, "Ewa Nowak", digit: 2),
        Line("tlok", "Warsztat Samochodowy Tłok", .ledger, .marek, "Grzegorz Młynarz", "Iwona Młynarz"),
        Line("bocian", "Restauracja Pod Bocianem", .ledger, .marek, "Teresa Bocian", "Paweł Bocian"),
        Line("zabek", "Gabinet Stomatologiczny Ząbek", .ledger, .anna, "Katarzyna Mróz", digit: 6),
        Line("bazylia", "Pizzeria Bazylia", .ledger, .marek, "Marcin Dudek"),
        Line("jadzia", "Sklep Spożywczy U Jadzi", .ledger, .marek, "Jadwiga Pilch"),
        Line("rumianek", "Apteka Rumianek", .ledger, .anna, "Elżbieta Ruta", "Igor Ruta"),
        Line("zrenica", "Optyk Źrenica", .ledger, .marek, "Robert Sikora"),
        Line("lapa", "Lecznica Zwierząt Łapa", .ledger, .anna, "Alicja Zając"),
        Line("kalamarz", "Księgarnia Kałamarz", .ledger, .marek, "Dorota Pióro"),
        Line("rurka", "Cukiernia Rurka", .ledger, .marek, "Beata Kania"),
        Line("sprezyna", "Tapicerstwo Sprężyna", .ledger, .marek, "Henryk Duda"),
        Line("szprycha", "Rowery Szprycha", .ledger, .marek, "Michał Kot", since: 500),
        Line("krasnal", "Przedszkole Krasnal", .ledger, .anna, "Renata Bąk", "Justyna Hałas"),
        Line("glaz", "Kamieniarstwo Głaz", .ledger, .marek, "Leszek Głaz"),
        Line("kropla", "Myjnia Ręczna Kropla", .ledger, .marek, "Damian Sroka?", since: 140),
        Line("kolko", "Zabawki Drewniane Kółko", .ledger, .marek, "Olga Sęk"),
        Line("zawias", "Okna i Drzwi Zawias", .ledger, .marek, "Sławomir Gil"),
        Line("szafran", "Orient Przyprawy", .ledger, .dana, "Jakub Szafran"),
        Line("humus", "Bar Humus i Spółka s.c.", .ledger, .dana, "Rachel Stein", language: .en),
        Line(closed, "Sklep Rybny Sum", .ledger, .marek, "Bogdan Sum", digit: 8),
    ]

    private static let fullBooks = [
        Line(furniture, "Meble Dąb sp. z o.o.", .fullBooks, .marek, "Tomasz Dąb", digit: 3),
        Line(
            sawmill, "Tartak Dąb sp. j.", .fullBooks, .marek, "Tomasz Dąb <tomasz@meble.example>", digit: 5,
            since: 390),
        Line("cegla", "Budownictwo Cegła sp. z o.o.", .fullBooks, .marek, "Andrzej Murawa", "Ewelina Kielar"),
        Line("kodikawa", "Kod i Kawa sp. z o.o.", .fullBooks, .anna, "Rafał Jastrząb", "Zofia Wilga"),
        Line("oakwood", "Oakwood Software sp. z o.o.", .fullBooks, .dana, "Claire Hughes", digit: 7, language: .en),
        Line("harbour", "Blue Harbour Consulting sp. z o.o.", .fullBooks, .dana, "Daniel Reed", language: .en),
        Line("czcionka", "Drukarnia Czcionka sp. z o.o.", .fullBooks, .marek, "Jerzy Malec"),
        Line("wozek", "Logistyka Wózek sp. z o.o.", .fullBooks, .marek, "Krzysztof Borowik"),
        Line("sliwka", "Hurtownia Owoców Śliwka sp. z o.o.", .fullBooks, .marek, "Urszula Śliwa", "Norbert Śliwa"),
        Line("mrozik", "Klimatyzacja Mrozik sp. z o.o.", .fullBooks, .marek, "Artur Lipiec"),
        Line("nadstawem", "Hotel Nad Stawem sp. z o.o.", .fullBooks, .anna, "Wanda Czapla", "Filip Czapla"),
        Line("piec", "Fundacja Ciepły Piec", .fullBooks, .anna, "Helena Rybka"),
        Line("buraczek", "Agro Buraczek sp. z o.o.", .fullBooks, .marek, "Ryszard Polny"),
        Line("halas", "Agencja Reklamowa Hałas sp. z o.o.", .fullBooks, .anna, "Patrycja Głowacka?", since: 95),
        Line("promyk", "Fotowoltaika Promyk sp. z o.o.", .fullBooks, .marek, "Sebastian Olcha"),
    ]

    private static let card = [
        Line("podeszwa", "Szewc Podeszwa", .card, .marek, "Kazimierz Rak"),
        Line("wahadlo", "Zegarmistrz Wahadło", .card, .marek, "Edward Cichy"),
        Line("ramka", "Galeria Ramka", .card, .marek, since: 60),
        Line("deszczyk", "Naprawa Parasoli Deszczyk", .card, .marek, "Zenon Chmura"),
        Line("podkowa", "Kowalstwo Podkowa", .card, .marek, "Czesław Żelazny"),
    ]

    private static let israeli = [
        Line(studio, "Studio Noa", .israeli, .dana, "נועה לוי <noa@studio.example>", digit: 1, language: .he),
        Line(
            "shaked", "מאפיית השקד", .israeli, .dana, "יעל שקד <yael@shaked.example>", "אורי שקד <uri@shaked.example>",
            digit: 2, language: .he),
        Line("dror", "אולפני דרור בע״מ", .israeli, .dana, "דרור כהן <dror@dror.example>", digit: 3, language: .he),
    ]

    private static func numbered(_ lines: [Line]) -> [DemoFirm] {
        var patterned = DemoIdentifiers.patterned.makeIterator()
        return lines.map { line in
            let isIsraeli = line.form == .israeli
            let repeated = line.digit.map { isIsraeli ? DemoIdentifiers.company($0) : DemoIdentifiers.repeated($0) }
            return DemoFirm(
                slug: line.slug, name: line.name, form: line.form, supervisor: line.supervisor,
                people: line.people.map { client($0, of: line) },
                identifier: repeated ?? patterned.next() ?? "", since: line.since
            )
        }
    }

    private static func client(_ written: String, of line: Line) -> DemoFirm.Client {
        let parts = written.split { "<>?".contains($0) }
        let name = TypedText.line(String(parts[0]))
        let first = name.split(separator: " ").first.map { SearchFolding.fold(String($0)) } ?? line.slug
        return DemoFirm.Client(
            name: name, email: parts.count > 1 ? String(parts[1]) : "\(first)@\(line.slug).example",
            language: line.language, isInvitedOnly: written.hasSuffix("?")
        )
    }
}
