import Models

/// The filters that the head has kept on her list of firms.
extension DemoHistory {
    private static let filters: [(name: String, options: [FirmOption])] = [
        ("Ryczałt, nieprzeczytane", [.form(.lumpSum), .state(.unread)]),
        ("VAT miesięczny i kwartalny", [.vat(.monthly), .vat(.quarterly)]),
        ("Nowi bez okresu VAT", [.vat(nil), .tag("nowy klient")]),
    ]

    func planSavedFilters() {
        agenda.add(calendar.working(20, daysBefore: now, at: 8, 40)) { at in
            for (name, options) in Self.filters {
                _ = try SavedFilter.save(
                    self.db, FirmFilter(options: options), as: TypedLine(name), by: self.id(.anna), at: at)
            }
        }
    }
}
