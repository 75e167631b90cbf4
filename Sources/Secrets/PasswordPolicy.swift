import Foundation

/// The rules for new passwords: NIST SP 800-63B-4 section 3.1.1.2, for a password as the only factor.
///
/// A password must be long, and not one that is tried first. There are no composition rules and no expiry: both make
/// passwords worse.
package enum PasswordPolicy {
    /// In Unicode code points, counted after NFC, which is the form that is hashed.
    package static let minimum = 15
    package static let maximum = 256
    /// Checked before anything else; 256 code points in decomposed form fit.
    package static let maximumBytes = 2_048

    /// The reason why a password is refused; the page tells the person.
    package enum Refusal: Equatable, Sendable {
        case tooShort
        case tooLong
        /// A repetition, a sequence of keys, or little more than known words.
        case common
        /// Little more than names that an attacker would try; `word` is the one of `context` that it contains.
        case context(word: String)
    }

    /// Words refused everywhere, because every such portal is about them.
    package static let barredWords = [
        "Skrytka", "biuro rachunkowe", "kancelaria", "księgowość", "księgowa", "księgowy", "rachunkowość", "rachunki",
        "podatki", "podatek", "faktura", "faktury", "deklaracja", "ewidencja", "portal klienta", "urząd skarbowy",
        "VAT", "JPK", "PIT", "CIT", "ZUS", "UPO", "NIP", "KSeF", "accounting", "accountant", "invoice", "taxes",
        "הנהלת חשבונות", "רואה חשבון", "מס הכנסה", "חשבונית",
    ]

    /// `nil` when the password may be used.
    ///
    /// The first call reads the dictionaries: use ``PasswordPool/check(_:context:)`` where others wait.
    /// - Parameter context: the facts that an attacker knows of this person: names of the office and of the firms,
    ///   their tax numbers, the e-mail address, the person's own name and phone. Each is refused whole and by its
    ///   words, also with digits, years or punctuation around it.
    package static func check(_ password: String, context: [String]) -> Refusal? {
        guard password.utf8.count <= maximumBytes else { return .tooLong }
        let length = password.precomposedStringWithCanonicalMapping.unicodeScalars.count
        if length < minimum { return .tooShort }
        if length > maximum { return .tooLong }
        let folded = PasswordWords.folded(password)
        let keys = String(String.UnicodeScalarView(PasswordWords.unshifted(Array(folded.unicodeScalars))))
        if PasswordPatterns.isRepetition(folded) { return .common }
        if PasswordPatterns.isKeyboardWalk(folded) || PasswordPatterns.isKeyboardWalk(keys) { return .common }
        let phraseOf = PasswordWords.vocabulary(of: context + barredWords)
        let readings = PasswordWords.readings(of: folded).map { PasswordPieces(of: $0, phraseOf: phraseOf) }
        guard let weakest = readings.min(by: { $0.left < $1.left }), weakest.left < PasswordPieces.enough else {
            return nil
        }
        return weakest.phrases.max { $0.count < $1.count }.map { .context(word: $0) } ?? .common
    }
}
