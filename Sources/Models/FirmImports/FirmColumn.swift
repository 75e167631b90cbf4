/// A column of a file of firms and their people.
package enum FirmColumn: String, CaseIterable, Sendable {
    case name, identifier, country, form, vat, supervisor, tags, approval, person, email, phone, language, rights

    /// Returns the columns that every file needs. The form may be missing in a file of Israeli firms.
    package static func required(in country: Country) -> [FirmColumn] {
        country == .poland ? [.name, .identifier, .form] : [.name, .identifier]
    }

    /// Reads a heading in any of the languages, ignoring case, accents and punctuation.
    package init?(heading: String) {
        guard let found = Self.known[ImportWords.plain(heading)] else { return nil }
        self = found
    }

    private static let known = ImportWords.dictionary(headings)

    private static let headings: [(FirmColumn, [String])] = [
        (
            .name,
            [
                "nazwa", "nazwa firmy", "firma", "klient", "kontrahent", "name", "firm", "firm name", "company",
                "company name", "client", "שם", "שם העסק", "שם העסק / החברה", "שם החברה", "עסק",
            ]
        ),
        (
            .identifier,
            [
                "NIP", "numer NIP", "NIP albo ח.פ.", "NIP lub ח.פ.", "identyfikator", "identifier", "tax number",
                "tax identifier", "tax id", "NIP or ח.פ.", "tax number (NIP or ח.פ.)", "ח.פ.", "מספר עוסק",
                "עוסק מורשה",
                "מספר חברה", "מספר עוסק (ח.פ. או NIP)", "ח.פ. או NIP", "מזהה",
            ]
        ),
        (.country, ["kraj", "państwo", "country", "מדינה", "ארץ"]),
        (
            .form,
            [
                "forma", "forma opodatkowania", "opodatkowanie", "form", "taxation form", "taxation", "tax form",
                "צורת מיסוי", "מיסוי", "סוג מיסוי",
            ]
        ),
        (
            .vat,
            ["VAT", "rozliczenie VAT", "okres VAT", "VAT period", "VAT settlement", "מע״מ", "דיווח מע״מ", "תקופת מע״מ"]
        ),
        (.supervisor, ["opiekun", "opiekunka", "opiekun firmy", "supervisor", "אחראי", "אחראית", "אחראי תיק"]),
        (.tags, ["etykiety", "etykieta", "tagi", "tags", "labels", "תגיות", "תוויות"]),
        (
            .approval,
            [
                "akceptacja", "akceptacja kwot", "wymagana akceptacja", "approval", "approval required",
                "approval of amounts", "אישור", "נדרש אישור", "אישור סכומים",
            ]
        ),
        (
            .person,
            [
                "osoba", "imię i nazwisko", "osoba kontaktowa", "kontakt", "person", "person name", "full name",
                "first and last name", "contact", "contact person", "איש קשר", "שם מלא", "אדם", "שם איש הקשר",
            ]
        ),
        (
            .email,
            [
                "e-mail", "adres e-mail", "mail", "poczta", "e-mail address", "email address", "דוא״ל", "כתובת דוא״ל",
                "אימייל", "מייל",
            ]
        ),
        (.phone, ["telefon", "numer telefonu", "komórka", "phone", "phone number", "mobile", "טלפון", "נייד"]),
        (.language, ["język", "language", "שפה"]),
        (.rights, ["uprawnienia", "prawa", "dostęp", "rights", "permissions", "access", "הרשאות", "הרשאה"]),
    ]
}
