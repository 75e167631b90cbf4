extension Structure {
    /// `nil` for declarations, which have too many forms.
    var shape: Shape? {
        switch family {
        case .vatMonthly: .vat(variant: variant, isQuarterly: false)
        case .vatQuarterly: .vat(variant: variant, isQuarterly: true)
        case .vatRegister: .vatRegister
        case .taxLedger: .taxLedger(variant: variant)
        case .revenue: .revenue(variant: variant)
        case .books: .books
        case .booksOfIncomeTax: .booksOfIncomeTax
        case .fixedAssets: .fixedAssets
        case .fixedAssetsOfBooks: .fixedAssetsOfBooks
        case .declaration: nil
        }
    }
}
