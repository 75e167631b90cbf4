import Models

/// The questions of clients. Suppliers named here are nobody's firm.
enum DemoQuestions {
    static let suppliers = [
        "Hurtownia Ziarno", "Paliwa Wschód", "Opakowania Karton", "Energia Lokalna", "Telekom Plus",
        "Papier i Tusz", "Serwis Wag", "Leasing Rondo", "Materiały Budowlane Kielnia", "Chłodnie Zefir",
    ]
    static let amounts = [
        "1 249,00 zł", "318,57 zł", "4 920,00 zł", "86,10 zł", "12 300,00 zł", "2 075,40 zł", "599,99 zł",
    ]

    static let polish = invoices + taxes + payroll + everyday

    /// The topics of a client's conversation in this language; in English where the demo has no texts in it.
    static func all(_ language: Language) -> [DemoThread] {
        switch language {
        case .pl: polish
        case .he: hebrew
        default: english
        }
    }

    /// The answer of a reader of a notice, and the reply of the office.
    static func replies(to notice: DemoNotice) -> [DemoThread] {
        switch notice.language {
        case .pl: polishThanks + (notice.isReminder ? polishReplies : [])
        case .he: hebrewThanks + (notice.isReminder ? hebrewReplies : [])
        default: englishThanks + (notice.isReminder ? englishReplies : [])
        }
    }

    private static let polishThanks = DemoThread.parse(
        """
        # 1
        C: Dziękuję za informację, wszystko jasne.
        # 2
        C: Przyjęte, dziękuję.
        """
    )

    private static let polishReplies = DemoThread.parse(
        """
        # 1
        C: Dziękuję za przypomnienie. Dokumenty wyślę do końca tygodnia.
        # 2
        C: Czy wystarczą skany, czy potrzebne są oryginały?
        O: Skany w zupełności wystarczą. Oryginały proszę zachować u siebie.
        # 3
        C: Kosztów było tym razem mało, tylko dwie faktury. Wyślę je dziś wieczorem.
        O: W porządku, czekamy.
        C: Wysłane. Więcej nie będzie.
        # 4
        C: Czy mogę dosłać jedną fakturę po terminie? Dostawca spóźnia się z wystawieniem.
        O: Tak. Ujmiemy ją w kolejnym miesiącu, na VAT to nie wpłynie.
        """
    )

    private static let englishThanks = DemoThread.parse("# 1\nC: Thank you, noted.")

    private static let englishReplies = DemoThread.parse(
        """
        # 1
        C: Is a scan enough, or do you need the paper originals?
        O: A scan is enough. Please keep the originals for five years.
        """
    )

    private static let hebrewThanks = DemoThread.parse("# 1\nC: קיבלתי, תודה רבה.")

    private static let hebrewReplies = DemoThread.parse(
        """
        # 1
        C: אפשר לשלוח צילומים מהטלפון?
        O: כן, בהחלט, ובלבד שכל הפרטים קריאים.
        """
    )
}
