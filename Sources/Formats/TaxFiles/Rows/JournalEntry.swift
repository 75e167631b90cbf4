import Dates

/// A line of the dziennik, of `JPK_KR` and `JPK_KR_PD`.
package struct JournalEntry: Hashable, Sendable {
    /// `JPK_KR_PD` alone, in which entries contain their postings: the entry's number in the file, from 1. The entries'
    /// own numbers restart in each journal.
    package internal(set) var place: Int?
    /// `LpZapisuDziennika`, as written; `JPK_KR_PD` has none.
    package internal(set) var number: String?
    /// `NrZapisuDziennika`, `D_1`: the number to which postings refer.
    package internal(set) var entry: String
    /// `OpisDziennika`, `D_2`
    package internal(set) var journal: String
    /// `D_3`: a code of ``Counterparty``.
    package internal(set) var counterparty: String?
    package internal(set) var document: String
    package internal(set) var documentType: String
    package internal(set) var happenedOn: Day
    package internal(set) var documentedOn: Day
    package internal(set) var bookedOn: Day
    /// `KodOperatora`, `D_9`
    package internal(set) var bookedBy: String
    package internal(set) var event: String
    /// Minor units of the books' currency.
    package internal(set) var amount: Int64
    /// `D_12`
    package internal(set) var ksefNumber: String?
}

/// One side of a booking on an account (`KontoZapis`). `JPK_KR` writes both sides in one element: two postings.
package struct LedgerPosting: Hashable, Sendable {
    package enum Side: String, Sendable { case debit, credit }

    /// The ``JournalEntry/place`` of the enclosing entry.
    package internal(set) var place: Int?
    /// The ``JournalEntry/entry`` of its entry.
    package internal(set) var entry: String
    /// `LpZapisu`, `Z_1`, as written.
    package internal(set) var line: String
    package internal(set) var account: String
    package internal(set) var side: Side
    /// Minor units of the books' currency.
    package internal(set) var amount: Int64
    /// The amount in another currency, in hundredths, with its code.
    package internal(set) var foreignAmount: Int64?
    package internal(set) var foreignCurrency: String?
    package internal(set) var text: String?
    /// The account on the other side, if the file contains it (`JPK_KR` alone).
    package internal(set) var against: String?
}

/// A code of the books with its tax number (`Kontrahent` of `JPK_KR_PD`).
package struct Counterparty: Hashable, Sendable {
    package internal(set) var code: String
    package internal(set) var country: String?
    package internal(set) var taxNumber: String?
}
