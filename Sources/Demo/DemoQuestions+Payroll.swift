extension DemoQuestions {
    static let payroll = DemoThread.parse(
        """
        # Nowy pracownik od poniedziałku
        C: Od poniedziałku przychodzi nowa osoba na pół etatu. Co mam przygotować?
        O: Potrzebujemy przed poniedziałkiem:
        - kwestionariusz osobowy,
        - orzeczenie lekarskie,
        - numer konta i oświadczenie do podatku.
        C: Orzeczenie będzie w piątek, resztę wysyłam dziś.
        O: Wystarczy. Do ZUS zgłosimy w ciągu 7 dni od rozpoczęcia pracy.

        # Lista płac za {month}
        C+timesheet: W załączniku godziny za {month}. Jedna osoba miała dzień urlopu na żądanie.
        O+payslip: Dziękuję, lista w załączniku. Przelewy proszę zrobić do 10. dnia miesiąca.

        # Zwolnienie lekarskie
        C: Pracownica jest na zwolnieniu od wtorku. Czy muszę coś wysłać?
        O: Nie, zwolnienie przyszło do nas elektronicznie. Pierwsze 33 dni w roku płaci firma, policzymy to na liście.
        C: Dziękuję, o to chodziło.

        # Umowa zlecenie ze studentem
        C: Chcemy przyjąć studenta na zlecenie na dwa miesiące. Czy będzie ZUS?
        O: Do 26. roku życia od zlecenia studenta nie ma składek ani podatku. Proszę o skan ważnej legitymacji.
        C: Legitymacja jest ważna jeszcze pół roku.
        O: Świetnie, umowę przygotujemy do podpisu na jutro.

        # Urlop – ile dni zostało?
        C: Ile dni urlopu zostało pracownikom za ten rok?
        O: Proszę zajrzeć do zestawienia, które wysłaliśmy z ostatnią listą płac; ostatnia kolumna. Zaległy urlop trzeba
        wykorzystać do 30 września.

        # Składka zdrowotna – dlaczego inna?
        C: W tym miesiącu składka zdrowotna jest wyższa niż w poprzednim. Skąd różnica?
        O: Podstawą jest dochód z {ofMonth}, a był wyższy niż miesiąc wcześniej. Wyliczenie jest na końcu ewidencji.
        C: Rozumiem. Przy ryczałcie byłoby inaczej?
        O: Tak, tam są trzy progi zależne od przychodu. Policzymy obie wersje przed końcem roku.

        # Wakacje składkowe
        C: Kiedy trzeba złożyć wniosek o wakacje składkowe?
        O: W miesiącu poprzedzającym ten, w którym nie chcą Państwo płacić. Możemy złożyć go za Państwa przez PUE.
        C: Poproszę na przyszły miesiąc.
        O: Zapisane, złożymy jutro i damy znać.

        # Badania okresowe
        C: Kończy się orzeczenie lekarskie pracownika. Czy pilnujecie tego po swojej stronie?
        O: Tak, wyślemy skierowanie miesiąc przed końcem ważności. Tu termin mija za sześć tygodni.

        # Wypowiedzenie za porozumieniem stron
        C: Pracownik chce odejść z końcem miesiąca. Jakie papiery?
        O: Porozumienie stron, świadectwo pracy i rozliczenie urlopu. Świadectwo musi być wydane w dniu odejścia.
        C: Ostatni dzień to piątek.
        O: Przygotujemy komplet do czwartku w południe.
        C: Dziękuję bardzo.

        # Zaległa składka
        C: ZUS przysłał SMS o niedopłacie 11,43 zł. Czy to prawdziwe?
        O: Kwota się zgadza, różnica jest z zaokrągleń. Proszę nie klikać w link z SMS-a, tylko przelać na swój numer
        rachunku składkowego.

        # Dodatek dla ucznia
        C: Przyjmujemy ucznia na naukę zawodu. Czy jest na to dofinansowanie?
        O: Tak, z gminy po ukończeniu nauki. Wniosek składa się w ciągu trzech miesięcy od egzaminu, przypomnimy o tym.
        """
    )
}
