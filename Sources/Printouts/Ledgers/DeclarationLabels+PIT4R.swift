/// The fields of PIT-4R (13), as the ministry's schema 1-0E of 2023 describes them.
extension DeclarationLabels {
    static let pit4R = """
        P_7 Rodzaj korekty. Wartość: 1 - korekta deklaracji, o której mowa w art. 81 Ordynacji podatkowej, 2 - korekta \
        deklaracji, o której mowa w art. 81b § 1a Ordynacji podatkowej
        # 1. Zaliczki na podatek pobrane przez płatników, o których mowa w art. 32 ust. 1 i art. 42e ust. 1 ustawy, od \
        dochodów wymienionych w tych przepisach
        P_10…P_15 Liczba podatników za m-c {month I}
        P_16…P_21 Należne zaliczki za m-c {month I}
        P_22…P_27 Liczba podatników za m-c {month VII}
        P_28…P_33 Należne zaliczki za m-c {month VII}
        # 2. Zaliczki pobrane przez płatników, o których mowa w art. 33-35 ustawy, od dochodów wymienionych w tych \
        przepisach
        P_34…P_45 Należne zaliczki za m-c {month I}
        # 3. Zaliczki pobrane przez płatników, o których mowa w art. 41 ustawy, od świadczeń z tytułu działalności \
        określonej w art. 13 pkt 2 i 4-9 oraz art. 18 ustawy
        P_46…P_57 Należne zaliczki za m-c {month I}
        # 4. Zaliczki na podatek pobrane od innych należności, w tym wynikających z umowy aktywizacyjnej
        P_58…P_69 Zaliczki pobrane za m-c {month I}
        # 5. Suma pobranych zaliczek wykazanych w wierszach 1-4
        P_70…P_81 Suma pobranych zaliczek za m-c {month I}
        # 6. Zaliczki na podatek, których pobór został ograniczony na podstawie art. 32 ust. 2 ustawy
        P_82…P_93 Zaliczka na podatek za m-c {month I}
        # 7. Zaliczki, które przypadały do pobrania w związku z ograniczeniem poboru zaliczek w poprzednich miesiącach \
        na podstawie art. 32 ust. 5 ustawy
        P_94…P_105 Zaliczki do pobrania za m-c {month I}
        # 8. Dodatkowo pobrany podatek wynikający z rozliczenia za rok ubiegły
        P_106…P_109 Dodatkowo pobrany podatek za m-c {month I}
        # 9. Pobrany podatek, przekazany na PFRON oraz zakładowy fundusz rehabilitacji osób niepełnosprawnych albo \
        zakładowy fundusz aktywności
        P_110…P_121 Pobrany podatek za m-c {month I}
        # 10. Pobrany podatek do przekazania do urzędu skarbowego za poszczególne miesiące roku podatkowego
        P_122…P_133 Pobrany podatek za m-c {month I}
        # 11. Wynagrodzenie z tytułu terminowego wpłacania podatku dochodowego za poszczególne miesiące, zgodnie z \
        art. 28 Ordynacji podatkowej
        P_134…P_145 Wynagrodzenie za m-c {month I}
        # 12. Podatek podlegający przekazaniu do urzędu skarbowego za poszczególne miesiące
        P_146…P_157 Należny podatek do wpłaty za m-c {month I}
        # Pomniejszenie podlegających przekazaniu na rachunek urzędu skarbowego zaliczek na podatek zgodnie z art. \
        26eb ustawy lub art. 18db ustawy o podatku dochodowym od osób prawnych za poszczególne miesiące
        P_158 Podatnik będący płatnikiem podatku dochodowego od osób fizycznych pomniejszył podlegające przekazaniu na \
        rachunek urzędu skarbowego zaliczki zgodnie z art. 26eb ustawy lub art. 18db ustawy o podatku dochodowym od \
        osób prawnych: 1 - tak, 2 - nie
        P_159…P_170 Pomniejszenie za m-c {month I}
        # Podatek do wpłaty do urzędu skarbowego za poszczególne miesiące
        P_171…P_182 Podatek do wpłaty za m-c {month I}
        #
        P_183 Wyjaśnienie różnicy pomiędzy kwotą pobranego podatku a kwotą wpłaconego podatku
        # Informacja o przesunięciu terminu przekazania zaliczki na podatek
        P_184…P_195 za {namedMonth I}: 1 - tak
        """
}
