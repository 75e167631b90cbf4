/// The structure of a file, determined by the namespace of its root, never by its name or a prefix.
package struct Structure: Hashable, Sendable {
    package enum Family: String, CaseIterable, Sendable {
        case vatMonthly = "JPK_V7M"
        case vatQuarterly = "JPK_V7K"
        /// The VAT registers alone, until September 2020.
        case vatRegister = "JPK_VAT"
        case taxLedger = "JPK_PKPIR"
        case revenue = "JPK_EWP"
        case books = "JPK_KR"
        case booksOfIncomeTax = "JPK_KR_PD"
        /// Fixed assets of a tax ledger or revenue register; of full books.
        case fixedAssets = "JPK_ST"
        case fixedAssetsOfBooks = "JPK_ST_KR"
        /// e-Deklaracje: `VAT-UE`, `CIT-8`, `PIT-36` and every other form.
        case declaration = "Deklaracja"
    }

    package let family: Family
    /// The form of a declaration, such as `CIT-8`; else the family's name.
    package let form: String
    package let variant: Int
    package let namespace: String

    /// The ministry's notation: `JPK_V7M (3)`, `CIT-8 (33)`.
    package var code: String { "\(form) (\(variant))" }

    /// The parts that such a file can have.
    package var parts: [FilePart] {
        switch family {
        case .vatMonthly, .vatQuarterly: [.declaration, .vatSales, .vatPurchases]
        case .vatRegister: [.vatSales, .vatPurchases]
        case .taxLedger: [.taxLedger]
        case .revenue: variant >= 3 ? [.revenue, .fixedAssets] : [.revenue]
        case .books: [.trialBalance, .journal, .ledgerAccounts]
        case .booksOfIncomeTax: [.trialBalance, .journal, .ledgerAccounts, .taxDifferences]
        case .fixedAssets, .fixedAssetsOfBooks: [.fixedAssets]
        case .declaration: [.declaration]
        }
    }

    init(_ family: Family, _ variant: Int, _ namespace: String) {
        self.init(family, form: family.rawValue, variant, namespace)
    }

    init(_ family: Family, form: String, _ variant: Int, _ namespace: String) {
        self.family = family
        self.form = form
        self.variant = variant
        self.namespace = namespace
    }
}

extension Structure {
    /// Every JPK that can be read. Declarations are not listed: each form of each year has a namespace of its own,
    /// below ``declarations``.
    package static let known: [Structure] = [
        Structure(.vatMonthly, 3, "http://crd.gov.pl/wzor/2025/12/19/14090/"),
        Structure(.vatMonthly, 2, "http://crd.gov.pl/wzor/2021/12/27/11148/"),
        Structure(.vatMonthly, 1, "http://crd.gov.pl/wzor/2020/05/08/9393/"),
        Structure(.vatQuarterly, 3, "http://crd.gov.pl/wzor/2025/12/19/14089/"),
        Structure(.vatQuarterly, 2, "http://crd.gov.pl/wzor/2021/12/27/11149/"),
        Structure(.vatQuarterly, 1, "http://crd.gov.pl/wzor/2020/05/08/9394/"),
        Structure(.vatRegister, 3, "http://jpk.mf.gov.pl/wzor/2017/11/13/1113/"),
        Structure(.taxLedger, 3, "http://jpk.mf.gov.pl/wzor/2024/10/30/10302/"),
        Structure(.taxLedger, 2, "http://jpk.mf.gov.pl/wzor/2016/10/26/10262/"),
        Structure(.revenue, 4, "http://jpk.mf.gov.pl/wzor/2024/10/30/10301/"),
        Structure(.revenue, 3, "http://jpk.mf.gov.pl/wzor/2022/02/01/02011/"),
        Structure(.revenue, 2, "http://jpk.mf.gov.pl/wzor/2021/01/25/01251/"),
        Structure(.revenue, 2, "http://jpk.mf.gov.pl/wzor/2020/12/30/12301/"),
        Structure(.revenue, 1, "http://jpk.mf.gov.pl/wzor/2016/03/09/03097/"),
        Structure(.booksOfIncomeTax, 1, "http://jpk.mf.gov.pl/wzor/2024/09/04/09041/"),
        Structure(.books, 1, "http://jpk.mf.gov.pl/wzor/2016/03/09/03091/"),
        Structure(.fixedAssets, 1, "http://jpk.mf.gov.pl/wzor/2024/11/26/11262/"),
        Structure(.fixedAssetsOfBooks, 1, "http://jpk.mf.gov.pl/wzor/2024/04/24/04242/"),
    ]

    /// The common prefix of the namespaces of declarations.
    package static let declarations = "http://crd.gov.pl/wzor/"

    /// Files that an office may upload by mistake: refused by name instead of as "unknown".
    static let refused: [(namespace: String, reason: TaxFileError.Reason, name: String)] = [
        ("http://jpk.mf.gov.pl/wzor/2022/02/17/02171/", .notNeeded, "JPK_FA (4)"),
        ("http://jpk.mf.gov.pl/wzor/2019/09/27/09271/", .notNeeded, "JPK_FA (3)"),
        ("http://jpk.mf.gov.pl/wzor/2016/03/09/03095/", .notNeeded, "JPK_FA (1)"),
        ("http://jpk.mf.gov.pl/wzor/2016/03/09/03092/", .notSupported, "JPK_WB (1)"),
        ("http://jpk.mf.gov.pl/wzor/2016/03/09/03093/", .notSupported, "JPK_MAG (1)"),
        ("http://crd.gov.pl/wzor/2025/06/25/13775/", .notNeeded, "FA (3)"),
        ("http://crd.gov.pl/wzor/2023/06/29/12648/", .notNeeded, "FA (2)"),
        ("http://crd.gov.pl/wzor/2021/11/29/11089/", .notNeeded, "FA (1)"),
        ("http://www.zus.pl/", .notSupported, "KEDU"),
        ("http://www.mf.gov.pl/schematy/SF/", .notSupported, "e-sprawozdanie"),
        ("http://upo.schematy.mf.gov.pl/KSeF/v4-3", .invoiceReceipt, "UPO KSeF 4.3"),
        ("http://upo.schematy.mf.gov.pl/KSeF/", .invoiceReceipt, "UPO KSeF"),
    ]

    /// Finds the same by the name of the root, for files with a new namespace each year, or none.
    static func refused(root name: String) -> (reason: TaxFileError.Reason, name: String)? {
        switch name {
        case "Faktura": (.notNeeded, "FA")
        case "KEDU": (.notSupported, "KEDU")
        case _ where name.hasPrefix("Jednostka") || name.hasPrefix("SkonsolidowanaJednostka"):
            (.notSupported, "e-sprawozdanie")
        default: nil
        }
    }
}
