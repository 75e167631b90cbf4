import Foundation

/// The questions and notices that wait when a visitor of the demo signs in.
enum DemoLastDays {
    /// A question that nobody has answered yet.
    struct Waiting {
        let slug: String
        let minutes: Double
        /// The person of the office who has seen it all the same.
        let seenBy: [DemoStaff]
        let thread: DemoThread
    }

    /// A conversation whose last answer the client has not read.
    struct Answered {
        let slug: String
        let askedDaysAgo: Int
        let answeredDaysAgo: Int
        let isRead: Bool
        let thread: DemoThread
    }

    static let waiting = [
        Waiting(
            "zabek", 5,
            """
            # Faktura za unit
            C+invoice: Przyszła faktura za nowy sprzęt. Amortyzujemy go czy od razu w koszty?
            """),
        Waiting(
            DemoFirms.bakery, 50,
            """
            # Mąka z Czech
            C+invoice: Kupiliśmy mąkę w Czechach, na fakturze nie ma VAT-u. Co teraz robimy?
            """),
        Waiting(
            DemoFirms.carrier, 3 * hour,
            """
            # Winiety i opłaty drogowe
            C: Czy e-winiety z Austrii też mam wysyłać co miesiąc?
            """),
        Waiting(
            "wisnia", 22 * hour,
            """
            # Bony podarunkowe
            C: Sprzedajemy bony podarunkowe. Nabijać je na kasę od razu czy dopiero przy wizycie?
            """),
        Waiting(
            DemoFirms.studio, 26 * hour, seenBy: [.dana],
            """
            # מחשב חדש
            C: קניתי מחשב חדש לסטודיו. לפחת על פני שלוש שנים, או להכיר בהוצאה מיד?
            """),
        Waiting(
            "kodikawa", 2 * day, seenBy: [.anna],
            """
            # Praca zdalna
            C: Ile wynosi ryczałt za pracę zdalną i od kiedy trzeba go wypłacać?
            """),
        Waiting(
            "tlok", 4 * day, seenBy: [.marek],
            """
            # Złomowanie podnośnika
            C: Oddaliśmy stary podnośnik na złom. Jaki papier jest potrzebny?
            """),
        Waiting(
            "bocian", 6 * day, seenBy: [.marek, .anna],
            """
            # Napiwki z terminala
            C: Napiwki z karty wpływają na konto firmy. Jak je wypłacić kelnerom?
            """),
        Waiting(
            "sliwka", 9 * day, seenBy: [.marek],
            """
            # Kaucja za skrzynki
            C: Dostawca naliczył kaucję za skrzynki. Ujmujemy ją w kosztach?
            """),
    ]

    static let answered: [Answered] = [
        Answered(
            slug: DemoFirms.bakery, askedDaysAgo: 14, answeredDaysAgo: 12, isRead: true,
            thread: thread(
                """
                # Pytanie o fakturę z hurtowni
                C+invoice: Na fakturze z hurtowni jest inna ilość mąki niż w dostawie. Księgować?
                O: Tak, proszę dosłać skan protokołu różnic. Hurtownia wystawi korektę, wtedy poprawimy.
                """)),
        Answered(
            slug: DemoFirms.bakery, askedDaysAgo: 4, answeredDaysAgo: 1, isRead: false,
            thread: thread(
                """
                # Bułki dla szkoły – jaka stawka?
                C: Zaczynamy dostarczać bułki do stołówki w szkole. Czy stawka VAT jest taka sama jak w sklepie?
                O: Tak, pieczywo świeże to 5 % niezależnie od odbiorcy. Inaczej byłoby tylko przy usłudze cateringu.
                """)),
        Answered(
            slug: DemoFirms.furniture, askedDaysAgo: 3, answeredDaysAgo: 1, isRead: false,
            thread: thread(
                """
                # Reklamacja z zagranicy
                C: Klient z Danii odesłał stół. Korekta ze stawką 0 %?
                O: Tak, tą samą stawką co sprzedaż. Potrzebny będzie dokument odbioru zwrotu.
                """)),
        Answered(
            slug: DemoFirms.studio, askedDaysAgo: 5, answeredDaysAgo: 2, isRead: false,
            thread: thread(
                """
                # חשבונית ללקוח בפולין
                C: הוצאתי חשבונית ללקוח בפולין. האם להוסיף מע״מ?
                O: לא. השירות ניתן לתושב חוץ ולכן המע״מ בשיעור אפס. נא לשמור את ההסכם ואת אישור התשלום.
                """)),
    ]

    private static let hour = 60.0
    private static let day = 24 * 60.0

    static func thread(_ text: String) -> DemoThread {
        DemoThread.parse(text).first ?? DemoThread(subject: "")
    }
}

extension DemoLastDays.Waiting {
    init(_ slug: String, _ minutes: Double, seenBy: [DemoStaff] = [], _ text: String) {
        self.init(slug: slug, minutes: minutes, seenBy: seenBy, thread: DemoLastDays.thread(text))
    }
}
