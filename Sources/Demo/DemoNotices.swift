import Models

/// The notices in Polish.
enum DemoNotices {
    /// One for each month in turn, sent in its first days.
    static let monthly = [
        DemoNotice(
            from: .anna, isReminder: true,
            """
            # VAT za {month}: dokumenty do 10 {ofThisMonth}
            Dzień dobry,

            prosimy o komplet dokumentów za **{month} {yearOfMonth}** do **10 {ofThisMonth}**:

            - faktury sprzedaży i raporty z kasy,
            - faktury kosztowe, także te opłacone kartą,
            - wyciągi bankowe.

            Jeśli czegoś nie było, wystarczy odpowiedzieć na tę wiadomość jednym zdaniem.

            Anna Lis
            """),
        DemoNotice(
            from: .anna, with: .deadlines, isReminder: true,
            """
            # Dokumenty za {month} i terminy w tym miesiącu
            Dzień dobry,

            czekamy na dokumenty za **{month}** do **10 {ofThisMonth}**. W załączniku jest kartka z terminami – można ją
            powiesić przy biurku.

            1. ZUS: do 15 spółki, do 20 pozostałe firmy.
            2. Podatek dochodowy i ryczałt: do 20.
            3. VAT i JPK_V7: do 25.

            Dziękujemy wszystkim, którzy wysłali dokumenty przed czasem.
            """),
        DemoNotice(
            from: .anna, isReminder: true,
            """
            # Przypomnienie: koszty za {month}
            Dzień dobry,

            zamykamy **{month}**. Najczęściej brakuje:

            - faktur za paliwo i za internet,
            - faktur od dostawców z zagranicy,
            - umów podpisanych w {inMonth}.

            Prosimy o nie do **10 {ofThisMonth}**. Skany z telefonu są w porządku, byle całe strony i bez cieni.
            """),
    ]

    /// Those that come back every year.
    static let yearly = [
        DemoNotice(
            on: (1, 15), from: .anna, with: .contributions,
            """
            # Składki ZUS na {year} rok
            Dzień dobry,

            od stycznia zmieniły się podstawy składek. Nowe kwoty są w **załączniku**; pierwsza płatność w nowej wysokości
            to ta za styczeń, czyli do **20 lutego** (spółki do 15).

            - Stałe zlecenia w banku prosimy poprawić.
            - Kto korzysta z ulgi na start albo składek preferencyjnych, dostanie od nas osobną wiadomość.
            """),
        DemoNotice(
            on: (3, 18), from: .anna,
            """
            # Zeznanie roczne za {pastYear}: co nam przesłać
            Dzień dobry,

            zbliża się termin zeznań rocznych. Prosimy do **5 kwietnia** o:

            - PIT-11 z innych miejsc pracy,
            - dane dzieci i małżonka, jeśli rozliczają się Państwo razem,
            - potwierdzenia darowizn, wpłat na IKZE, faktury za termomodernizację,
            - numer KRS organizacji, której przekażemy **1,5 %** podatku.

            Zwroty z zeznań wysłanych w marcu urzędy wypłacają najszybciej.
            """),
        DemoNotice(
            on: (5, 8), from: .marek,
            """
            # Roczne rozliczenie składki zdrowotnej
            Dzień dobry,

            do **20 maja** wysyłamy za Państwa roczne rozliczenie składki zdrowotnej za {pastYear} rok. Nie trzeba nic robić.

            Jeśli wyjdzie nadpłata, złożymy wniosek o zwrot, ale tylko tym z Państwa, którzy mają w ZUS wskazany rachunek
            bankowy. Jeśli wyjdzie dopłata, podamy kwotę osobno.

            Marek Wilk
            """),
        DemoNotice(
            on: (6, 24), from: .anna,
            """
            # Urlopy w biurze: lipiec i sierpień
            Dzień dobry,

            w wakacje biuro pracuje **od 8 do 15**. Opiekunowie zastępują się nawzajem, więc na pytania odpowiadamy jak
            zwykle, najpóźniej następnego dnia roboczego.

            Terminy podatków i składek się nie zmieniają. Kto wyjeżdża, niech wyśle dokumenty przed wyjazdem – najwygodniej
            przez portal.
            """),
        DemoNotice(
            on: (9, 16), from: .marek,
            """
            # KSeF: upoważnienia i pierwsze kroki
            Dzień dobry,

            aby odbierać za Państwa faktury z **KSeF**, potrzebujemy uprawnienia w systemie. Zajmuje to pięć minut:

            1. Zalogować się do aplikacji podatnika profilem zaufanym.
            2. Wybrać *Uprawnienia*, potem *Nadaj uprawnienia*.
            3. Wpisać NIP biura: **9999999999**.

            Opis jest też na stronie [podatki.gov.pl](https://www.podatki.gov.pl/ksef/). W razie kłopotów prosimy o telefon.

            Marek Wilk
            """),
        DemoNotice(
            on: (11, 25), from: .anna, with: .stocktaking,
            """
            # Remanent na 31 grudnia: arkusz do wypełnienia
            Dzień dobry,

            na koniec roku trzeba spisać towary, materiały i wyroby. Arkusz w załączniku otwiera się w każdym programie
            do tabel.

            - Spisujemy stan na **31 grudnia**, w cenach zakupu netto.
            - Podpisany spis prosimy wysłać do **10 stycznia**.
            - Kto nie ma zapasów, wpisuje *zero* i też podpisuje.
            """),
        DemoNotice(
            on: (12, 9), from: .anna,
            """
            # Godziny pracy biura w święta
            Dzień dobry,

            między świętami a Nowym Rokiem pracujemy **29 i 30 grudnia od 9 do 13**. W pozostałe dni odpowiemy tylko na
            sprawy pilne: 600 100 200.

            Dokumenty za grudzień przyjmujemy jak zwykle do **10 stycznia**.

            Dziękujemy za wspólny rok i życzymy spokojnych świąt!
            """),
    ]

    /// The newest one: to everybody, yesterday.
    static let newest = DemoNotice(
        from: .anna,
        """
        # Uwaga na fałszywe wezwania do zapłaty
        Dzień dobry,

        do kilku firm przyszły e-maile udające wezwania z ZUS i urzędu skarbowego. Prosimy:

        - **nie klikać** w linki do płatności,
        - nie otwierać załączników ZIP,
        - sprawdzać numer rachunku: podatki płacą Państwo tylko na swój mikrorachunek.

        Prawdziwe kwoty podajemy wyłącznie tutaj, po zalogowaniu. W razie wątpliwości prosimy o telefon: 600 100 200.

        Anna Lis
        """)

    /// To firms with employees.
    static let payroll = DemoNotice(
        from: .marek, isPayroll: true,
        """
        # Listy płac za {month}
        Dzień dobry,

        listy płac za **{month} {yearOfMonth}** są policzone. Prosimy:

        - wypłacić wynagrodzenia do **10 {ofThisMonth}**,
        - zgłaszać nowe umowy i zwolnienia lekarskie od razu, nie na koniec miesiąca.

        O płacach piszemy tylko do osób z uprawnieniem do spraw płacowych. Zmiany w tych uprawnieniach prosimy zgłaszać.

        Marek Wilk
        """)

    /// To the bakery alone.
    static let register = DemoNotice(
        from: .marek, with: .register,
        """
        # Ewidencja przychodów, {month}
        Dzień dobry,

        w załączniku ewidencja przychodów za **{month} {yearOfMonth}**. Prosimy rzucić okiem na sprzedaż ze stawką 8,5 %
        i dać znać, jeśli coś się nie zgadza.

        Marek Wilk
        """)
}
