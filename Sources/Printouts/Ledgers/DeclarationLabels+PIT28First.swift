/// The first half of the fields of PIT-28 (27), as the ministry's schema 1-1E of 2025 describes them: up to the
/// remainder after deductions. Where the schema gives two adjacent fields the same label, the one that its formulas
/// compute from rent says so.
extension DeclarationLabels {
    static let pit28FirstHalf = """
        P_7 Rodzaj korekty. Wartość: 1 - korekta zeznania, o której mowa w art. 81 Ordynacji podatkowej, 2 - korekta \
        zeznania, o której mowa w art. 81b § 1a Ordynacji podatkowej
        # C. Przychody z pozarolniczej działalności gospodarczej zwolnione od podatku na podstawie art. 21 ust. 1 pkt \
        152, 153 i 154 ustawy o podatku dochodowym
        P_20 Ulga na powrót, o której mowa w art. 21 ust. 1 pkt 152 ustawy o podatku dochodowym. Korzystam z ulgi: 1 - \
        tak
        P_21 Ulga na powrót - przychody objęte zwolnieniem
        P_22 Ulga dla rodzin 4+, o której mowa w art. 21 ust. 1 pkt 153 ustawy o podatku dochodowym. Korzystam z ulgi: \
        1 - tak
        P_23 Ulga dla rodzin 4+ - przychody objęte zwolnieniem
        P_24 Ulga dla pracujących seniorów, o której mowa w art. 21 ust. 1 pkt 154 ustawy o podatku dochodowym. \
        Korzystam z ulgi: 1 - tak
        P_25 Ulga dla pracujących seniorów - przychody objęte zwolnieniem
        # 1. Przychody z działalności prowadzonej na własne nazwisko
        P_26…P_34 według stawki {rate 3%}
        P_35 Ogółem przychody
        # 2. Przychody z działalności prowadzonej w formie spółki(ek)
        P_36…P_44 według stawki {rate 3%}
        P_45 Ogółem przychody
        # 3. Z najmu, podnajmu, dzierżawy, poddzierżawy lub innych umów o podobnym charakterze (tzw. najem prywatny)
        P_46 według stawki 8,5%
        P_47 według stawki 12,5%
        P_48 Ogółem przychody
        # 4. Przychody ze sprzedaży przetworzonych produktów roślinnych i zwierzęcych
        P_49 według stawki 2%
        P_50 Ogółem przychody
        # 5. RAZEM
        P_51…P_62 według stawki {rateWithRent 2%}
        P_63 Ogółem przychody
        # 6. Przychody określone przez organ podatkowy na podstawie art. 17 ustawy
        P_64…P_73 według stawki {rate 2%}
        P_74 Ogółem przychody
        # 7. Udział procentowy kwot z poz. od 51 do 62 w sumie kwot z poz. 63 i 74
        P_75…P_86 według stawki {rateWithRent 2%}
        # 8. Udział procentowy kwot z poz. od 64 do 73 w sumie kwot z poz. 63 i 74
        P_87…P_96 według stawki {rate 2%}
        # E.1. Odliczenia od przychodów na podstawie art. 11 ust. 1 ustawy
        P_97 Straty z lat ubiegłych
        P_98 Składki na ubezpieczenia społeczne
        P_99 Odliczenia - wykazane w części B załącznika PIT/O
        P_100 Przychód po odliczeniach
        # E.2. Odliczenia od przychodów wydatków mieszkaniowych
        P_101 Ulga odsetkowa - wykazana w części B.1. załącznika PIT/D
        P_102 Przychód po odliczeniu odsetek
        P_103 Odliczenia mieszkaniowe - wykazane w części B.3. załącznika PIT/D
        #
        P_104 Odliczenia z części E.1. i E.2.
        # E.4. Odliczenia na podstawie art. 11 ust. 1a i 3a ustawy
        P_105 Składki na ubezpieczenie zdrowotne, o których mowa w art. 11 ust. 1a ustawy
        P_106 Wydatki na nabycie terminala płatniczego oraz wydatki związane z obsługą transakcji płatniczych przy \
        użyciu terminala płatniczego, o których mowa w art. 11 ust. 3a ustawy
        #
        P_107 Odliczenia z części E.4.
        # F.1. Obliczenie przysługujących odliczeń z poz. 104
        P_108…P_119 Wydatki podlegające odliczeniu od przychodów objętych ryczałtem według stawki {rateWithRent 2%}
        P_120 Wydatki podlegające odliczeniu od przychodów określonych przez organ podatkowy na podstawie art. 17 ustawy
        # F.2. Obliczenie przysługujących odliczeń z poz. 107
        P_121…P_129 Wydatki podlegające odliczeniu od przychodów objętych ryczałtem według stawki {rate 3%}
        P_130 Wydatki podlegające odliczeniu od przychodów określonych przez organ podatkowy na podstawie art. 17 ustawy
        # G. Przychody po odliczeniach
        P_131…P_142 Przychody po odliczeniach objęte ryczałtem według stawki {rateWithRent 2%}
        P_143 Przychody określone przez organ podatkowy na podstawie art. 17 ustawy - po odliczeniach
        P_144 Łączne przychody po odliczeniach
        """
}
