import Foundation

/// An UPO: the ministry's receipt for one document. It contains no period, person or amount.
package struct Receipt: Equatable, Sendable {
    /// `NazwaPodmiotuPrzyjmujacego`
    package internal(set) var receiver: String
    /// `NumerReferencyjny`
    package internal(set) var reference: String
    /// `SkrotDokumentu`, `SkrotZlozonejStruktury`, as written; ``digests`` decodes them.
    package internal(set) var documentDigest: String
    package internal(set) var submissionDigest: String
    /// `NazwaStrukturyLogicznej`, the file name of a schema.
    package internal(set) var schema: String
    /// `DataWplyniecia`, and its text for the printout.
    package internal(set) var receivedAt: Date
    package internal(set) var receivedAtText: String
    /// `StempelCzasu`, Base64 as written.
    package internal(set) var timeStamp: String
    package internal(set) var first: Party
    package internal(set) var second: Party?
    package internal(set) var officeCode: String
    /// `KodFormularza`, as written.
    package internal(set) var form: String
    /// `Przyjeto`: false means that the document was rejected.
    package internal(set) var isAccepted: Bool
    /// `Blad`
    package internal(set) var mistakes: [String]
    /// `wersjaSchemy`: `6.0`.
    package internal(set) var schemaVersion: String?
    /// `SigningTime` of its signature.
    package internal(set) var signedAt: Date?
    /// Its text, for the printout.
    package internal(set) var signedAtText: String?
    package internal(set) var signature: SignatureState
    /// The weaknesses of an intact signature.
    package internal(set) var weaknesses: Set<SignatureWeakness>
    /// The size and digests of the receipt's own bytes, which identify the same receipt.
    package internal(set) var size: Int
    package internal(set) var ofBytes: FileDigests

    /// A party of the document, by number. All three are `nil` when the receipt names nobody.
    package struct Party: Hashable, Sendable {
        package internal(set) var nip: String?
        package internal(set) var pesel: String?
        /// `NumerIdentyfikacyjny`: any other identifier.
        package internal(set) var other: String?
    }
}

/// The result of checking a signature without the ministry's certificate: whether the signed content is unchanged. Who
/// signed it is **not** proven, because it is checked against the enclosed certificate.
package enum SignatureState: String, CaseIterable, Sendable {
    /// No signature at all.
    case unsigned
    /// The digests of all references and the signature's value match the enclosed certificate, and the receipt is among
    /// the signed content.
    case intact
    /// They do not match, or the signature does not cover the receipt.
    case broken
    /// It uses something that is not checked here: an unknown algorithm, a reference outside of the file, no
    /// certificate.
    case unverifiable
}

/// The reason why an intact signature proves little: others could have made it.
package enum SignatureWeakness: String, CaseIterable, Sendable {
    /// A key weaker than RSA of 2048 bits.
    case shortKey
    /// SHA-1 in the signature or in a digest that it signs: two documents with the same digest can be made.
    case sha1
    /// The certificate had expired, or was not valid yet, at the time of the receipt or of its signature.
    case expired, notYetValid
}
