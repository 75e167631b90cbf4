import Foundation
import Testing

@testable import Secrets

/// ASVS 5.0: 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11.
@Suite("A new password")
struct PasswordPolicyTests {
    static let context = [
        "Biuro Rachunkowe Anna Nowak", "Piekarnia Rogalik sp. z o.o.", "piotr.zielinski@rogalik2000.example",
        "Piotr Zieliński",
    ]

    @Test("has at least fifteen code points", arguments: ["", "krótkie", "zeszyt w kratk", "🥨🌲🪣🚲🎻🧵🪁🌻🐝🍋🧂🪴🎲🔧"])
    func tooShort(password: String) {
        #expect(PasswordPolicy.check(password, context: []) == .tooShort)
    }

    @Test(
        "may be fifteen code points of anything, with no rules of composition",
        arguments: [
            "zeszyt w kratkę", "gmvkwzqhtrplxnd", "839201746592830", "GMVKWZQHTRPLXND", "wiosenna herbata na balkonie",
            "🥨🌲🪣🚲🎻🧵🪁🌻🐝🍋🧂🪴🎲🔧🧭", "     kot i pies na dachu     ", "x7!aQ-92;kd#0Lw", "חתול אפור ישן על הגג הרטוב",
            "anna lubi piec chleb razowy", "haslo nie rosnie na drzewach",
        ])
    func accepted(password: String) {
        #expect(PasswordPolicy.check(password, context: Self.context) == nil)
    }

    @Test("is counted after composing letters, as it is hashed")
    func countedComposed() {
        let decomposed = "zeszyt w kratkę".decomposedStringWithCanonicalMapping
        #expect(decomposed.unicodeScalars.count == 16)
        #expect(PasswordPolicy.check(decomposed, context: []) == nil)
        #expect(PasswordPolicy.check(String(decomposed.dropFirst()), context: []) == .tooShort)
    }

    @Test("may be as long as 256 code points, and no longer")
    func longest() {
        let text = (0..<400).map { "\($0 * 7919 % 1_009) " }.joined()
        for count in [64, 128, 256] { #expect(PasswordPolicy.check(String(text.prefix(count)), context: []) == nil) }
        #expect(PasswordPolicy.check(String(text.prefix(257)), context: []) == .tooLong)
    }

    @Test(
        "is not one of the commonest, whatever is put around or in place of its letters",
        arguments: [
            "passwordpassword", "PasswordPassword1!", "correct horse battery staple", "CorrectHorseBatteryStaple",
            "password1234567890",
            "P@ssw0rdP@ssw0rd", "p@ssw0rd-2026-!!", "Administrator2026", "hasło hasło hasło", "mojehaslo123456",
            "kochamciebardzo",
            "Kochamcie2026!!!", "iloveyou iloveyou 7", "litwo ojczyzno moja!", "zaqwsxzaqwsx2026",
            "letmeinletmeinletmein", "qwerty-dragon-monkey",
        ])
    func common(password: String) {
        #expect(PasswordPolicy.check(password, context: []) == .common)
    }

    @Test(
        "is not one short piece again and again",
        arguments: [
            "aaaaaaaaaaaaaaa", "abcabcabcabcabc", "121212121212121", "kr7kr7kr7kr7kr7kr", "lwów77 lwów77 lwów77 ",
            "zielonka1zielonka1",
            "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
        ])
    func repetition(password: String) {
        #expect(PasswordPolicy.check(password, context: []) == .common)
    }

    @Test(
        "is not a walk over the keyboard",
        arguments: [
            "123456789012345", "987654321098765", "qwertyuiopasdfg", "QWERTYUIOPASDFGHJKL", "1qaz2wsx3edc4rfv",
            "abcdefghijklmno",
            "zyxwvutsrqponml", "1234qwerasdfzxcv", "qazwsxedcrfvtgb", "1q2w3e4r5t6y7u8i", "qwertyuiop12345!",
            "קראטוןםפשדגכעיחל",
        ])
    func keyboardWalk(password: String) {
        #expect(PasswordPolicy.check(password, context: []) == .common)
    }

    @Test(
        "is not a name from its surroundings with digits or punctuation",
        arguments: [
            ("BiuroRachunkoweAnnaNowak", "Biuro Rachunkowe Anna Nowak"),
            ("Anna.Nowak.1980!!!", "Biuro Rachunkowe Anna Nowak"),
            ("Rogalik Rogalik 2026", "Piekarnia Rogalik sp. z o.o."),
            ("piekarniarogalik1", "Piekarnia Rogalik sp. z o.o."),
            ("piotr.zielinski@rogalik2000.example", "piotr.zielinski@rogalik2000.example"),
            ("PiotrZieliński2026", "Piotr Zieliński"), ("piekarnia-haslo-2026", "Piekarnia Rogalik sp. z o.o."),
        ])
    func context(password: String, word: String) {
        #expect(PasswordPolicy.check(password, context: Self.context) == .context(word: word))
    }

    @Test("is not a word barred everywhere with digits behind it", arguments: PasswordPolicy.barredWords)
    func barredWord(word: String) {
        let password = word + "2026!2025?2024-2023"
        guard case .context = PasswordPolicy.check(password, context: []) else {
            Issue.record("\(password) was accepted")
            return
        }
    }

    @Test("may use a name among other words")
    func nameAmongWords() {
        #expect(PasswordPolicy.check("rogalik maczany w rosole", context: Self.context) == nil)
    }

    @Test("is refused for every entry of the list that is long enough, alone or with a year")
    func wholeList() {
        #expect(CommonPasswords.entries.count >= 300)
        for entry in CommonPasswords.entries {
            let padded = entry + "2026!!2026!!2026"
            #expect(PasswordPolicy.check(padded, context: []) != nil, "\(padded)")
            if entry.count >= PasswordPolicy.minimum { #expect(PasswordPolicy.check(entry, context: []) == .common) }
        }
    }

    @Test("of random letters is never taken for a common one")
    func randomPasswords() {
        for _ in 0..<300 {
            let password = Token().text
            #expect(PasswordPolicy.check(String(password.prefix(18)), context: Self.context) == nil, "\(password)")
        }
    }

    @Test(
        "leaves enough when its known pieces are taken out: words of dictionaries, places and clubs, years, walks over keys",
        arguments: [
            "!QAZ2wsx#EDC4rfv", "lechiagdansk1945", "LechiaGdansk1945!", "L3chi4Gd4nsk1945", "wislakrakow1906!!!",
            "ZaglebieLubin1945", "Zagłębie Lubin 1945", "jagielloniabialystok", "Katarzyna.Kowalska.1987",
            "zielonagora12051987", "!@#$%^&*()_+!@#$", "1qaz!QAZ2wsx@WSX", "jaroslaw1234567890", "wakacje2026wakacje",
            "samochodsamochod22", "Football-Manager-2026", "butterfly20202021!!", "nowakowska19870412",
        ])
    func pieces(password: String) {
        #expect(KnownWords.missing.isEmpty, "apt-get install cracklib-runtime hunspell-pl")
        #expect(PasswordPolicy.check(password, context: []) == .common)
    }

    @Test(
        "is not the firm, its number, or the person with digits, other letters or another order",
        arguments: [
            "MebleDab2026!!!", "mebledab-mebledab", "M3bl3D4b2026!!!!!", "MEBLEDĄB...2025/26", "dab.meble.dab.meble",
            "3333333333Meble!", "Meble 333-333-33-33", "Tomasz Dąb 1980 ...", "tomaszdab600100200",
            "+48 600 100 200 Tomasz",
            "tomasz@meble.example", "Meble@Tartak2026",
        ])
    func firm(password: String) {
        let facts = [
            "Tomasz Dąb", "tomasz@meble.example", "+48 600 100 200", "Biuro Testowe", "Meble Dąb sp. z o.o.",
            "3333333333",
            "Tartak Dąb", "4444444444",
        ]
        guard case .context = PasswordPolicy.check(password, context: facts) else {
            Issue.record("\(password) was \(String(describing: PasswordPolicy.check(password, context: facts)))")
            return
        }
    }

    @Test(
        "may be four ordinary words, of any language, and a name among them",
        arguments: [
            "koń bateria zszywka dom", "zielony parapet dwie kawy", "deszcz parasol kalosze tramwaj",
            "rower kaktus parasol zegar", "orange kettle window gravel", "Meble i trzy zielone koty",
            "kubek-dywan-okno-lis",
        ])
    func passphrases(password: String) {
        #expect(PasswordPolicy.check(password, context: ["Meble Dąb sp. z o.o."]) == nil)
    }

    @Test("is measured in bytes before anything is done with it")
    func bytes() {
        let marks = "a" + String(repeating: "\u{0301}\u{0323}", count: 100_000)
        #expect(PasswordPolicy.check(marks, context: []) == .tooLong)
    }

    @Test("is judged without the dictionaries too, where they are not installed")
    func withoutDictionaries() {
        let none = KnownWords(files: ["/nowhere"])
        let text = Array("lechiagdansk1945".unicodeScalars)
        #expect(
            PasswordPieces(of: text, phraseOf: [:], words: none).left > PasswordPieces(of: text, phraseOf: [:]).left)
    }
}
