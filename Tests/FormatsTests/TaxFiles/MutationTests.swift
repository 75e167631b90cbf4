import Foundation
import Testing

@testable import Formats

/// Removes, doubles and empties one element of each file after another.
@Suite("A tax file that lacks something")
struct MutationTests {
    /// Elements that may be missing: optional in the schema, or not read (addresses, e-mail).
    private static let optional: [String: Set<String>] = [
        "jpk_v7": [
            "NazwaSystemu", "DataUrodzenia", "Email", "P_10", "P_11", "P_360", "P_37", "P_39", "P_48", "P_53", "P_62",
            "P_ORDZU", "Deklaracja", "Ewidencja", "SprzedazWiersz", "ZakupWiersz", "DataSprzedazy", "GTU_01", "EE",
            "WSTO_EE", "TP", "MPP", "K_10", "K_11", "K_35", "K_360", "KodKrajuNadaniaTIN", "TypDokumentu",
            "SprzedazVAT_Marza", "DataWplywu", "DokumentZakupu", "IMP", "K_44", "ZakupVAT_Marza",
        ],
        "jpk_v7m_1": ["KorektaPodstawyOpodt"], "jpk_v7k_1": ["KorektaPodstawyOpodt"],
        "jpk_vat": [
            "NazwaSystemu", "Email", "SprzedazWiersz", "ZakupWiersz", "K_10", "K_37", "K_38", "K_39", "K_47",
        ],
        "jpk_pkpir_3": [
            "DataUrodzenia", "Email", "Kasowy_PIT", "Rolnik_PIT", "PKPIRSpis", "PKPIRWiersz", "K_3B", "K_4A", "K_4B",
            "K_7", "K_8", "K_9", "K_9A", "K_10", "K_11", "K_12", "K_13", "K_14", "K_14A", "K_15", "K_17",
            "SumaPrzychodow2",
        ],
        "jpk_pkpir_2": ["PKPIRSpis", "K_17"],
        "jpk_ewp_4": ["DataUrodzenia", "Email", "EWPWiersz", "K_5", "K_6", "K_7", "K_10"],
        "jpk_ewp_3": ["K_15", "Wykaz", "WykazCtrl"], "jpk_ewp_2": ["K_13"], "jpk_ewp_1": ["K_12"],
        "jpk_kr_1": [
            "KodPodkategorii", "OpisPodkategorii", "KwotaWinienWaluta", "KodWalutyWinien", "OpisZapisuWinien",
            "OpisZapisuMa", "ZOiS", "KontoZapis",
        ],
        "jpk_kr_pd": [
            "Znacznik_EST", "Kontrahent", "T_2", "T_3", "S_12_2", "S_12_3", "D_3", "D_12", "Z_5", "Z_6", "KontoZapis",
        ],
        "deklaracja_vat_ue": ["Miesiac", "KodUrzedu", "Grupa1", "P_Da", "P_Db", "P_Dc", "Pouczenie"],
        "deklaracja_cit": ["KodUrzedu", "P_148", "P_259", "Pouczenia"],
        "upo_5": ["PESEL2", "Blad"],
    ]

    /// Required elements that may be empty.
    private static let empty: [String: Set<String>] = [
        "jpk_vat": ["CelZlozenia"], "jpk_kr_1": ["KodKontaWinien", "KodKontaMa"],
        "jpk_kr_pd": ["Z_3", "DomyslnyKodWaluty"], "jpk_st_kr": ["DomyslnyKodWaluty"],
    ]

    private static let address: Set = [
        "KodKraju", "Wojewodztwo", "Powiat", "Gmina", "NrDomu", "Miejscowosc", "KodPocztowy", "Poczta", "AdresPodmiotu",
        "Adres", "AdresPol",
    ]

    /// No field of an asset is required, because the schema was not available.
    private static func isOfAsset(_ element: String) -> Bool {
        ["G_", "E_"].contains { element.hasPrefix($0) }
            || ["Wiersz", "ST_KR", "PKPIR", "ZnacznikST", "KSeF", "DataUrodzenia"].contains(element)
    }

    private static let files = TaxFixture.names.filter {
        !$0.contains("upo_6") && !$0.contains("signed") && $0 != "deklaracja_pit"
    }

    private static func canDoWithout(_ element: String, in file: String) -> Bool {
        address.contains(element) || file.hasPrefix("jpk_st") && isOfAsset(element)
            || optional.contains { file.hasPrefix($0.key) && $0.value.contains(element) }
    }

    @Test("Ends in an error that names the element, or can do without it", arguments: files)
    func removed(file: String) throws {
        let text = try TaxFixture.text(file)
        for part in MarkedPart.all(in: text) where part.depth > 1 {
            let error = TaxFixture.error(text.replacingCharacters(in: part.range, with: ""))
            if Self.canDoWithout(part.name, in: file) {
                #expect(error == nil, "\(part.name)")
            } else {
                #expect(error?.reason == .missing, "\(part.name)")
                #expect(Self.names(part.name, in: error?.element), "\(part.name): \(error?.element ?? "")")
                #expect((error?.line ?? 0) > 1)
            }
        }
    }

    /// When one of several is required, the error names the first.
    private static func names(_ element: String, in named: String?) -> Bool {
        let choices = [
            ["NrKSeF", "OFF", "BFK", "DI"], ["P_540", "P_560", "P_57"], ["TerminPlatnosci"],
            ["OsobaFizyczna", "OsobaNiefizyczna"],
            ["NIP1", "PESEL1"], ["ZOiS1", "ZOiS7"], ["Z_4", "Z_7"], ["NIP", "PESEL"], ["Rok", "OkresOd"],
        ]
        return element == named || choices.contains { $0.contains(element) && $0.first == named }
    }

    @Test("Ends in an error where an element stands twice that may stand once", arguments: files)
    func doubled(file: String) throws {
        let text = try TaxFixture.text(file)
        let many: Set = [
            "SprzedazWiersz", "ZakupWiersz", "PKPIRSpis", "PKPIRWiersz", "EWPWiersz", "Wykaz", "ZOiS", "ZOiS7",
            "Dziennik",
            "KontoZapis", "Kontrahent", "Grupa1", "Blad", "Email", "DataUrodzenia", "NazwaSystemu",
            "Wiersz", "ST_KR", "ZnacznikST", "KSeF",
        ]
        for part in MarkedPart.all(in: text) where part.depth > 1 && !Self.address.contains(part.name) {
            if file.hasPrefix("deklaracja"), part.name.hasPrefix("P_") || part.name.hasPrefix("Pouczeni") { continue }
            let twice = String(text[part.range]) + text[part.range]
            let error = TaxFixture.error(text.replacingCharacters(in: part.range, with: twice))
            let mayRepeat = many.contains(part.name) && !(part.name == "ZOiS" && file.hasPrefix("jpk_kr_pd"))
            if mayRepeat {
                #expect(error == nil, "\(part.name)")
            } else {
                #expect(error?.reason == .duplicate && error?.element == part.name, "\(part.name)")
            }
        }
    }

    private static func mayBeEmpty(_ element: String, in file: String) -> Bool {
        canDoWithout(element, in: file) || empty.contains { file.hasPrefix($0.key) && $0.value.contains(element) }
    }

    @Test("Takes an empty element for an absent one, and nonsense in it for a mistake with its name", arguments: files)
    func filled(file: String) throws {
        let text = try TaxFixture.text(file)
        let parts = MarkedPart.all(in: text).filter { $0.isLeaf && $0.depth > 1 }
        for part in parts where !Self.address.contains(part.name) {
            let opening = text[part.range].prefix { $0 != ">" }
            let tag = opening.dropFirst().prefix { $0 != " " }
            let empty = TaxFixture.error(text.replacingCharacters(in: part.range, with: "\(opening)> \n</\(tag)>"))
            let isCode = part.name.hasPrefix("KodFormularza") && file != "upo_5"
            #expect((empty == nil) == (isCode || Self.mayBeEmpty(part.name, in: file)), "\(part.name)")
            let nonsense = TaxFixture.error(text.replacingCharacters(in: part.range, with: "\(opening)>1.2.3</\(tag)>"))
            if let nonsense {
                #expect(
                    "\(nonsense.reason)".hasPrefix("wrong") && nonsense.element == part.name
                        && nonsense.detail == "1.2.3")
            }
            let nested = TaxFixture.error(text.replacingCharacters(in: part.range, with: "\(opening)><x/></\(tag)>"))
            let isFree = file.hasPrefix("deklaracja") && (part.name.hasPrefix("P_") || part.name.hasPrefix("Pouczeni"))
            let isPassedOver =
                ["Email", "DataUrodzenia", "NazwaSystemu", "ZnacznikST", "KSeF"].contains(part.name)
            #expect((nested == nil) == (isFree || isPassedOver), "\(part.name)")
        }
    }

    @Test("Ends in an error wherever it is cut off", arguments: files)
    func truncated(file: String) throws {
        let bytes = try TaxFixture.bytes(file)
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
        for length in stride(from: 0, to: end, by: 37) {
            #expect(TaxFixture.error(bytes.prefix(length)) != nil, "\(length)")
        }
    }
}

/// An element in the text of a file, found by its tags.
struct MarkedPart {
    let name: String
    let range: Range<String.Index>
    /// The root is 1.
    let depth: Int
    let isLeaf: Bool

    static func all(in text: String) -> [MarkedPart] {
        var open: [(name: String, start: String.Index, parts: Int)] = []
        var parts: [MarkedPart] = []
        for tag in text.matches(of: /<(\/?)(?:\w+:)?([A-Za-z]\w*)[^>]*>/) {
            if tag.output.1.isEmpty {
                open.append((String(tag.output.2), tag.range.lowerBound, parts.count))
            } else if let start = open.popLast() {
                parts.append(
                    MarkedPart(
                        name: start.name, range: start.start..<tag.range.upperBound, depth: open.count + 1,
                        isLeaf: parts.count == start.parts))
            }
        }
        return parts
    }
}
