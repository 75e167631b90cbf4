/// The fields of PIT-11 (29), as the ministry's schema 4-0E of 2024 describes them.
extension DeclarationLabels {
    static let pit11 = """
        P_5 Nr informacji
        P_11 Rodzaj obowiązku podatkowego podatnika: 1 - nieograniczony obowiązek podatkowy (rezydent), 2 - \
        ograniczony obowiązek podatkowy (nierezydent)
        # 1. Należności ze stosunku: pracy, służbowego, spółdzielczego i z pracy nakładczej, wypłacone przez zakład \
        pracy oraz płatników, o których mowa w art. 42e ust. 1 ustawy, z wyjątkiem należności wykazanych w wierszu 2 \
        albo 3
        P_28 Informacja o kosztach uzyskania przychodu. Koszty uzyskania przychodów, wykazane w poz. 30, zostały \
        uwzględnione do wysokości przysługującej podatnikowi: 1 - z jednego stosunku pracy (stosunków pokrewnych), 2 - \
        z więcej niż jednego stosunku pracy (stosunków pokrewnych), 3 - z jednego stosunku pracy (stosunków \
        pokrewnych), podwyższone w związku z zamieszkiwaniem podatnika poza miejscowością, w której znajduje się \
        zakład pracy, 4 - z więcej niż jednego stosunku pracy (stosunków pokrewnych), podwyższone w związku z \
        zamieszkiwaniem podatnika poza miejscowością, w której znajduje się zakład pracy
        P_29 Przychód
        P_30 Koszty uzyskania przychodów
        P_31 Dochód
        P_32 Dochód zwolniony od podatku
        P_33 Zaliczka pobrana przez płatnika
        P_34 Przychody, do których zastosowano odliczenie kosztów uzyskania przychodów na podstawie art. 22 ust. 9 pkt \
        3 ustawy
        P_35 Koszty uzyskania przychodów na podstawie art. 22 ust. 9 pkt 3
        # 2. Należności z tytułów wymienionych w wierszu 1, otrzymane przez podatników do ukończenia 26. roku życia
        P_36 Przychód
        P_37 Koszty uzyskania przychodów
        P_38 Dochód
        P_39 Dochód zwolniony od podatku
        P_40 Zaliczka pobrana przez płatnika
        P_41 Przychody, do których zastosowano odliczenie kosztów uzyskania przychodów na podstawie art. 22 ust. 9 pkt \
        3 ustawy
        P_42 Koszty uzyskania przychodów na podstawie art. 22 ust. 9 pkt 3
        # 3. Należności z tytułów wymienionych w wierszu 1, otrzymane przez podatników, od ukończenia wieku emerytalnego
        P_43 Przychód
        P_44 Koszty uzyskania przychodów
        P_45 Dochód
        P_46 Dochód zwolniony od podatku
        P_47 Zaliczka pobrana przez płatnika
        P_48 Przychody, do których zastosowano odliczenie kosztów uzyskania przychodów na podstawie art. 22 ust. 9 pkt \
        3 ustawy
        P_49 Koszty uzyskania przychodów na podstawie art. 22 ust. 9 pkt 3
        # 4. Emerytury - renty zagraniczne
        P_50 Przychód
        P_51 Dochód
        P_52 Dochód zwolniony od podatku
        P_53 Zaliczka pobrana przez płatnika
        # 5. Działalność wykonywana osobiście, o której mowa w art. 13 pkt 2, 4-9 ustawy, w tym z umowy o dzieło oraz \
        czynności związane z pełnieniem obowiązków społecznych lub obywatelskich, z wyjątkiem należności wykazanych w \
        wierszach 6 i 7 albo 8
        P_54 Przychód
        P_55 Koszty uzyskania przychodów
        P_56 Dochód
        P_57 Zaliczka pobrana przez płatnika
        # 6. Należności z tytułu umowy zlecenia, o której mowa w art. 13 pkt 8 ustawy, z wyjątkiem należności \
        wykazanych w wierszu 7 albo 8
        P_58 Przychód
        P_59 Koszty uzyskania przychodów
        P_60 Dochód
        P_61 Zaliczka pobrana przez płatnika
        # 7. Należności z tytułu wymienionego w wierszu 6, otrzymane przez podatników do ukończenia 26. roku życia
        P_62 Przychód
        P_63 Koszty uzyskania przychodów
        P_64 Dochód
        P_65 Zaliczka pobrana przez płatnika
        # 8. Należności z tytułu wymienionego w wierszu 6, otrzymane przez podatników, którzy mimo nabycia \
        uprawnienia, nie pobierają emerytury lub renty rodzinnej
        P_66 Przychód
        P_67 Koszty uzyskania przychodów
        P_68 Dochód
        P_69 Zaliczka pobrana przez płatnika
        # 9. Prawa autorskie i inne prawa, o których mowa w art. 18 ustawy
        P_70 Przychód
        P_71 Dochód
        P_72 Zaliczka pobrana przez płatnika
        P_73 Przychody, do których zastosowano koszty uzyskania przychodów na podstawie art. 22 ust. 9 pkt 1-3 ustawy
        P_74 Koszty uzyskania przychodów na podstawie art. 22 ust. 9 pkt 1-3 ustawy
        # 10. Należności z tytułu praktyk absolwenckich lub staży uczniowskich, z wyjątkiem należności wykazanych w \
        wierszu 11
        P_75 Przychód
        P_76 Dochód
        P_77 Zaliczka pobrana przez płatnika
        # 11. Należności z tytułu wymienionego w wierszu 10, otrzymane przez podatników do ukończenia 26. roku życia
        P_78 Przychód
        P_79 Dochód
        P_80 Zaliczka pobrana przez płatnika
        # 12. Zasiłki macierzyńskie, z wyjątkiem zasiłków wykazanych w wierszu 13 albo 14
        P_81 Przychód
        P_82 Dochód
        P_83 Zaliczka pobrana przez płatnika
        # 13. Zasiłki macierzyńskie otrzymane przez podatników do ukończenia 26. roku życia
        P_84 Przychód
        P_85 Dochód
        P_86 Zaliczka pobrana przez płatnika
        # 14. Zasiłki macierzyńskie otrzymane przez podatników od ukończenia wieku emerytalnego
        P_87 Przychód
        P_88 Dochód
        P_89 Zaliczka pobrana przez płatnika
        # 15. Inne źródła
        P_90 Przychód
        P_91 Koszty uzyskania przychodów
        P_92 Dochód
        P_93 Dochód zwolniony od podatku
        P_94 Zaliczka pobrana przez płatnika
        #
        P_95 Składki na ubezpieczenia społeczne, o których mowa w przepisach ustawy, podlegające odliczeniu od \
        dochodu, w tym zagraniczne, o których mowa w art. 26 ust. 1 pkt 2a ustawy, z wyjątkiem wykazanych w poz. 96
        P_96 Składki na ubezpieczenia społeczne, o których mowa w przepisach ustawy, w tym zagraniczne, o których mowa \
        w art. 26 ust. 1 pkt 2a ustawy, których podstawę wymiaru stanowi przychód wymieniony w wierszach 2, 3, 7, 8 i \
        11 części E
        P_97 Składki na ubezpieczenia społeczne, o których mowa w przepisach ustawy, których podstawę wymiaru stanowi \
        przychód zwolniony na podstawie art. 21 ust. 1 pkt 148 oraz 152-154 ustawy, wykazane odpowiednio w poz. 110, \
        111, 112, 115 i 116
        # Informacja o wysokości przychodów, o których mowa w art. 20 ust. 1 ustawy
        P_98 Wynagrodzenie z tytułu umowy o pomocy przy zbiorach - przychód
        P_99 Rodzaj przychodu (wymienić)
        P_100 Przychód
        P_101 Rodzaj przychodu (wymienić)
        P_102 Przychód
        P_103 Rodzaj przychodu (wymienić)
        P_104 Przychód
        P_105 Razem. Suma kwot - przychód
        # Informacja o przychodach zwolnionych od podatku, załączniku oraz o pobranych przez płatnika składkach: na \
        ubezpieczenie zdrowotne oraz członkowskich na rzecz związków zawodowych
        P_106 Przychody z tytułu stypendium, o którym mowa w art. 21 ust. 1 pkt 40b ustawy
        P_107 Przychody otrzymywane z zagranicy, o których mowa w art. 21 ust. 1 pkt 74 ustawy, między innymi renty \
        inwalidzkie z tytułu inwalidztwa wojennego
        P_108 Przychody pochodzące ze środków bezzwrotnej pomocy zagranicznej, o których mowa w art. 21 ust. 1 pkt 46 \
        ustawy
        P_109 Przychody ze stosunku pracy i stosunków pokrewnych, z umów zlecenia, praktyk absolwenckich lub staży \
        uczniowskich oraz z zasiłków macierzyńskich, o których mowa w art. 21 ust. 1 pkt 148 ustawy
        P_110 w tym przychody ze stosunku pracy i stosunków pokrewnych
        P_111 w tym przychody z umów zlecenia
        P_112 w tym przychody z tytułu praktyk absolwenckich lub staży uczniowskich
        P_113 w tym przychody z zasiłków macierzyńskich
        P_114 Przychody ze stosunku pracy i stosunków pokrewnych, z umów zlecenia oraz z zasiłków macierzyńskich, o \
        których mowa w art. 21 ust. 1 pkt 152-154 ustawy
        P_115 w tym przychody ze stosunku pracy i stosunków pokrewnych
        P_116 w tym przychody z umów zlecenia
        P_117 w tym przychody z zasiłków macierzyńskich
        P_118 Rodzaj (podstawa prawna) przychodu zwolnionego od podatku, wykazanego w poz. 114: 1 - art. 21 ust. 1 pkt \
        152 ustawy
        P_119 Rodzaj (podstawa prawna) przychodu zwolnionego od podatku, wykazanego w poz. 114: 1 - art. 21 ust. 1 pkt \
        153 ustawy
        P_120 Rodzaj (podstawa prawna) przychodu zwolnionego od podatku, wykazanego w poz. 114: 1 - art. 21 ust. 1 pkt \
        154 ustawy
        P_121 Do niniejszej informacji dołączono informację PIT-R: 1 - tak, 2 - nie
        P_122 Składki na ubezpieczenie zdrowotne pobrane przez płatnika do wysokości 9% podstawy jej wymiaru
        P_123 Składki członkowskie na rzecz związków zawodowych pobrane przez płatnika, podlegające odliczeniu od \
        dochodu, o których mowa w art. 26 ust. 1 pkt 2c ustawy
        """
}
