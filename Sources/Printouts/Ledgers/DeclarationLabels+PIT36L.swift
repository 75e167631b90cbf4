/// The fields of PIT-36L (21), as the ministry's schema 1-0E of 2025 describes them. The consent in `P_175` is about the
/// amount in `P_173`; the schema names another field by mistake.
extension DeclarationLabels {
    static let pit36L = """
        P_7 Rodzaj korekty. Wartość: 1 - korekta zeznania, o której mowa w art. 81 Ordynacji podatkowej, 2 - korekta \
        zeznania, o której mowa w art. 81b § 1a Ordynacji podatkowej
        P_11 Podatnik korzystał w jednym z pięciu lat poprzedzających rok wykazany w poz. 4 ze zwolnienia na podstawie \
        art. 44 ust. 7a ustawy i w roku podatkowym wykazanym w poz. 4 dokonuje doliczenia na podstawie art. 44 ust. 7f \
        ustawy
        P_21 Rok, w którym podatnik korzystał ze zwolnienia na podstawie art. 44 ust. 7a ustawy
        P_12 Podatnik występuje o zwrot niewykorzystanego odliczenia na podstawie art. 26ea ustawy
        P_13 Podatnik wybrał metodę ustalania daty powstawania przychodów na podstawie art. 14 ust. 1j ustawy
        P_14 Podatnik wybrał metodę ustalania różnic kursowych, o której mowa w art. 14b ust. 2 ustawy
        P_15 Podatnik rezygnuje ze stosowania metody ustalania różnic kursowych, o której mowa w art. 14b ust. 2 ustawy
        P_16 Podatnik wybrał prowadzenie ksiąg rachunkowych na podstawie art. 24a ust. 5 ustawy
        P_17 Podatnik wybrał kwartalny sposób wpłacania zaliczek na podstawie art. 44 ust. 3h ustawy
        P_18 Podatnik wybrał wpłacanie zaliczek w formie uproszczonej na podstawie art. 44 ust. 6b ustawy
        P_19 Podatnik złożył sprawozdanie o realizacji uprzedniego porozumienia cenowego APA-P
        P_20 Podatnik korzystał, w roku podatkowym wykazanym w poz. 4, ze zwolnienia na podstawie art. 21 ust. 1 pkt \
        63b ustawy
        # D. Przychody zwolnione od podatku na podstawie art. 21 ust. 1 pkt 152 - 154 ustawy
        P_22 Ulga na powrót, o której mowa w art. 21 ust. 1 pkt 152 ustawy. Wartość: 1 - korzystam z ulgi
        P_23 Ulga na powrót - przychody objęte zwolnieniem
        P_24 Ulga dla rodzin 4+, o której mowa w art. 21 ust. 1 pkt 153 ustawy. Wartość: 1 - korzystam z ulgi
        P_25 Ulga dla rodzin 4+ - przychody objęte zwolnieniem
        P_26 Ulga dla pracujących seniorów, o której mowa w art. 21 ust. 1 pkt 154 ustawy. Wartość: 1 - korzystam z ulgi
        P_27 Ulga dla pracujących seniorów - przychody objęte zwolnieniem
        # 1. Pozarolnicza działalność gospodarcza
        P_28 Przychód
        P_29 Koszty uzyskania przychodów
        P_30 Dochód
        P_31 Strata
        P_32 Należna zaliczka
        # 2. Działy specjalne produkcji rolnej
        P_33 Przychód
        P_34 Koszty uzyskania przychodów
        P_35 Dochód
        P_36 Strata
        P_37 Należna zaliczka
        # F. Odliczenia od dochodu
        P_38 Straty z lat ubiegłych (wymienić źródła)
        P_39 Straty z lat ubiegłych
        P_40 Składki na ubezpieczenia społeczne
        P_41 Składki na ubezpieczenie zdrowotne, o których mowa w art. 30c ust. 2 pkt 2 ustawy
        P_42 Odliczenia - wykazane w części B załącznika PIT/O
        P_43 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych na działalność badawczo-rozwojową, na \
        podstawie art. 26e ustawy
        P_44 Odliczenie z tytułu kosztów produkcji próbnej nowego produktu i wprowadzenia na rynek nowego produktu, na \
        podstawie art. 26ga ustawy
        P_45 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych w celu zwiększenia przychodów ze sprzedaży \
        produktów, na podstawie art. 26gb ustawy
        P_46 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych na działalność sportową, kulturalną oraz \
        wspierającą szkolnictwo wyższe i naukę, na podstawie art. 26ha ustawy
        P_47 Odliczenie z tytułu wydatków na nabycie terminala płatniczego oraz wydatków związanych z obsługą \
        transakcji płatniczych przy użyciu terminala płatniczego, na podstawie art. 26hd ustawy
        P_48 Odliczenie z tytułu zatrudnienia żołnierzy terytorialnej służby wojskowej lub żołnierzy aktywnej rezerwy, \
        na podstawie art. 26he ustawy
        P_49 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych na robotyzację, na podstawie art. 52jb ustawy
        P_50 Dochód po odliczeniach
        # G.1. Zwiększenia podstawy obliczenia podatku / zmniejszenia straty
        P_51 Utrata prawa do odliczeń z tytułu ulg inwestycyjnych
        P_52 Zwiększenie podstawy obliczenia podatku
        P_53 Zmniejszenia straty z pozarolniczej działalności gospodarczej
        P_54 Zmniejszenia straty z działów specjalnych produkcji rolnej
        P_55 Strata z pozarolniczej działalności gospodarczej po zmniejszeniach
        P_56 Strata z działów specjalnych produkcji rolnej po zmniejszeniach
        # G.2. Zwiększenia / zmniejszenia straty o wartość wierzytelności i zobowiązań wynikających z transakcji \
        handlowych zawartych w ramach działalności gospodarczej
        P_57 Zwiększenia straty na podstawie art. 26i ust. 2 pkt 1 oraz ust. 8 ustawy
        P_58 Strata po zwiększeniach
        P_59 Zmniejszenia straty na podstawie art. 26i ust. 2 pkt 2 oraz ust. 7 ustawy
        P_60 Strata po zmniejszeniach - do odliczenia w kolejnych latach
        P_61 Doliczenie do podstawy obliczenia podatku
        # G.3. Zwiększenia / zmniejszenia straty o wartość wierzytelności i zobowiązań wynikających z transakcji \
        handlowych zawartych w ramach działów specjalnych produkcji rolnej
        P_62 Zwiększenia straty na podstawie art. 26i ust. 2 pkt 1 oraz ust. 8 ustawy
        P_63 Strata po zwiększeniach
        P_64 Zmniejszenia straty na podstawie art. 26i ust. 2 pkt 2 oraz ust. 7 ustawy
        P_65 Strata po zmniejszeniach - do odliczenia w kolejnych latach
        P_66 Doliczenie do podstawy obliczenia podatku
        # G.4. Podstawa obliczenia podatku po uwzględnieniu kwot z części G.1., G.2 i G.3
        P_67 Podstawa obliczenia podatku
        # G.5. Zwiększenia i zmniejszenia podstawy obliczenia podatku o wartość wierzytelności i zobowiązań \
        wynikających z transakcji handlowych
        P_68 Wartość zobowiązań i wierzytelności zwiększających podstawę obliczenia podatku, o których mowa w art. 26i \
        ust. 1 pkt 2 i ust. 7 ustawy
        P_69 Wartość wierzytelności i zobowiązań zmniejszających podstawę obliczenia podatku, o których mowa w art. \
        26i ust. 1 pkt 1 i ust. 8 ustawy
        # G.5.3. Podstawa obliczenia podatku po uwzględnieniu kwot z części G.5.1. i G.5.2
        P_70 Podstawa obliczenia podatku po zwiększeniach i zmniejszeniach
        P_71 Wartość nieodliczonych w poprzednich latach wierzytelności i zobowiązań zmniejszających podstawę \
        obliczenia podatku
        P_72 Podstawa obliczenia podatku po odliczeniu
        # H. Obliczenie podatku
        P_73 Podstawa obliczenia podatku (po zaokrągleniu do pełnych złotych)
        P_74 Obliczony podatek - zgodnie z art. 30c ust. 1 ustawy według stawki 19%
        P_75 Doliczenia do podatku - tytuł
        P_76 Doliczenia do podatku
        P_77 Podatek zapłacony za granicą - zgodnie z art. 30c ust. 4 i 5 ustawy (przeliczony na złote)
        P_78 Podatek
        # I. Odliczenia od podatku
        P_79 Odliczenia od podatku - wykazane w części C załącznika PIT/O
        # J. Obliczenie zobowiązania podatkowego
        P_80 Podatek po odliczeniach
        P_81 Podatek należny (po zaokrągleniu do pełnych złotych)
        P_82 Suma należnych zaliczek za rok podatkowy
        P_83 Różnica między podatkiem należnym a sumą należnych zaliczek za rok podatkowy
        P_84 Różnica między sumą należnych zaliczek za rok podatkowy a podatkiem należnym
        # K. Zaliczki, o których mowa w art. 44 ust. 1 pkt 1 ustawy, oraz podatek, o którym mowa w art. 30g ustawy
        P_85…P_90 Należna zaliczka za miesiąc {quarter I}
        P_91…P_96 Należny podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter I}
        P_97…P_102 Zapłacony podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter I}
        P_103…P_108 Zapłacona zaliczka za miesiąc {quarter I}
        P_109…P_114 Należna zaliczka za miesiąc {quarter VII}
        P_115 Razem należna zaliczka
        P_116…P_121 Należny podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter VII}
        P_122 Razem należny podatek, o którym mowa w art. 30g ustawy
        P_123…P_128 Zapłacony podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter VII}
        P_129 Razem zapłacony podatek, o którym mowa w art. 30g ustawy
        P_130…P_135 Zapłacona zaliczka za miesiąc {quarter VII}
        P_136 Razem zapłacona zaliczka
        # L. Podatek do zapłaty / nadpłata
        P_137 Suma wpłat dokonanych przez podatnika
        P_138 Różnica między należnym podatkiem, o którym mowa w art. 30g ustawy, a podatkiem należnym
        P_139 Zryczałtowany podatek dochodowy, o którym mowa w art. 29, art. 30 i art. 30a ustawy, jeżeli podatek ten \
        nie został pobrany przez płatnika, z wyjątkiem podatku wykazanego w poz. 140, 141 i w części M (po \
        zaokrągleniu do pełnych złotych)
        P_140 Zryczałtowany podatek obliczony od przychodów (dochodów), o których mowa w art. 30a ust. 1 pkt 1-5 \
        ustawy, uzyskanych poza granicami Rzeczypospolitej Polskiej
        P_141 Podatek zapłacony za granicą, o którym mowa w art. 30a ust. 9 ustawy (przeliczony na złote)
        P_142 Różnica między zryczałtowanym podatkiem a podatkiem zapłaconym za granicą (po zaokrągleniu do pełnych \
        złotych)
        P_143 Podatek wykazany w załączniku PIT/IP
        P_144 Podatek należny od dochodu wynikającego z uchylonej decyzji o wsparciu, jeżeli utrata prawa do \
        zwolnienia nastąpiła w grudniu roku podatkowego oraz niezapłacony podatek należny od dochodu wynikającego z \
        uchylonej decyzji o wsparciu, jeżeli utrata prawa do zwolnienia nastąpiła w innym miesiącu roku podatkowego, \
        na podstawie art. 21 ust. 5c ustawy
        P_145 PODATEK DO ZAPŁATY
        P_146 NADPŁATA
        # M. Zryczałtowany podatek dochodowy, o którym mowa w art. 44 ust. 1b ustawy
        P_147…P_158 Podatek - miesiąc {month I}
        # N. Odsetki naliczone zgodnie z art. 22e ust. 1 pkt 4 i ust. 2 ustawy
        P_159…P_170 Odsetki - miesiąc {month I}
        #
        P_171 Dochody (przychody) wykazywane na podstawie art. 45 ust. 3c ustawy
        # P. Wniosek o przekazanie 1,5% podatku należnego na rzecz Organizacji Pożytku Publicznego (OPP)
        P_172 Numer KRS
        P_173 Wnioskowana kwota
        P_174 Cel szczegółowy 1,5%
        P_175 Wyrażam zgodę na przekazanie OPP swojego imienia, nazwiska i adresu wraz z informacją o kwocie z poz. 173
        # Q. Dane kontaktowe
        P_176 Telefon
        P_177 E-mail
        # R. Informacje o załącznikach
        P_178 Liczba załączników PIT/B
        P_179 Liczba załączników PIT/IP
        P_180 Liczba załączników PIT/ZG
        P_181 Liczba załączników PIT/BR
        P_182 Liczba załączników PIT/DS
        P_183 Liczba załączników PIT/Z
        P_184 Liczba załączników PIT/PM
        P_185 Liczba załączników PIT/O
        P_186 Liczba załączników PIT/NZI
        P_187 Liczba załączników PIT/MIT
        P_188 Liczba załączników PIT/SE
        P_189 Liczba załączników PIT/WOT
        # S. Rachunek osobisty do zwrotu nadpłaty
        P_190A Kraj siedziby banku (oddziału)
        P_191 Waluta, w której prowadzony jest rachunek
        P_192_1 Pełny numer rachunku - numer IBAN
        P_192_2 Kod SWIFT
        # T. Karta Dużej Rodziny (KDR)
        P_193 Podatnik posiada ważną KDR: 1 - tak
        """
}
