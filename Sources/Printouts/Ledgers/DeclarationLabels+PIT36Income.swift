/// The fields of PIT-36 (32), as the ministry's schema 1-0E of 2025 describes them: the income of both spouses.
extension DeclarationLabels {
    static let pit36Income = """
        P_6 Wybór sposobu rozliczenia podatku: 1 - indywidualnie, 2 - wspólnie z małżonkiem, zgodnie z wnioskiem, o \
        którym mowa w art. 6 ust. 2 ustawy, 3 - w sposób przewidziany dla wdów i wdowców, 4 - w sposób przewidziany \
        dla osób samotnie wychowujących dzieci
        P_7 Wybór sposobu rozliczenia podatku: 1 - w sposób przewidziany w art. 29 ust. 4 ustawy - podatnik
        P_8 Wybór sposobu rozliczenia podatku: 1 - w sposób przewidziany w art. 29 ust. 4 ustawy - małżonek
        P_11 Rodzaj korekty. Wartość: 1 - korekta zeznania, o której mowa w art. 81 Ordynacji podatkowej, 2 - korekta \
        zeznania, o której mowa w art. 81b § 1a Ordynacji podatkowej
        # C. Informacje dodatkowe
        P_36/P_37 {person} korzystał, w roku podatkowym wykazanym w poz. 5, ze zwolnienia na podstawie art. 44 ust. 7a \
        ustawy
        P_38/P_39 {person} korzystał, w jednym z pięciu lat poprzedzających rok wykazany w poz. 5, ze zwolnienia na \
        podstawie art. 44 ust. 7a ustawy i w roku podatkowym wykazanym w poz. 5 dokonuje doliczenia na podstawie art. \
        44 ust. 7f ustawy
        P_58_1 Rok (podać rok, w którym podatnik korzystał ze zwolnienia na podstawie art. 44 ust. 7a ustawy)
        P_58_2 Rok (podać rok, w którym małżonek korzystał ze zwolnienia na podstawie art. 44 ust. 7a ustawy)
        P_40/P_41 {person} występuje o zwrot niewykorzystanego odliczenia na podstawie art. 26ea ustawy
        P_42/P_43 {person} korzystał, w roku podatkowym wykazanym w poz. 5, ze zwolnienia na podstawie art. 21 ust. 1 \
        pkt 63a lub 63b ustawy
        P_44/P_45 {person} wybrał metodę ustalania daty powstawania przychodów na podstawie art. 14 ust. 1j ustawy
        P_46/P_47 {person} wybrał metodę ustalania różnic kursowych, o której mowa w art. 14b ust. 2 ustawy
        P_48/P_49 {person} rezygnuje ze stosowania metody ustalania różnic kursowych, o której mowa w art. 14b ust. 2 \
        ustawy
        P_50/P_51 {person} wybrał prowadzenie ksiąg rachunkowych, na podstawie art. 24a ust. 5 ustawy
        P_52/P_53 {person} wybrał kwartalny sposób wpłacania zaliczek na podstawie art. 44 ust. 3g ustawy
        P_54/P_55 {person} wybrał wpłacanie zaliczek w formie uproszczonej na podstawie art. 44 ust. 6b ustawy
        P_56/P_57 {person} złożył sprawozdanie o realizacji uprzedniego porozumienia cenowego APA-P
        # D. Przychody zwolnione od podatku na podstawie art. 21 ust. 1 pkt 148, 152, 153 i 154 ustawy
        P_59/P_60 Ulga dla młodych, o której mowa w art. 21 ust. 1 pkt 148 ustawy
        P_61/P_62 Ulga na powrót, o której mowa w art. 21 ust. 1 pkt 152 ustawy
        P_63/P_64 Ulga dla rodzin 4+, o której mowa w art. 21 ust. 1 pkt 153 ustawy
        P_65/P_66 Ulga dla pracujących seniorów, o której mowa w art. 21 ust. 1 pkt 154 ustawy
        P_67/P_68 Przychody ze stosunku służbowego, stosunku pracy, pracy nakładczej, spółdzielczego stosunku pracy
        P_69/P_70 Przychody z umów zlecenia, o których mowa w art. 13 pkt 8 ustawy
        P_71/P_72 Przychody z praktyk absolwenckich i staży uczniowskich
        P_73/P_74 Przychody z zasiłku macierzyńskiego
        P_75/P_76 Przychody z pozarolniczej działalności gospodarczej
        # 1. Stosunek służbowy, stosunek pracy, praca nakładcza, spółdzielczy stosunek pracy
        P_77/P_139 Przychód
        P_78/P_140 Koszty uzyskania przychodów
        P_79/P_141 Dochód
        P_80/P_142 Strata
        P_81/P_143 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        P_82 Podatnik - Przychód, do którego w poz. 83 podatnik stosuje 50% koszty uzyskania przychodów na podstawie \
        art. 22 ust. 9 pkt 3 ustawy
        P_144 Małżonek - Przychód, do którego w poz. 145 małżonek stosuje 50% koszty uzyskania przychodów na podstawie \
        art. 22 ust. 9 pkt 3 ustawy
        P_83/P_145 Koszty uzyskania przychodów (na podstawie art. 22 ust. 9 pkt 3 ustawy w wysokości 50% kwoty \
        przychodów)
        # 2. Emerytury - renty oraz inne krajowe świadczenia, o których mowa w art. 34 ust. 7 ustawy
        P_84/P_146 Przychód
        P_85/P_147 Dochód
        P_86/P_148 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        # 3. Pozarolnicza działalność gospodarcza
        P_87/P_149 Przychód
        P_88/P_150 Koszty uzyskania przychodów
        P_89/P_151 Dochód
        P_90/P_152 Strata
        P_91/P_153 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        P_92 Podatnik - Dochód, wypełniają podatnicy, którzy zaznaczyli kwadrat w poz. 36
        P_154 Małżonek - Dochód, wypełniają podatnicy, którzy zaznaczyli kwadrat w poz. 37
        # 4. Działy specjalne produkcji rolnej
        P_93/P_155 Przychód
        P_94/P_156 Koszty uzyskania przychodów
        P_95/P_157 Dochód
        P_96/P_158 Strata
        P_97/P_159 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        # 5. Działalność wykonywana osobiście, o której mowa w art. 13 ustawy
        P_98/P_160 Przychód
        P_99/P_161 Koszty uzyskania przychodów
        P_100/P_162 Dochód
        P_101/P_163 Strata
        P_102/P_164 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        P_103/P_165 Przychody z umów zlecenia, o których mowa w art. 13 pkt 8 ustawy
        P_104 Podatnik - Koszty uzyskania dotyczące przychodów wykazanych w poz. 103
        P_166 Małżonek - Koszty uzyskania dotyczące przychodów wykazanych w poz. 165
        # 6. Prawa autorskie i inne prawa, o których mowa w art. 18 ustawy
        P_105/P_167 Przychód
        P_106/P_168 Koszty uzyskania przychodów
        P_107/P_169 Dochód
        P_108/P_170 Strata
        P_109/P_171 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        P_110 Podatnik - Przychód, do którego w poz. 111 podatnik stosuje 50% koszty uzyskania przychodów na podstawie \
        art. 22 ust. 9 pkt 1-3 ustawy
        P_172 Małżonek - Przychód, do którego w poz. 173 małżonek stosuje 50% koszty uzyskania przychodów na podstawie \
        art. 22 ust. 9 pkt 1-3 ustawy
        P_111/P_173 Koszty uzyskania przychodów (na podstawie art. 22 ust. 9 pkt 1-3 ustawy w wysokości 50% kwoty \
        przychodów)
        # 7. Odpłatne zbycie rzeczy określonych w art. 10 ust. 1 pkt 8 lit. d ustawy
        P_112/P_174 Przychód
        P_113/P_175 Koszty uzyskania przychodów
        P_114/P_176 Dochód
        P_115/P_177 Strata
        # 8. Działalność nierejestrowana, określona w art. 20 ust. 1ba ustawy
        P_116/P_178 Przychód
        P_117/P_179 Koszty uzyskania przychodów
        P_118/P_180 Dochód
        P_119/P_181 Strata
        # 9. Sprzedaż przetworzonych produktów roślinnych i zwierzęcych
        P_120/P_182 Przychód
        P_121/P_183 Koszty uzyskania przychodów
        P_122/P_184 Dochód
        P_123/P_185 Strata
        # 10. Inne źródła, niewymienione w wierszach od 1 do 9
        P_124/P_186 Przychód
        P_125/P_187 Koszty uzyskania przychodów
        P_126/P_188 Dochód
        P_127/P_189 Strata
        P_128/P_190 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        P_129/P_191 Przychód z emerytury – renty z zagranicy
        P_130/P_192 Dochód z emerytury – renty z zagranicy
        P_131/P_193 Przychód z praktyk absolwenckich oraz staży uczniowskich
        P_132/P_194 Dochód z praktyk absolwenckich oraz staży uczniowskich
        P_133/P_195 Przychód z zasiłku macierzyńskiego
        P_134/P_196 Dochód z zasiłku macierzyńskiego
        # 11. RAZEM
        P_135/P_197 Przychód
        P_136/P_198 Koszty uzyskania przychodów
        P_137/P_199 Dochód
        P_138/P_200 Należna zaliczka, w tym zaliczka pobrana przez płatnika lub przekazana płatnikowi (spółce \
        nieruchomościowej)
        # Dochody małoletnich dzieci
        P_201/P_202 Dochód - wykazany w załączniku PIT/M
        P_203/P_204 Należna zaliczka, w tym zaliczka pobrana przez płatnika - wykazana w załączniku PIT/M
        """
}
