/// The first half of the fields of CIT-8 (33), as the ministry's schema describes them.
extension DeclarationLabels {
    static let citFirstHalf = """
        P_8 Rodzaj korekty. Wartość: 1 - korekta zeznania, o której mowa w art. 81 Ordynacji podatkowej, 2 - korekta \
        zeznania, o której mowa w art. 81b § 1a Ordynacji podatkowej
        P_19 Podatnik wybrał metodę ustalania daty powstawania przychodów na podstawie art. 12 ust. 3g ustawy. Wybór: \
        1 - tak
        P_20 Podatnik uwzględnia odsetki w kosztach uzyskania przychodów zgodnie z art. 15c ustawy, w brzmieniu \
        obowiązującym do dnia 31 grudnia 2017 r., w roku podatkowym wskazanym w poz. 4 i 5. Wybór: 1 - tak
        P_21 Odsetki wyłączone z kosztów uzyskania przychodów (wypełnia się w przypadku zaznaczenia poz. 20)
        P_22 Podatnik jest przedsiębiorstwem finansowym, o którym mowa w art. 15c ust. 16 ustawy. Wybór: 1 - tak
        P_23 Koszty finansowania dłużnego wyłączone z kosztów uzyskania przychodów zgodnie z art. 15c ustawy, w roku \
        podatkowym wskazanym w poz. 4 i 5
        P_24 Koszty finansowania dłużnego wyłączone z kosztów uzyskania przychodów zgodnie z art. 16 ust. 1 pkt 13f \
        ustawy
        P_25 Podatnik w roku podatkowym wskazanym w poz. 4 i 5 dokonuje obniżenia dochodu o stratę poniesioną przed \
        utworzeniem podatkowej grupy kapitałowej, na podstawie art. 7 ust. 6a ustawy. Wybór: 1 - tak
        P_26 Podatnik korzysta ze zwolnienia lub utracił prawo do zwolnienia, o którym mowa w art. 25 ust. 11-16 \
        ustawy, w roku podatkowym wskazanym w poz. 4 i 5. Wybór: 1 - tak, 2 - utracił prawo do zwolnienia w związku z \
        art. 25 ust. 14 ustawy, 3 - nie
        P_27 Podatnik występuje o zwrot niewykorzystanego odliczenia na podstawie art. 18da ustawy. Wybór: 1 - tak
        P_28 Podatnik wybrał kwartalny sposób wpłacania zaliczek na podstawie art. 25 ust. 1b ustawy. Wybór: 1 - tak
        P_29 Podatnik wybrał wpłacanie zaliczek w formie uproszczonej na podstawie art. 25 ust. 6-6b ustawy. Wybór: 1 \
        - tak
        P_30 Podatnik wybrał metodę ustalania różnic kursowych na podstawie przepisów o rachunkowości, o której mowa w \
        art. 9b ust. 1 pkt 2 ustawy. Wybór: 1 - tak
        P_31 Podatnik rezygnuje ze stosowania metody ustalania różnic kursowych na podstawie przepisów o \
        rachunkowości, o której mowa w art. 9b ust. 1 pkt 2 ustawy. Wybór: 1 - tak
        P_32 Podmiot powstały w wyniku podziału/połączenia oraz przejmujący całość / część innego podmiotu rezygnuje \
        ze stosowania metody ustalania różnic kursowych na podstawie przepisów o rachunkowości, o której mowa w art. \
        9b ust. 1 pkt 2 ustawy. Wybór: 1 - tak
        P_33 Podatnik przeniósł tymczasowo składniki majątku poza terytorium Rzeczypospolitej Polskiej. Wybór: 1 - \
        tak, 2 - nie
        P_34 Wartość rynkowa składników majątku tymczasowo przeniesionych w roku podatkowym, za który jest składane \
        zeznanie, poza terytorium Rzeczypospolitej Polskiej (poz. 34 wypełniają podatnicy, którzy w poz. 33 wybrali \
        wartość 1)
        P_35 Podatnik uwzględnia w kosztach uzyskania przychodów hipotetyczne odsetki od dopłat do spółki lub zysku \
        przekazanego na kapitał rezerwowy lub zapasowy spółki, obliczone zgodnie z art. 15cb ust. 1 ustawy. Wybór: 1 - \
        tak
        P_36 Łączne koszty hipotetycznych odsetek odliczone w roku podatkowym wskazanym w poz. 4 i 5
        P_37 Informacja o załącznikach CIT/M
        P_38 Informacja o załącznikach CIT/PD
        P_39 Informacja o załącznikach SSE-R
        P_40 Informacja o załącznikach CIT-8/O
        P_41 Informacja o załącznikach CIT/KW
        P_42 Informacja o załącznikach CIT/BR
        P_43 Informacja o załącznikach CIT-D
        P_44 Informacja o załącznikach CIT/MIT
        P_45 Informacja o załącznikach CIT/NZI
        P_46 Informacja o załącznikach CIT/8SP
        P_47 Informacja o załącznikach CIT/8S
        P_48 Informacja o załącznikach CIT/WW
        P_49 Informacja o załącznikach CIT/PM
        P_50 Informacja o załącznikach CIT/IP
        P_51 Informacja o załącznikach CIT/F
        P_52 Przychody ze źródeł przychodów położonych na terytorium RP - przychody z zysków kapitałowych
        P_53 Przychody ze źródeł przychodów położonych na terytorium RP - przychody z innych źródeł przychodów
        P_54 Przychody ze źródeł przychodów położonych poza terytorium RP - przychody z zysków kapitałowych
        P_55 Przychody ze źródeł przychodów położonych poza terytorium RP - przychody z innych źródeł przychodów
        P_56 Przychody ze źródeł przychodów położonych poza terytorium RP - inne niż wymienione odpowiednio w poz. 54 \
        lub 55 - przychody z zysków kapitałowych
        P_57 Przychody ze źródeł przychodów położonych poza terytorium RP - inne niż wymienione odpowiednio w poz. 54 \
        lub 55 - przychody z innych źródeł przychodów
        P_58 Przychody uzyskane w następstwie wniesienia do spółki wkładu niepieniężnego w postaci komercjalizowanej \
        własności intelektualnej, które na podstawie art. 12 ust. 1b pkt 5 ustawy, w zw. z art. 12 ustawy z dnia 4 \
        listopada 2016 r. o zmianie niektórych ustaw określających warunki prowadzenia działalności innowacyjnej (Dz. \
        U. poz. 1933, z późn. zm.), podlegają wykazaniu w roku podatkowym wskazanym w poz. 4 i 5 - przychody z zysków \
        kapitałowych
        P_59 Przychody uzyskane w następstwie wniesienia do spółki wkładu niepieniężnego w postaci komercjalizowanej \
        własności intelektualnej, które na podstawie art. 12 ust. 1b pkt 5 ustawy, w zw. z art. 12 ustawy z dnia 4 \
        listopada 2016 r. o zmianie niektórych ustaw określających warunki prowadzenia działalności innowacyjnej (Dz. \
        U. poz. 1933, z późn. zm.), podlegają wykazaniu w roku podatkowym wskazanym w poz. 4 i 5 - przychody z innych \
        źródeł przychodów
        P_60 Razem przychody z zysków kapitałowych
        P_61 Razem przychody z innych źródeł przychodów
        P_62 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 52 lub 53 - koszty uzyskania przychodów z \
        zysków kapitałowych
        P_63 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 52 lub 53 - koszty uzyskania przychodów z \
        innych źródeł przychodów
        P_64 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 54 lub 55 - koszty uzyskania przychodów z \
        zysków kapitałowych
        P_65 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 54 lub 55 - koszty uzyskania przychodów z \
        innych źródeł przychodów
        P_66 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 56 lub 57 - koszty uzyskania przychodów z \
        zysków kapitałowych
        P_67 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 56 lub 57 - koszty uzyskania przychodów z \
        innych źródeł przychodów
        P_68 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 58 lub 59 - koszty uzyskania przychodów z \
        zysków kapitałowych
        P_69 Koszty uzyskania przychodów wymienionych odpowiednio w poz. 58 lub 59 - koszty uzyskania przychodów z \
        innych źródeł przychodów
        P_70 Odsetki wyłączone w poprzednich pięciu latach podatkowych z kosztów uzyskania przychodów, podlegające na \
        podstawie art. 15c ustawy, w brzmieniu obowiązującym do dnia 31 grudnia 2017 r., zaliczeniu do kosztów \
        uzyskania przychodów w roku podatkowym wskazanym w poz. 4 i 5 - koszty uzyskania przychodów z zysków \
        kapitałowych
        P_71 Odsetki wyłączone w poprzednich pięciu latach podatkowych z kosztów uzyskania przychodów, podlegające na \
        podstawie art. 15c ustawy, w brzmieniu obowiązującym do dnia 31 grudnia 2017 r., zaliczeniu do kosztów \
        uzyskania przychodów w roku podatkowym wskazanym w poz. 4 i 5 - koszty uzyskania przychodów z innych źródeł \
        przychodów
        P_72 Koszty finansowania dłużnego wyłączone w poprzednich pięciu latach podatkowych z kosztów uzyskania \
        przychodów, podlegające na podstawie art. 15c ustawy zaliczeniu do kosztów uzyskania przychodów w roku \
        podatkowym wskazanym w poz. 4 i 5 - koszty uzyskania przychodów z zysków kapitałowych
        P_73 Koszty finansowania dłużnego wyłączone w poprzednich pięciu latach podatkowych z kosztów uzyskania \
        przychodów, podlegające na podstawie art. 15c ustawy zaliczeniu do kosztów uzyskania przychodów w roku \
        podatkowym wskazanym w poz. 4 i 5 - koszty uzyskania przychodów z innych źródeł przychodów
        P_74 Koszty, o których mowa w art. 15e ustawy, nieodliczone w poprzednich pięciu latach podatkowych z kosztów \
        uzyskania przychodów, podlegające na podstawie art. 15e ust. 9 ustawy, w brzmieniu obowiązującym do dnia 31 \
        grudnia 2021 r., zaliczeniu do kosztów uzyskania przychodów w roku podatkowym wskazanym w poz. 4 i 5 zgodnie z \
        art. 60 ust. 1 ustawy z dnia 29 października 2021 r. o zmianie ustawy o podatku dochodowym od osób fizycznych, \
        ustawy o podatku dochodowym od osób prawnych oraz niektórych innych ustaw (Dz. U. poz. 2105, z późn. zm.) - \
        koszty uzyskania przychodów z zysków kapitałowych
        P_75 Koszty, o których mowa w art. 15e ustawy, nieodliczone w poprzednich pięciu latach podatkowych z kosztów \
        uzyskania przychodów, podlegające na podstawie art. 15e ust. 9 ustawy, w brzmieniu obowiązującym do dnia 31 \
        grudnia 2021 r., zaliczeniu do kosztów uzyskania przychodów w roku podatkowym wskazanym w poz. 4 i 5 zgodnie z \
        art. 60 ust. 1 ustawy z dnia 29 października 2021 r. o zmianie ustawy o podatku dochodowym od osób fizycznych, \
        ustawy o podatku dochodowym od osób prawnych oraz niektórych innych ustaw (Dz. U. poz. 2105, z późn. zm.) - \
        koszty uzyskania przychodów z innych źródeł przychodów
        P_76 Razem koszty uzyskania przychodów z zysków kapitałowych
        P_77 Razem koszty uzyskania przychodów z innych źródeł przychodów
        P_78 Dochód (art. 7 ust. 2 ustawy) - dochód / strata z zysków kapitałowych
        P_80 Strata (art. 7 ust. 2 ustawy) - dochód / strata z zysków kapitałowych
        P_79 Dochód (art. 7 ust. 2 ustawy) - dochód / strata z innych źródeł przychodów
        P_81 Strata (art. 7 ust. 2 ustawy) - dochód / strata z innych źródeł przychodów
        P_82 Strata w związku z postanowieniami art. 7 ust. 3-4a ustawy oraz strata ze źródeł przychodów wykazanych \
        odpowiednio w poz. 56 lub 57, podlegająca za granicą odliczeniu od dochodu do opodatkowania - dochód / strata \
        z zysków kapitałowych
        P_83 Strata w związku z postanowieniami art. 7 ust. 3-4a ustawy oraz strata ze źródeł przychodów wykazanych \
        odpowiednio w poz. 56 lub 57, podlegająca za granicą odliczeniu od dochodu do opodatkowania - dochód / strata \
        z innych źródeł przychodów
        P_84 Dochód - dochód z zysków kapitałowych
        P_85 Dochód - dochód z innych źródeł przychodów
        P_86 Strata - strata z zysków kapitałowych
        P_87 Strata - strata z innych źródeł przychodów
        P_88 Zwiększenie dochodu/zmniejszenie straty - dochód/strata z zysków kapitałowych
        P_89 Zwiększenie dochodu/zmniejszenie straty - dochód/strata z innych źródeł przychodów
        P_90 Strata po zmniejszeniu - dochód/strata z zysków kapitałowych
        P_92 Dochód podlegający doliczeniu - dochód/strata z zysków kapitałowych
        P_91 Strata po zmniejszeniu - dochód/strata z innych źródeł przychodów
        P_93 Dochód podlegający doliczeniu - dochód/strata z innych źródeł przychodów
        P_94 Dochód po doliczeniu - dochód/strata z zysków kapitałowych
        P_95 Dochód po doliczeniu - dochód/strata z innych źródeł przychodów
        P_96 Razem dochody (przychody) wolne - dochody (przychody) wolne i odliczenia z zysków kapitałowych
        P_97 Razem dochody (przychody) wolne - dochody (przychody) wolne i odliczenia z innych źródeł przychodów
        P_98 Dochód po odliczeniu dochodów (przychodów) wolnych - dochody (przychody) wolne i odliczenia z zysków \
        kapitałowych
        P_99 Dochód po odliczeniu dochodów (przychodów) wolnych - dochody (przychody) wolne i odliczenia z innych \
        źródeł przychodów
        P_100 Odliczenie od dochodu straty z lat ubiegłych według zasad obowiązujących do dnia 31 grudnia 2017 r. - \
        dochody (przychody) wolne i odliczenia z zysków kapitałowych
        P_101 Odliczenie od dochodu straty z lat ubiegłych według zasad obowiązujących do dnia 31 grudnia 2017 r. - \
        dochody (przychody) wolne i odliczenia z innych źródeł przychodów
        P_102 Dochód po odliczeniu straty z lat ubiegłych według zasad obowiązujących do dnia 31 grudnia 2017 r. - \
        dochody (przychody) wolne i odliczenia z zysków kapitałowych
        P_103 Dochód po odliczeniu straty z lat ubiegłych według zasad obowiązujących do dnia 31 grudnia 2017 r. - \
        dochody (przychody) wolne i odliczenia z innych źródeł przychodów
        P_104 Rozliczenie nieodliczonej straty na podstawie art. 7 ust. 7 i 8 ustawy - dochody (przychody) wolne i \
        odliczenia z zysków kapitałowych
        P_105 Rozliczenie nieodliczonej straty na podstawie art. 7 ust. 7 i 8 ustawy - dochody (przychody) wolne i \
        odliczenia z innych źródeł przychodów
        P_106 Inne odliczenia od dochodu - dochody (przychody) wolne i odliczenia z zysków kapitałowych
        P_107 Inne odliczenia od dochodu - dochody (przychody) wolne i odliczenia z innych źródeł przychodów
        P_108 Razem odliczenia od dochodu - dochody (przychody) wolne i odliczenia z zysków kapitałowych
        P_109 Razem odliczenia od dochodu - dochody (przychody) wolne i odliczenia z innych źródeł przychodów
        P_110 Odliczenia z tytułu wydatków inwestycyjnych - dochody (przychody) wolne i odliczenia z zysków \
        kapitałowych
        P_111 Odliczenia z tytułu wydatków inwestycyjnych - dochody (przychody) wolne i odliczenia z innych źródeł \
        przychodów
        P_112 Razem dochody (przychody) wolne i odliczenia - dochody (przychody) wolne i odliczenia z zysków \
        kapitałowych
        P_113 Razem dochody (przychody) wolne i odliczenia - dochody (przychody) wolne i odliczenia z innych źródeł \
        przychodów
        P_114 Podstawa opodatkowania
        P_115 Strata
        P_116 Odliczenia zmniejszające podstawę opodatkowania z tytułu wydatków na nabycie nowej technologii lub inne \
        odliczenia niewykazane w innych pozycjach zeznania
        P_117 Odliczenia zmniejszające podstawę opodatkowania z tytułu kosztów uzyskania przychodów poniesionych na \
        działalność badawczo-rozwojową
        P_118 Odliczenia zmniejszające podstawę opodatkowania wykazane w poz. 167, 168, 169, 170, 171, 172 i 173 \
        załącznika CIT-8/O
        P_119 Razem odliczenie zmniejszające podstawę opodatkowania
        P_120 Podstawa opodatkowania po odliczeniach
        P_121 Wartość wierzytelności zmniejszających podstawę opodatkowania, o których mowa w art. 18f ust. 1 pkt 1 \
        ustawy
        P_122 Wartość nieodliczonych w poprzednich latach wierzytelności zmniejszających podstawę opodatkowania, o \
        których mowa w art. 18f ust. 3 ustawy
        P_123 Wartość wierzytelności zwiększających stratę, o których mowa w art. 18f ust. 2 pkt 1 ustawy
        P_124 Wartość zobowiązań zwiększających podstawę opodatkowania, o których mowa w art. 18f ust. 1 pkt 2 ustawy
        P_125 Wartość zobowiązań zmniejszających stratę, o których mowa w art. 18f ust. 2 pkt 2 ustawy
        P_126 Wartość wierzytelności zwiększających podstawę opodatkowania, o których mowa w art. 18f ust. 7 ustawy
        P_127 Wartość wierzytelności zmniejszających stratę, o których mowa w art. 18f ust. 7 ustawy
        P_128 Wartość zobowiązań zmniejszających podstawę opodatkowania, o których mowa w art. 18f ust. 8 ustawy
        P_129 Wartość nieodliczonych w poprzednich latach zobowiązań zmniejszających podstawę opodatkowania, o których \
        mowa w art. 18f ust. 8 ustawy
        P_130 Wartość zobowiązań zwiększających stratę, o których mowa w art. 18f ust. 8 ustawy
        P_131 Podstawa opodatkowania
        P_132 Strata
        P_133 Odliczone w poprzednich latach wydatki inwestycyjne - w związku z utratą prawa do odliczeń
        P_134 Odliczone wydatki z tytułu nabycia nowych technologii - w związku z utratą prawa do odliczeń
        P_135 Inne doliczenia do podstawy opodatkowania - Tytuł
        P_136 Inne doliczenia do podstawy opodatkowania - Kwota
        P_137 Razem zwiększenie podstawy opodatkowania/zmniejszenie straty
        P_138 Podstawa opodatkowania (podaje się po zaokrągleniu do pełnych złotych)
        P_139 Podstawa opodatkowania objęta 19% stawką podatku (art. 19 ust. 1 pkt 1 ustawy)
        P_142_1 Stawka podatku - art. 19 ustawy: 19%
        P_140 Podstawa opodatkowania objęta 9% stawką podatku (art. 19 ust. 1 pkt 2 ustawy)
        P_142_2 Stawka podatku - art. 19 ustawy: 9%
        P_141 Strata
        P_143 Podatek należny według stawki 19%, obliczony od podstawy z poz. 139
        P_144 Podatek należny według stawki 9%, obliczony od podstawy z poz. 140
        P_145 Podatek należny wykazany w załączniku CIT/F
        P_146 Suma należnego podatku
        P_147 Odliczenia od podatku
        P_148 Podatek należny po odliczeniach za rok podatkowy wskazany w poz. 4 i 5
        P_149 20% należnego podatku wykazanego w zeznaniu składanym za rok podatkowy objęty zwolnieniem, o którym mowa \
        w art. 25 ust. 11-16 ustawy - rok
        P_150 20% należnego podatku wykazanego w zeznaniu składanym za rok podatkowy objęty zwolnieniem, o którym mowa \
        w art. 25 ust. 11 - 16 ustawy - kwota
        P_151 Należna zaliczka za miesiąc 1
        P_157 Należny podatek, o którym mowa w art. 24b ustawy
        P_163 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_169 Zaliczka zapłacona
        P_152 Należna zaliczka
        P_158 Należny podatek, o którym mowa w art. 24b ustawy
        P_164 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_170 Zaliczka zapłacona
        P_153 Należna zaliczka
        P_159 Należny podatek, o którym mowa w art. 24b ustawy
        P_165 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_171 Zaliczka zapłacona
        P_154 Należna zaliczka
        P_160 Należny podatek, o którym mowa w art. 24b ustawy
        P_166 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_172 Zaliczka zapłacona
        P_155 Należna zaliczka
        P_161 Należny podatek, o którym mowa w art. 24b ustawy
        P_167 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_173 Zaliczka zapłacona
        """
}
