/// Some fields of PIT-37 (31), from a public register of forms that copies the ministry's printed form. The schema
/// itself was not available.
extension DeclarationLabels {
    static let pit37 = """
        P_8 Rodzaj korekty. Wartość: 1 - korekta zeznania, o której mowa w art. 81 Ordynacji podatkowej, 2 - korekta \
        zeznania, o której mowa w art. 81b § 1a Ordynacji podatkowej
        # D. Przychody objęte ulgami
        P_34 Podatnik - Ulga dla młodych (art. 21 ust. 1 pkt 148 ustawy)
        P_36 Podatnik - Ulga na powrót (art. 21 ust. 1 pkt 152 ustawy)
        P_38 Podatnik - Ulga dla rodzin 4+ (art. 21 ust. 1 pkt 153 ustawy)
        P_40 Podatnik - Ulga dla pracujących seniorów (art. 21 ust. 1 pkt 154 ustawy)
        P_42 Podatnik - Przychody z pracy na etacie objęte ulgami (art. 12 ust. 1 ustawy)
        # 1. Praca na etacie (art. 12 ust. 1 ustawy)
        P_52 Podatnik - Przychód
        P_53 Podatnik - Koszty uzyskania przychodów
        P_54 Podatnik - Dochód
        P_55 Podatnik - Strata
        P_56 Podatnik - Zaliczka pobrana przez płatnika
        # 2. Emerytury - renty (art. 34 ust. 7 ustawy)
        P_59 Podatnik - Przychód
        P_60 Podatnik - Dochód
        P_61 Podatnik - Zaliczka pobrana przez płatnika
        # L. Wniosek o przekazanie 1,5% podatku należnego na rzecz Organizacji Pożytku Publicznego (OPP)
        P_151 Numer KRS
        P_152 Kwota dla OPP
        P_153 Cel szczegółowy
        P_154 Wyrażam zgodę na przekazanie OPP danych
        # P. Dane kontaktowe
        P_167 Telefon
        P_168 E-mail
        """
}
