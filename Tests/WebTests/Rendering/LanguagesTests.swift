import Foundation
import Models
import TestSupport
import Testing

@testable import Web

@Suite("The language files")
struct LanguagesTests {
    @Test("Lack nothing", arguments: Language.allCases)
    func whole(language: Language) throws {
        #expect(try LanguageFiles.content(language).keys.count > 300)
        let faults = try LanguageFiles.faults(of: language.rawValue)
        #expect(faults == [])
    }

    @Test("Of a language that is added are told what they lack, and are all that its pages need")
    func added() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("skrytka-added-\(UUID().uuidString)")
        let languages = folder.appendingPathComponent("languages")
        try FileManager.default.createDirectory(at: languages, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let english = try String(contentsOf: LanguageFiles.file("en"), encoding: .utf8)
        let file = languages.appendingPathComponent("ar.json")
        try Data(english.replacing("\"English\"", with: "\"العربية\"").utf8).write(to: file)
        #expect(try LanguageFiles.faults(of: "ar", in: folder) == [])
        let text = try LanguageText(code: "ar", folder: folder)
        #expect(text.direction == "rtl")
        #expect(throws: Never.self) {
            _ = try TemplateSet(TemplateSet.sources(in: LanguageFiles.folder), text)
        }

        try Data(#"{"languagePlurals": "polish", "count": {"firms": {"one": "x", "other": "x"}}, "own": "x"}"#.utf8)
            .write(to: file)
        let faults = try LanguageFiles.faults(of: "ar", in: folder)
        // Every text but the two that it has, and two forms of the one that is counted.
        #expect(try faults.count { $0.hasPrefix("lacks ") } == LanguageFiles.content(.pl).keys.count - 2 + 2)
        for fault in [
            "lacks languageName", "lacks count.firms.few", "lacks count.firms.many", "has own, which nothing asks for",
            "count.firms.other has other values than {n}",
        ] {
            #expect(faults.contains(fault), "\(fault)")
        }
        try Data(#"{"languagePlurals": "dual"}"#.utf8).write(to: file)
        #expect(throws: TemplateError.self) { try LanguageFiles.faults(of: "ar", in: folder) }
    }

    @Test("Have every text that a template asks for", arguments: Language.allCases)
    func templates(language: Language) throws {
        let text = try LanguageText(language, folder: LanguageFiles.folder)
        let asked = try LanguageFiles.askedByTemplates()
        #expect(asked.count > 100)
        #expect(asked.filter { text.find($0) == nil } == [])
    }

    @Test("Have every text that Swift asks for", arguments: Language.allCases)
    func swift(language: Language) throws {
        let keys = try LanguageFiles.content(language).keys
        let asked = try LanguageFiles.askedBySwift()
        #expect(asked.count > 80 && asked.contains("errors.notFoundHeading") && asked.contains("time.minutes"))
        #expect(asked.subtracting(keys) == [])
        let built = LanguageFiles.endings.flatMap { beginning, endings in endings.map { beginning + $0 } }
        #expect(Set(built).subtracting(keys) == [])
    }

    /// Of two texts under one key, the second would replace the first.
    @Test("Have each key once", arguments: Language.allCases)
    func once(language: Language) throws {
        let file = LanguageFiles.file(language.rawValue)
        var (groups, seen, twice) = ([String](), Set<String>(), [String]())
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            guard let match = line.firstMatch(of: /^( +)"([^"]+)": (\{?)/) else { continue }
            groups = Array(groups.prefix(match.1.count / 2 - 1))
            let key = (groups + [String(match.2)]).joined(separator: ".")
            if !seen.insert(key).inserted { twice.append(key) }
            if !match.3.isEmpty { groups.append(String(match.2)) }
        }
        #expect(seen.count > 1000 && twice == [])
    }

    @Test("Are asked in put-together keys only for those that these tests know")
    func builtKeys() throws {
        let begun = try LanguageFiles.begunBySwift()
        #expect(begun == Set(LanguageFiles.endings.keys))
    }

    /// A new case of an enumeration has no text yet; this test fails before its key is shown on a page.
    @Test("Are asked for the cases of enumerations by endings that these tests take from the enumerations")
    func enumerations() throws {
        let tests = try String(
            contentsOf: TestOffice.root.appendingPathComponent("Tests/WebTests/Rendering/LanguageFiles.swift"),
            encoding: .utf8)
        let beginnings = try LanguageFiles.begunByCases()
        #expect(beginnings.count > 25 && beginnings.contains("archive.kind."))
        for beginning in beginnings {
            let list = try #require(tests.split(separator: "\"\(beginning)\":", maxSplits: 1).dropFirst().first)
            #expect(list.prefixMatch(of: /\s*[A-Z][\w.]*\.allCases/) != nil, "\(beginning)")
        }
    }

    @Test("Have no empty text, no markup and no white space around one", arguments: Language.allCases)
    func clean(language: Language) throws {
        let content = try LanguageFiles.content(language)
        for (key, text) in content.texts.map({ ($0, $1) })
            + content.plurals.flatMap({ key, forms in forms.values.map { (key, $0) } })
        {
            // What separates thousands is a space in Polish.
            let bare = key == "number.group" ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(!text.isEmpty && text == bare, "\(key)")
            #expect(!text.contains("<") && !text.contains("[["), "\(key)")
        }
    }

    @Test("Are written in the letters of their language", arguments: [(Language.pl, "ąęłśżźćńó"), (.he, "אבגדהוזחט")])
    func letters(language: Language, letters: String) throws {
        let all = try LanguageFiles.content(language).texts.values.joined()
        #expect(letters.allSatisfy(all.contains))
    }

    @Test("Have one kind of quotes each", arguments: [(Language.pl, "„”"), (.en, "“”"), (.he, "״״")])
    func quotes(language: Language, its: String) throws {
        for (key, text) in try LanguageFiles.all(language) {
            let signs = text.filter { "\"„“”«»".contains($0) }
            #expect(signs.allSatisfy(its.contains), "\(key): \(text)")
        }
    }

    @Test("Ask in Hebrew in one way that is nobody's gender, and join its short words with the Hebrew hyphen")
    func hebrew() throws {
        let orders = [
            "כתבו", "הקלידו", "בחרו", "נסו", "גררו", "חלקו", "צרו", "פתחו", "ציינו", "מצאו", "הוסיפו", "שנו", "נקו",
            "הציגו",
            "מסרו", "התקשרו", "תנו", "מחקו", "שלחו", "ייצאו", "בדקו", "סמנו", "לחצו", "נא", "כדאי", "לכם", "שלכם",
        ]
        for (key, text) in try LanguageFiles.all(.he) {
            let words = text.split { !$0.isLetter }.map(String.init)
            #expect(orders.filter(words.contains) == [], "\(key): \(text)")
            #expect(text.firstMatch(of: /\p{Hebrew}-/) == nil, "\(key): \(text)")
            #expect(text.firstMatch(of: /(^| )[בהוכלמש]{1,2}\{/) == nil, "\(key): \(text)")
            // The same word everywhere for the link to the next page, and for a deputy.
            #expect(
                !["הלאה:", "הבא:", "החלפות", "מי מחליף", "תקציר"].contains(where: text.contains), "\(key): \(text)")
        }
    }

    @Test("Call a notice a notice in English, whoever reads of it")
    func notices() throws {
        let all = try LanguageFiles.all(.en)
        #expect(all.filter { $0.text.localizedCaseInsensitiveContains("notification") }.map(\.key) == [])
    }

    @Test("Give each text with its values, and a missing one by its key")
    func values() throws {
        let text = try LanguageText(.pl, folder: LanguageFiles.folder)
        #expect(text("firms.pageText", ["from": "1", "to": "50", "of": "64"]) == "1–50 z 64")
        #expect(text("no.such.text") == "[[no.such.text]]")
        #expect(text.direction == "ltr")
        #expect(try LanguageText(.he, folder: LanguageFiles.folder).direction == "rtl")
    }

    @Test("That cannot be read fail the start")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "skrytka-languages-\(UUID().uuidString)")
        let languages = folder.appendingPathComponent("languages")
        try FileManager.default.createDirectory(at: languages, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: (any Error).self) { try LanguageText(.pl, folder: folder) }
        try Data("[]".utf8).write(to: languages.appendingPathComponent("pl.json"))
        #expect(throws: TemplateError.self) { try LanguageText(.pl, folder: folder) }
    }
}
