extension DemoQuestions {
    static let taxes = DemoThread.parse(
        """
        # Ile podatku za {month}?
        C: Dzień dobry, czy wiadomo już, ile wyjdzie podatku za {month}? Muszę zaplanować przelewy.
        O: Dzień dobry, dziś domykamy rejestry. Kwotę podam do 18. dnia miesiąca, termin zapłaty jest do 20.
        C: Super, czekam. Dziękuję.

        # Mikrorachunek podatkowy
        C: Czy podatek dochodowy i VAT płacimy na ten sam rachunek?
        O: Tak, oba na Państwa mikrorachunek. Proszę tylko wybrać w banku właściwy symbol formularza, bo po nim urząd
        rozpoznaje wpłatę.

        # Pismo z urzędu skarbowego
        C+letter: Przyszło pismo z urzędu w sprawie różnicy w JPK za {month}. Skan w załączniku. Ile mamy czasu?
        O: Spokojnie, to wezwanie do wyjaśnienia, 7 dni od odbioru. Którego dnia Państwo je odebrali?
        C: Wczoraj po południu.
        O: Przygotujemy wyjaśnienie jutro i wyślemy elektronicznie. Do urzędu nie trzeba jechać.
        C: Dziękujemy, kamień z serca.

        # Zmiana formy opodatkowania
        C: Słyszę od znajomych, że lepiej byłoby przejść na inną formę opodatkowania. Do kiedy można zmienić?
        O: Do 20. dnia miesiąca po pierwszym przychodzie w roku, w praktyce do 20 lutego. Policzymy to na Państwa danych
        za ostatnie 12 miesięcy i zadzwonimy.
        C: Bardzo proszę, po 15 odbieram telefon.

        # Ulga na dzieci
        C: Przy dwójce dzieci i ryczałcie można odliczyć ulgę, czy nie?
        O: Od ryczałtu nie, ale można ją rozliczyć, jeśli mają Państwo także przychody opodatkowane według skali, na przykład
        z etatu małżonka. Proszę o numery PESEL dzieci, sprawdzimy obie możliwości.

        # Zaświadczenie o niezaleganiu
        C: Bank prosi o zaświadczenie o niezaleganiu w podatkach. Czy możecie o nie wystąpić?
        O: Tak, mamy pełnomocnictwo. Wniosek złożymy dziś, opłata 21 zł, czas do 7 dni.
        C: Opłata wysłana, potwierdzenie jest w banku.
        O: Dziękujemy, zaświadczenie wyślemy tu, gdy tylko przyjdzie.

        # Zwrot VAT
        C: W tym miesiącu kupiliśmy maszynę i VAT-u do zwrotu jest sporo. Jak długo czeka się na pieniądze?
        O: Standardowo do 60 dni, na rachunek VAT do 25 dni. Które rozwiązanie Państwo wolą?
        C: Zwykły rachunek, poczekamy.

        # Limit zwolnienia z VAT
        C: Zbliżamy się do limitu zwolnienia. Skąd będę wiedzieć, że go przekroczyliśmy?
        O+summary: Pilnujemy tego co miesiąc. W załączniku stan na dziś. Gdy zostanie mniej niż 20 000 zł, zadzwonimy od razu.

        # Wynajem mieszkania prywatnie
        C: Zaczynam wynajmować mieszkanie po rodzicach. Czy to wchodzi do firmy?
        O: Nie, to najem prywatny: ryczałt 8,5 % do 100 000 zł rocznie, bez kosztów. Wystarczy wpłacać podatek do 20. dnia
        miesiąca po wpływie czynszu.
        C: A pierwsza wpłata, jeśli najem ruszy w przyszłym miesiącu?
        O: Do 20. dnia kolejnego miesiąca. Założymy dla Państwa osobne przypomnienie.

        # Ewidencja za {month}
        C: Proszę o ewidencję za {month}, potrzebna do wniosku leasingowego.
        O+register: W załączniku, z podsumowaniem narastająco. W razie pytań leasingodawcy proszę podać nasz numer.
        C: Mam, dziękuję!

        # Darowizna na szkołę
        C: Przekazaliśmy {amount} na festyn w szkole. Da się to odliczyć?
        O: Jeśli szkoła ma status organizacji pożytku publicznego albo działa przy niej taka fundacja – tak, do limitu.
        Proszę o potwierdzenie przelewu i dane obdarowanego.
        """
    )
}
