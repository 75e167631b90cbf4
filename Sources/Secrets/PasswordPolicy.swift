import Foundation

/// Which passwords a person may choose: NIST SP 800-63B-4 section 3.1.1.2, for a password that may stand alone.
///
/// Long, and not one that is tried first. There are no composition rules and no expiry: both make passwords worse.
package enum PasswordPolicy {
    /// In Unicode code points, counted after NFC, which is the form that is hashed.
    package static let minimum = 15
    package static let maximum = 256

    /// Why a password is refused; the page tells the person.
    package enum Refusal: Equatable, Sendable {
        case tooShort
        case tooLong
        /// A repetition, a walk over the keyboard, or made only of the commonest passwords.
        case common
        /// Made only of names an attacker would try here; `word` is the one of `context` it uses.
        case context(word: String)
    }

    /// Words barred everywhere, because each portal of this kind is about them.
    package static let barredWords = [
        "Skrytka", "biuro rachunkowe", "kancelaria", "księgowość", "księgowa", "księgowy", "rachunkowość", "rachunki",
        "podatki", "podatek", "faktura", "faktury", "deklaracja", "ewidencja", "portal klienta", "urząd skarbowy",
        "VAT", "JPK", "PIT", "CIT", "ZUS", "UPO", "NIP", "KSeF", "accounting", "accountant", "invoice", "taxes",
        "הנהלת חשבונות", "רואה חשבון", "מס הכנסה", "חשבונית",
    ]

    /// `nil` when the password may be used.
    ///
    /// - Parameter context: what an attacker knows of this person: names of the office and of the firm, the e-mail
    ///   address, the person's own name. Each is barred whole and by its words, also with digits, years or
    ///   punctuation around it.
    package static func check(_ password: String, context: [String]) -> Refusal? {
        let length = password.precomposedStringWithCanonicalMapping.unicodeScalars.count
        if length < minimum { return .tooShort }
        if length > maximum { return .tooLong }
        let folded = PasswordWords.folded(password)
        if PasswordPatterns.isRepetition(folded) || PasswordPatterns.isKeyboardWalk(folded) { return .common }
        return refusalOfWords(PasswordWords.readings(of: folded), context: context)
    }

    /// Made of known words alone. Up to three different common ones in a row are still guessed quickly; more are a
    /// passphrase.
    private static func refusalOfWords(_ readings: [String], context: [String]) -> Refusal? {
        let known = PasswordWords.vocabulary(of: context + barredWords)
        for reading in readings {
            let words = PasswordWords.split(reading) { known[$0] != nil || CommonPasswords.entries.contains($0) }
            guard let words else { continue }
            let phrases = words.compactMap { known[$0] }
            if let phrase = phrases.max(by: { $0.count < $1.count }) { return .context(word: phrase) }
            if Set(words).count <= 3 { return .common }
        }
        return nil
    }
}
