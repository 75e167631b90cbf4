import Models

/// The tabs of the firm list, each with columns of its own.
enum FirmTab: String, CaseIterable, Sendable {
    case firms, bookkeeping, hr, taxes

    struct Column: Sendable {
        let key: String
        /// `nil` for a column that the list cannot be sorted by.
        var sort: FirmList.Sort?
    }

    var columns: [Column] {
        switch self {
        case .firms: Self.sorted([.name, .form, .supervisor, .waits, .contact])
        case .bookkeeping:
            Self.sorted([.name, .form, .vat, .supervisor]) + [Column(key: "accountants")] + Self.sorted([.contact])
        case .hr:
            Self.sorted([.name]) + [Column(key: "payrollPeople"), Column(key: "payrollUnread")]
                + [Column(key: "payrollLast")] + Self.sorted([.payrollQuestions])
        case .taxes:
            Self.sorted([.name, .vat, .approval]) + [Column(key: "approvers"), Column(key: "missing")]
        }
    }

    func has(_ sort: FirmList.Sort) -> Bool { columns.contains { $0.sort == sort } }

    private static func sorted(_ sorts: [FirmList.Sort]) -> [Column] {
        sorts.map { Column(key: $0.rawValue, sort: $0) }
    }
}
