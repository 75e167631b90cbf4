extension DemoQuestions {
    static let invoices = DemoThread.parse(
        """
        # Faktura od {supplier} bez NIP
        C+invoice: Dzień dobry, przyszła faktura od {supplier} na {amount}, ale bez naszego NIP-u.
        Czy możemy ją ująć?
        O+note: Dzień dobry, VAT odliczymy dopiero wtedy, gdy na dokumencie będzie NIP nabywcy. Proszę poprosić o korektę
        albo wystawić notę korygującą – wzór w załączniku.
        C: Napisaliśmy do nich, obiecali korektę do końca tygodnia.
        O: Świetnie. Proszę ją tu dosłać, ujmiemy ją w miesiącu otrzymania.

        # Paragon z NIP czy faktura?
        C: Na stacji dostaliśmy paragon z NIP-em zamiast faktury. Czy to wystarczy?
        O: Tak, paragon z NIP-em do 450 zł brutto jest fakturą uproszczoną. Proszę wystawcy nie prosić o drugą fakturę.

        # Korekta za {month}
        C: Klient zwrócił część towaru z {ofMonth}. Wystawiamy korektę teraz, czy z datą tamtego miesiąca?
        O: Z bieżącą datą. Sprzedaż zmniejszymy w miesiącu, w którym uzgodnili Państwo zwrot. Proszę dołączyć mail od klienta.
        C: Mail mamy, prześlemy razem z korektą. Dziękuję!

        # Faktura zaliczkowa
        C: Klient wpłacił zaliczkę {amount}. Towar wydamy dopiero za dwa miesiące. Co wystawić?
        O: Fakturę zaliczkową, najpóźniej 15. dnia następnego miesiąca. Przy wydaniu towaru wystawią Państwo końcową,
        pomniejszoną o zaliczkę.
        C: Czy VAT płacimy już od zaliczki?
        O: Tak, od zaliczki powstaje obowiązek w VAT. W podatku dochodowym dopiero przy dostawie.

        # Zgubiona faktura od {supplier}
        C: Nie możemy znaleźć faktury od {supplier} z {ofMonth}. Przelew na {amount} wyszedł, dokumentu brak.
        O: Proszę poprosić o duplikat. Koszt ujmiemy od razu, VAT w miesiącu otrzymania duplikatu.

        # Faktura w euro
        C+invoice: Pierwszy raz mamy fakturę w euro od dostawcy z Niemiec. Jaki kurs bierzemy?
        O: Średni NBP z ostatniego dnia roboczego przed datą faktury. Przeliczymy to u siebie, ale potrzebujemy jeszcze
        potwierdzenia przelewu.
        C: Potwierdzenie dojdzie jutro, bank księguje z opóźnieniem.
        O: W porządku, czekamy.

        # Split payment – kiedy obowiązkowy?
        C: Odbiorca żąda dopisku „mechanizm podzielonej płatności”. Faktura jest na {amount}. Czy musimy?
        O: Obowiązek jest dopiero od 15 000 zł brutto i dla towarów z załącznika nr 15. Poniżej tej kwoty dopisek jest
        dobrowolny, ale nie szkodzi.

        # Wystawiliśmy fakturę na zły NIP
        C: W fakturze dla stałego odbiorcy jest pomyłka w jednej cyfrze NIP-u. Anulować i wystawić nową?
        O: Nie, jeśli trafiła już do odbiorcy. Proszę wystawić korektę z prawidłowym NIP-em, kwoty bez zmian.
        C+invoice: Korekta wystawiona, w załączeniu. Dziękuję za szybką odpowiedź.

        # Zestawienie zakupów za {month}
        C: Czy mogę prosić o listę faktur kosztowych, które już Państwo macie za {month}? Chcę sprawdzić, czego brakuje.
        O+summary: W załączniku zestawienie na dziś. Kolumna z datą to dzień wystawienia.
        C: Brakuje jednej od {supplier}, zaraz ją podeślę.
        O: Dziękuję, dopiszemy.

        # Sprzedaż na Allegro
        C: Zaczynamy sprzedawać w internecie. Czy do każdej paczki musi być paragon?
        O: Przy przelewie za pośrednictwem serwisu można skorzystać ze zwolnienia z kasy, jeśli z wpłaty wynika, czego
        dotyczy. Trzeba jednak prowadzić zestawienie wysyłek. Przygotujemy dla Państwa wzór.
        C: Poproszę, startujemy od przyszłego miesiąca.
        O: Wzór wyślemy do piątku. Proszę też dać znać, czy będzie sprzedaż za granicę.
        C: Na razie tylko Polska.
        """
    )
}
