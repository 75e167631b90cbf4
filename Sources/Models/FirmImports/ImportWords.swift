/// The words that a cell may contain for a fixed set of values: in the three languages, or as stored.
enum ImportWords {
    /// Returns a word in the form for comparing: letters and digits alone, lower case, without accents.
    static func plain(_ text: String) -> String { SearchFolding.fold(text).filter { $0.isLetter || $0.isNumber } }

    static func dictionary<Value>(_ words: [(Value, [String])]) -> [String: Value] {
        words.reduce(into: [:]) { known, entry in
            for word in entry.1 { known[plain(word)] = entry.0 }
        }
    }

    static func country(_ text: String) -> Country? { countries[plain(text)] }
    static func form(_ text: String) -> TaxationForm? { forms[plain(text)] }
    static func vat(_ text: String) -> VATPeriod? { vatPeriods[plain(text)] }
    static func language(_ text: String) -> Language? { languages[plain(text)] }
    static func answer(_ text: String) -> Bool? { answers[plain(text)] }

    /// Returns the rights, separated by commas, bars, semicolons, slashes or plus signs; `nil` when one is unknown.
    static func rights(_ text: String) -> Membership.Rights? {
        var rights = Membership.Rights.none
        for word in text.unicodeScalars.split(whereSeparator: { ",|;/+\n".unicodeScalars.contains($0) })
            .map({ plain(String($0)) })
        where !word.isEmpty {
            if everything.contains(word) { return .all }
            guard let right = rightWords[word] else { return nil }
            rights[keyPath: right.path] = true
        }
        return rights
    }

    private static let countries = dictionary([
        (Country.poland, ["PL", "Polska", "Poland", "פולין"]),
        (.israel, ["IL", "Izrael", "Israel", "ישראל"]),
    ])

    private static let forms = dictionary([
        (
            TaxationForm.lumpSum,
            ["lumpSum", "ryczałt", "lump-sum tax", "מס קבוע על המחזור", "מס קבוע על המחזור (ryczałt)", "ריצ׳אלט"]
        ),
        (
            .ledger,
            [
                "ledger", "KPiR", "PKPiR", "księga przychodów i rozchodów", "podatkowa księga przychodów i rozchodów",
                "tax ledger", "tax ledger (KPiR)", "ספר הכנסות והוצאות", "ספר הכנסות והוצאות (KPiR)",
            ]
        ),
        (
            .fullBooks,
            [
                "fullBooks", "pełna księgowość", "pełne księgi", "księgi rachunkowe", "księgi handlowe", "spółka",
                "pełna", "הנהלת חשבונות מלאה", "כפולה", "הנהלת חשבונות כפולה",
            ]
        ),
        (.card, ["card", "karta", "karta podatkowa", "tax card", "כרטיס מס"]),
        (.israeli, ["israeli", "izraelska", "izrael", "ישראלי", "ישראלית"]),
    ])

    private static let vatPeriods = dictionary([
        (
            VATPeriod.monthly,
            ["monthly", "miesięcznie", "miesięczny", "miesięczne", "co miesiąc", "חודשי", "חד חודשי", "כל חודש"]
        ),
        (
            .bimonthly,
            ["bimonthly", "every two months", "dwumiesięcznie", "co dwa miesiące", "דו חודשי", "כל חודשיים"]
        ),
        (.quarterly, ["quarterly", "kwartalnie", "kwartalny", "kwartalne", "co kwartał", "רבעוני", "כל רבעון"]),
        (.exempt, ["exempt", "zwolniony", "zwolniona", "zwolnione", "zw", "nie", "none", "no", "פטור", "עוסק פטור"]),
    ])

    private static let languages = dictionary(
        Language.allCases.map { ($0, [$0.rawValue]) } + [
            (.pl, ["polski", "polish", "פולנית"]), (.en, ["angielski", "english", "אנגלית"]),
            (.he, ["iw", "hebrajski", "hebrew", "עברית"]),
        ])

    private static let answers = dictionary([
        (true, ["tak", "t", "yes", "y", "true", "1", "כן"]), (false, ["nie", "n", "no", "false", "0", "לא"]),
    ])

    private struct Right: Sendable {
        let path: any WritableKeyPath<Membership.Rights, Bool> & Sendable
    }

    private static let rightWords = dictionary([
        (Right(path: \.canRead), ["read", "reads", "odczyt", "czyta", "czytanie", "קריאה"]),
        (Right(path: \.canApprove), ["approve", "approves", "approval", "akceptacja", "akceptuje", "אישור"]),
        (Right(path: \.canPayroll), ["payroll", "kadry", "płace", "kadry i płace", "שכר"]),
        (
            Right(path: \.isNotified),
            ["notified", "notifications", "powiadomienia", "powiadamiany", "powiadamiana", "התראות"]
        ),
    ])

    private static let everything: Set<String> = Set(
        ["all", "everything", "wszystko", "wszystkie", "pełne", "הכול", "הכל"].map(plain))
}

extension Membership.Rights {
    /// No right at all, and every right; both with notification, which nothing sends yet and nobody should miss later.
    fileprivate static var none: Self { of(false) }
    fileprivate static var all: Self { of(true) }

    private static func of(_ value: Bool) -> Self {
        var rights = Self()
        rights.canRead = value
        rights.canApprove = value
        rights.canPayroll = value
        return rights
    }
}
