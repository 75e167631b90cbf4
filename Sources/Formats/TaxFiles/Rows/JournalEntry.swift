import Dates

/// A line of the dziennik, of `JPK_KR` and `JPK_KR_PD`.
package struct JournalEntry: Hashable, Sendable {
    /// `JPK_KR_PD` alone, whose postings are inside of their entry: which entry of the file it is, from 1. Its numbers
    /// begin anew in each journal.
    package internal(set) var place: Int?
    /// `LpZapisuDziennika`, as written; `JPK_KR_PD` has none.
    package internal(set) var number: String?
    /// `NrZapisuDziennika`, `D_1`: what the postings refer to.
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

    /// The ``JournalEntry/place`` of the entry that it is inside of.
    package internal(set) var place: Int?
    /// The ``JournalEntry/entry`` that it belongs to.
    package internal(set) var entry: String
    /// `LpZapisu`, `Z_1`, as written.
    package internal(set) var line: String
    package internal(set) var account: String
    package internal(set) var side: Side
    /// Minor units of the books' currency.
    package internal(set) var amount: Int64
    /// The same in another currency, in hundredths, with its code.
    package internal(set) var foreignAmount: Int64?
    package internal(set) var foreignCurrency: String?
    package internal(set) var text: String?
    /// The account on the other side, where the file says it (`JPK_KR` alone).
    package internal(set) var against: String?
}

/// A code of the books with the tax number behind it (`Kontrahent` of `JPK_KR_PD`).
package struct Counterparty: Hashable, Sendable {
    package internal(set) var code: String
    package internal(set) var country: String?
    package internal(set) var taxNumber: String?
}
