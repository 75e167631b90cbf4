import Foundation
import Testing

@testable import Formats

@Suite("Hostile XML")
struct HostileXMLTests {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    @Test("With a document type ends there, before anything of it is read")
    func documentTypes() throws {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        for type in [
            "<!DOCTYPE JPK [<!ENTITY l0 \"ha\">\(laughs)]>",
            "<!DOCTYPE JPK [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE JPK SYSTEM \"http://127.0.0.1:1/x.dtd\">", "<!DOCTYPE JPK PUBLIC \"a\" \"http://127.0.0.1:1/\">",
            "<!DOCTYPE JPK [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">%p;]>", "<!DOCTYPE JPK>",
            "<!DOCTYPE JPK [<!ATTLIST JPK a CDATA \"x\">]>",
        ] {
            let text = try TaxFixture.text("jpk_ewp_4").replacing("<JPK ", with: type + "<JPK ")
                .replacing("Korekta", with: "&l9;&x;")
            let error = TaxFixture.error(text)
            #expect(error?.reason == .documentType && error?.line == 2, "\(type.prefix(60))")
        }
    }

    @Test("With an entity of its own ends, the five of XML and numbers do not")
    func entities() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
        for entity in ["&x;", "&nbsp;"] {
            #expect(TaxFixture.error(text.replacing("Korekta", with: entity))?.reason == .documentType)
        }
        #expect(TaxFixture.error(text.replacing("Korekta", with: "&#0;"))?.reason == .malformed)
        #expect(TaxFixture.error(text.replacing("Korekta", with: "&lt;&gt;&amp;&apos;&quot;&#x142;")) == nil)
    }

    @Test("That is deep ends, in any place")
    func depth() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(TaxFixture.error(deep)?.reason == .tooDeep)
        for (file, place) in [
            ("jpk_ewp_4", "</JPK>"), ("deklaracja_cit_8", "</PozycjeSzczegolowe>"), ("upo_5", "</Potwierdzenie>"),
        ] {
            let text = try TaxFixture.text(file)
            #expect(TaxFixture.error(text.replacing(place, with: deep.prefix(600) + place))?.reason == .tooDeep)
        }
    }

    @Test("With a giant tag, text, comment or number of attributes ends, soon")
    func giants() throws {
        let million = String(repeating: "x", count: 1_000_000)
        let attributes = (0..<200_000).map { " a\($0)=\"\"" }.joined()
        let text = try TaxFixture.text("jpk_ewp_4")
        for hostile in [
            text.replacing("Korekta", with: million), text.replacing("<EWPCtrl>", with: "<EWPCtrl a=\"\(million)\">"),
            text.replacing("<EWPCtrl>", with: "<EWPCtrl\(attributes)>"),
            text.replacing("<EWPCtrl>", with: "<\(million)>"),
            text.replacing("<EWPCtrl>", with: "<!--\(million)--><EWPCtrl>"), "<a" + attributes + "/>",
            text.replacing("<EWPCtrl>", with: "<?x \(million)?><EWPCtrl>"),
        ] {
            #expect(TaxFixture.error(hostile)?.reason == .textTooLong)
        }
        let pieces = String(repeating: "<![CDATA[\(million.prefix(5000))]]>", count: 20)
        #expect(TaxFixture.error(text.replacing("Korekta", with: pieces))?.reason == .textTooLong)
        let field = try TaxFixture.text("deklaracja_cit_8").replacing("<P_148>1900", with: "<P_148>\(pieces)")
        #expect(TaxFixture.error(field)?.reason == .textTooLong)
    }

    @Test("With more namespaces in scope than any file has ends, however few bytes they take")
    func namespaces() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
        let deep = (0..<20).map { level in
            "<a" + (0..<4).map { " xmlns:a\(level)b\($0)=\"u\"" }.joined() + ">"
        }.joined()
        let hostile = text.replacing("</JPK>", with: deep + String(repeating: "</a>", count: 20) + "</JPK>")
        #expect(TaxFixture.error(hostile)?.reason == .tooManyFields)
        let beside = (0..<100).map { "<a xmlns:b\($0)=\"u\"/>" }.joined()
        #expect(TaxFixture.error(text.replacing("</JPK>", with: beside + "</JPK>")) == nil)
    }

    @Test("That is a signature around nothing is named, also with an endless signing time")
    func signatures() {
        let namespace = "http://www.w3.org/2000/09/xmldsig#"
        let empty = TaxFixture.error("<Signature xmlns=\"\(namespace)\"><Object>UEs=</Object></Signature>")
        #expect(empty?.reason == .unknownNamespace && empty?.detail == namespace && empty?.element == "Signature")
        let times = String(repeating: "2026<!---->", count: 1000)
        #expect(TaxFixture.error("<SigningTime>\(times)</SigningTime>")?.reason == .noNamespace)
    }

    @Test("That is larger than is allowed ends at that byte")
    func size() throws {
        let bytes = try TaxFixture.bytes("jpk_ewp_4")
        var limits = TaxFixture.limits
        limits.bytes = bytes.count
        _ = try TaxFile.read(XMLSource(bytes), limits: limits)
        limits.bytes = bytes.count - 1
        #expect(throws: TaxFileError.self) { try TaxFile.read(XMLSource(bytes), limits: limits) }
        limits.bytes = 100_000
        var read = 0
        let endless = XMLSource { buffer in
            read += buffer.count
            buffer.copyBytes(from: Data(repeating: UInt8(ascii: "<"), count: buffer.count))
            return buffer.count
        }
        #expect(throws: TaxFileError.self) { try TaxFile.read(endless, limits: limits) }
        #expect(read < 200_000)
    }

    @Test("With more fields than a declaration can have ends")
    func fields() throws {
        let fields = String(repeating: "<P_1>1</P_1>", count: 20_001)
        let text = try TaxFixture.text("deklaracja_cit_8").replacing("<P_148>", with: fields + "<P_148>")
        #expect(TaxFixture.error(text)?.reason == .tooManyFields)
        let names = (0...20_001).map { "<P\($0)/>" }.joined()
        #expect(
            TaxFixture.error(try TaxFixture.text("deklaracja_cit_8").replacing("<P_148>", with: names + "<P_148>"))?
                .reason == .tooManyFields)
        let mistakes = String(repeating: "<Blad>x</Blad>", count: 200)
        #expect(
            TaxFixture.error(
                try TaxFixture.text("upo_5").replacing("</Potwierdzenie>", with: mistakes + "</Potwierdzenie>"))?.reason
                == .tooManyFields)
    }

    @Test("With ever new names, or many attributes or namespaces on one element, ends")
    func names() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
        let many = { (body: (Int) -> String, count: Int) in (0..<count).map(body).joined() }
        for hostile in [
            "<a>" + many({ "<b\($0)/>" }, 20_000), "<a>" + many({ "<b a\($0)=''/>" }, 20_000),
            text.replacing("<EWPCtrl>", with: "<EWPCtrl\(many({ " a\($0)=''" }, 65))>"),
            text.replacing("<EWPCtrl>", with: "<EWPCtrl\(many({ " xmlns:a\($0)='u'" }, 65))>"),
        ] {
            #expect(TaxFixture.error(hostile)?.reason == .tooManyFields)
        }
    }

    @Test("In any encoding but UTF-8 ends as that")
    func encodings() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32BigEndian] {
            let data = try #require(text.replacing("UTF-8", with: "UTF-16").data(using: encoding))
            #expect(TaxFixture.error(data)?.reason == .encoding, "\(encoding)")
        }
        for name in ["ISO-8859-2", "windows-1250", "UTF-7", "UTF-16", "EBCDIC-CP-US", "nic", "UCS-4"] {
            let error = TaxFixture.error(text.replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\""))
            // The output of some decoders is no longer XML.
            #expect(error?.reason == .encoding || error?.reason == .malformed, "\(name)")
        }
        let polish = Data([0x3C, 0x61, 0x3E, 0xB3, 0xF3, 0x64, 0xBC, 0x3C, 0x2F, 0x61, 0x3E])
        #expect(TaxFixture.error(polish)?.reason == .encoding)
        let mixed = Data(text.utf8.prefix(900)) + [0xC0, 0xAF] + Data(text.utf8.dropFirst(900))
        #expect(TaxFixture.error(mixed) != nil)
    }

    @Test("With a zero byte, no bytes, other bytes or something behind the root ends")
    func bytes() throws {
        #expect(TaxFixture.error(Data())?.reason == .empty)
        let bytes = try TaxFixture.bytes("jpk_ewp_4")
        for place in stride(from: 0, to: bytes.count, by: 50) {
            #expect(TaxFixture.error(bytes.prefix(place) + [0] + bytes.dropFirst(place)) != nil)
        }
        for other in ["%PDF-1.7\n", "PK\u{3}\u{4}", "a;b;c\n1;2;3", "{\"a\": 1}", "   ", "\n"] {
            let error = TaxFixture.error(other)
            #expect(error?.reason == .malformed || error?.reason == .truncated || error?.reason == .empty, "\(other)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(TaxFixture.error(text + "<a/>")?.reason == .malformed)
        #expect(TaxFixture.error(text + text) != nil)
    }

    @Test("With instructions inside of the document ends")
    func instructions() throws {
        for file in ["jpk_ewp_4", "deklaracja_cit_8", "upo_5"] {
            let text = try TaxFixture.text(file)
            let place = try #require(text.range(of: "</KodFormularza>")).upperBound
            let changed = text.replacingCharacters(in: place..<place, with: "<?php echo 1; ?>")
            #expect(
                TaxFixture.error(changed)
                    == TaxFileError(.unexpected, line: 4 + (file == "upo_5" ? 10 : 0), element: "php")
                    || TaxFixture.error(changed)?.element == "php")
        }
    }

    @Test("With broken marks, namespaces or attributes ends as malformed")
    func marks() throws {
        let text = try TaxFixture.text("jpk_ewp_4")
        for (part, other) in [
            ("</K_8>", "</K_9>"), ("<K_8>", "<K_8 a=\"1\" a=\"2\">"), ("<K_8>", "<K_8 a=<>"), ("<K_8>", "<x:K_8>"),
            ("<K_8>", "<K_8 a>"), ("<K_8>", "<1>"), ("<K_8>", "<<K_8>"), ("Korekta", "]]>"), ("Korekta", "<!-- -- -->"),
        ] {
            #expect(TaxFixture.error(text.replacing(part, with: other))?.reason == .malformed, "\(other)")
        }
    }

    @Test("With amounts beyond counting ends, and its sums never wrap around")
    func amounts() throws {
        let text = try TaxFixture.text("jpk_v7m_3")
        let large = text.replacing("<K_20>230.00</K_20>", with: "<K_20>92233720368547758.07</K_20>")
        #expect(TaxFixture.error(large.replacing("<K_35>1.00", with: "<K_35>-5.00"))?.reason == .sumTooLarge)
        for amount in [
            "92233720368547758.08", "1e5", "NaN", "INF", "0x10", "1,5", "1 000", "--1", "1.001", ".", "+", "٣",
        ] {
            let error = TaxFixture.error(text.replacing("<K_20>230.00</K_20>", with: "<K_20>\(amount)</K_20>"))
            #expect(error?.reason == .wrongAmount && error?.element == "K_20", "\(amount)")
        }
    }

    @Test("Ends as unreadable when its source fails, not as a mistake of the file")
    func source() throws {
        struct Broken: Error {}
        let source = XMLSource { _ in throw Broken() }
        #expect(throws: TaxFileError(.unreadable)) { try TaxFile.read(source, limits: TaxFixture.limits) }
    }

    @Test("Never brings what is secret into a value: not into a summary, a row or an error")
    func secrets() throws {
        let text = try TaxFixture.text("deklaracja_pit")
        let words = ["TAJNE", "39080.59", "SEKRETN", "1944-05-14", "44051401458", "nikt@"]
        func check(_ value: some Any) {
            let described = "\(value)"
            for word in words { #expect(!described.contains(word), "\(word)") }
        }
        check(try TaxFixture.read(text))
        check(try TaxFixture.rows("deklaracja_pit"))
        for name in TaxFixture.names where name.hasPrefix("jpk") {
            check(try TaxFixture.read(TaxFixture.bytes(name)))
            check(try TaxFixture.rows(name))
        }
        // In any place and namespace, and malformed.
        let secret = String(text[try #require(text.range(of: "<podp:DaneAutoryzujace")).lowerBound...])
            .replacing("</Deklaracja>", with: "")
        for place in ["</PozycjeSzczegolowe>", "</Podmiot1>", "</Naglowek>", "<P_6>", "</z:Zalacznik_PIT_O>"] {
            let moved = text.replacing(place, with: secret.trimmingCharacters(in: .whitespacesAndNewlines) + place)
            let data = Data(moved.utf8)
            if let error = TaxFixture.error(data) { check(error) } else { check(try TaxFixture.read(data)) }
            if let rows = try? TaxFixture.rows(data, Set(FilePart.allCases)) { check(rows) }
        }
        let plain = text.replacing("podp:", with: "").replacing(
            "</Nazwisko>\n    <DataUrodzenia>", with: "<x/></Nazwisko>")
        if let error = TaxFixture.error(plain) { check(error) } else { check(try TaxFixture.read(plain)) }
    }
}
