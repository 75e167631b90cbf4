import Foundation

/// Which passwords a person may choose: NIST SP 800-63B-4 section 3.1.1.2, for a password that may stand alone.
///
/// Long, and not one that is tried first. There are no composition rules and no expiry: both make passwords worse.
package enum PasswordPolicy {
    /// In Unicode code points, counted after NFC, which is the form that is hashed.
    package static let minimum = 15
    package static let maximum = 256
    /// Before anything else is done with a text; 256 code points that are typed in pieces fit.
    package static let maximumBytes = 2_048

    /// Why a password is refused; the page tells the person.
    package enum Refusal: Equatable, Sendable {
        case tooShort
        case tooLong
        /// A repetition, a walk over the keyboard, or little more than known words.
        case common
        /// Little more than names an attacker would try here; `word` is the one of `context` it uses.
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
    /// The first call reads the dictionaries: go through ``PasswordPool/check(_:context:)`` where others wait.
    /// - Parameter context: what an attacker knows of this person: names of the office and of the firms, their tax
    ///   numbers, the e-mail address, the person's own name and phone. Each is barred whole and by its words, also with
    ///   digits, years or punctuation around it.
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
