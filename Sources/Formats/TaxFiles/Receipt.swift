import Foundation

/// An UPO: the ministry's receipt of one document. It names neither a period nor a person nor an amount.
package struct Receipt: Equatable, Sendable {
    /// `NazwaPodmiotuPrzyjmujacego`
    package internal(set) var receiver: String
    /// `NumerReferencyjny`
    package internal(set) var reference: String
    /// `SkrotDokumentu`, `SkrotZlozonejStruktury`, as written; ``digests`` has what is in them.
    package internal(set) var documentDigest: String
    package internal(set) var submissionDigest: String
    /// `NazwaStrukturyLogicznej`, a file name of a schema.
    package internal(set) var schema: String
    /// `DataWplyniecia`, and the same as written, for the printout.
    package internal(set) var receivedAt: Date
    package internal(set) var receivedAtText: String
    /// `StempelCzasu`, Base64 as written.
    package internal(set) var timeStamp: String
    package internal(set) var first: Party
    package internal(set) var second: Party?
    package internal(set) var officeCode: String
    /// `KodFormularza`, as written.
    package internal(set) var form: String
    /// `Przyjeto`: false is a refusal, and no receipt.
    package internal(set) var isAccepted: Bool
    /// `Blad`
    package internal(set) var mistakes: [String]
    /// `wersjaSchemy`: `6.0`.
    package internal(set) var schemaVersion: String?
    /// `SigningTime` of its signature.
    package internal(set) var signedAt: Date?
    /// The same as written, for the printout.
    package internal(set) var signedAtText: String?
    package internal(set) var signature: SignatureState
    /// Of a signature that is intact: what makes it worth less.
    package internal(set) var weaknesses: Set<SignatureWeakness>
    /// The receipt's own bytes: size and digests, by which the same one is known again.
    package internal(set) var size: Int
    package internal(set) var ofBytes: FileDigests

    /// Somebody on the document, by number. All three are nil where the receipt names nobody.
    package struct Party: Hashable, Sendable {
        package internal(set) var nip: String?
        package internal(set) var pesel: String?
        /// `NumerIdentyfikacyjny`: any other identifier.
        package internal(set) var other: String?
    }
}

/// What can be told of a signature without the ministry's certificate: whether the receipt is what its signer signed.
/// Who that was is **not** proven: the certificate that is checked against is the one enclosed.
package enum SignatureState: String, CaseIterable, Sendable {
    /// No signature at all.
    case unsigned
    /// The digests of all that is referred to and the signature's value agree with the enclosed certificate, and the
    /// receipt is among what was signed.
    case intact
    /// They do not agree, or the signature does not cover the receipt.
    case broken
    /// It uses what is not checked here: an algorithm that is not known, a reference outside of the file, no
    /// certificate.
    case unverifiable
}

/// Why a signature that agrees with its certificate proves little all the same: others could have made it.
package enum SignatureWeakness: String, CaseIterable, Sendable {
    /// A key weaker than RSA of 2048 bits.
    case shortKey
    /// SHA-1 in the signature or in a digest that it signs: two documents with one digest can be made.
    case sha1
    /// The certificate was no longer valid, or not yet, when the receipt says that it was made or signed.
    case expired, notYetValid
}
