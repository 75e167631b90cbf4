extension DemoQuestions {
    static let everyday = DemoThread.parse(
        """
        # Samochód w firmie
        C: Chcemy kupić używane auto do firmy. Faktura VAT-marża czy zwykła?
        O: Przy marży nie ma VAT-u do odliczenia, za to cena bywa niższa. Proszę przysłać oba ogłoszenia, policzymy.
        C: Zdecydowaliśmy się na zwykłą fakturę, {amount} zaliczki.
        O: Dobrze. Do odliczenia 50 % VAT, a przy wyłącznie firmowym użyciu 100 %, ale wtedy z ewidencją przebiegu.

        # Leasing – nowa umowa
        C+contract: Podpisaliśmy umowę z {supplier}. Czy czegoś od nas potrzebujecie?
        O: Tylko harmonogramu rat i protokołu odbioru. Umowę już mamy, dziękujemy.
        C: Harmonogram doślę, gdy przyjdzie z banku.
        O: W porządku.

        # Wyciąg bankowy za {month}
        C+statement: W załączniku wyciąg za {month}.
        O: Dziękujemy, kompletny.

        # Zmiana konta bankowego
        C: Zmieniamy bank. Gdzie trzeba to zgłosić?
        O: Zgłosimy nowe konto do CEIDG albo urzędu i sprawdzimy, czy jest na białej liście. Prosimy o numer i datę,
        od której działa. Ze względów bezpieczeństwa zadzwonimy go potwierdzić.
        C: Numer przekażę przez telefon. Konto działa od pierwszego.
        O: Potwierdzone telefonicznie, zgłoszenie wysłane.

        # Nowa kasa fiskalna
        C: Stara kasa padła po dziewięciu latach. Czy na nową jest ulga?
        O: Tylko przy pierwszej w życiu kasie, więc niestety nie. Koszt rozliczymy jednorazowo. Proszę pamiętać o raporcie
        rozliczeniowym ze starej.

        # Delegacja do Berlina
        C: Jadę na targi do Berlina na trzy dni. Jak rozliczyć diety?
        O: Dieta zagraniczna za każdą dobę, noclegi z faktur. Po powrocie wystarczy wypełnić polecenie wyjazdu.
        C: A parking i bilety?
        O: Też, na podstawie rachunków. Wszystko może być po niemiecku.

        # Zawieszenie działalności
        C: Zastanawiam się nad zawieszeniem na dwa miesiące zimą. Warto?
        O: W tym czasie nie ma składek społecznych, ale nie wolno wystawiać faktur za nowe usługi. Koszty stałe można
        ujmować. Najkrócej 30 dni.
        C: To jednak nie, mam zamówienia. Dziękuję za wyjaśnienie.

        # Dotacja z urzędu pracy
        C: Dostaliśmy refundację stanowiska pracy. To przychód?
        O: Nie, jest zwolniona, ale kosztów sfinansowanych z niej też nie ujmujemy. Prosimy o kopię umowy.
        C+contract: Umowa w załączniku.
        O: Mamy, dziękuję.

        # Internet i telefon w kosztach
        C+invoice: Faktura za telefon jest na mnie prywatnie, ale używam go głównie w pracy. Co z nią zrobić?
        O: Najlepiej przepisać umowę na firmę. Do tego czasu ujmiemy część, prosimy o krótkie oświadczenie.

        # Remont lokalu
        C: Planujemy remont za około {amount}. Jednorazowo w koszty czy amortyzacja?
        O: Odtworzenie stanu to remont, idzie od razu w koszty. Jeśli lokal zyska coś nowego, to ulepszenie
        i powyżej 10 000 zł się amortyzuje. Proszę o kosztorys.
        C: Kosztorys będzie w przyszłym tygodniu.

        # KSeF – czy nas dotyczy?
        C: Wszyscy mówią o KSeF. Czy przy naszej skali też musimy?
        O: Tak, termin zależy od wielkości sprzedaży. Nadamy Państwu uprawnienia i przejdziemy przez pierwsze faktury razem.
        C: To proszę mnie zapisać na termin po południu.
        O: Zapisane, wyślemy zaproszenie.

        # Dostęp dla drugiej osoby
        C: Czy do portalu może zaglądać jeszcze jedna osoba? Od marca zajmuje się u nas papierami.
        O: Oczywiście. Proszę o jej adres e-mail i telefon, wyślemy osobne zaproszenie. Każdy ma własne hasło.
        """
    )
}
