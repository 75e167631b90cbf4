/// The labels of a declaration's second party: the person whom a form such as PIT-11 is about.
enum SubjectLabels {
    static let party = "Podmiot2"

    /// Returns the title of the party's groups of fields; `nil` for other groups.
    static func title(_ path: [String]) -> String? {
        guard path.first == party else { return nil }
        return path.contains { $0.hasPrefix("Adres") } ? "Adres osoby, której dotyczy" : "Osoba, której dotyczy"
    }

    static subscript(_ element: String) -> String { labels[element] ?? element }

    private static let labels = [
        "PESEL": "PESEL", "NIP": "NIP", "ImiePierwsze": "Pierwsze imię", "DrugieImie": "Drugie imię",
        "Nazwisko": "Nazwisko", "DataUrodzenia": "Data urodzenia", "MiejsceUrodzenia": "Miejsce urodzenia",
        "ImieOjca": "Imię ojca", "ImieMatki": "Imię matki", "PelnaNazwa": "Pełna nazwa", "REGON": "REGON",
        "KodKraju": "Kraj", "Wojewodztwo": "Województwo", "Powiat": "Powiat", "Gmina": "Gmina", "Ulica": "Ulica",
        "NrDomu": "Numer domu", "NrLokalu": "Numer lokalu", "Miejscowosc": "Miejscowość",
        "KodPocztowy": "Kod pocztowy", "Poczta": "Poczta", "NrId": "Numer identyfikacyjny podatnika",
        "NumerIdentyfikacyjnyPodatnika": "Numer identyfikacyjny podatnika", "RodzajNrId": "Rodzaj numeru",
        "KodKrajuWydania": "Kraj wydania numeru", "KrajWydania": "Kraj wydania numeru",
    ]
}
