/// The fields of the declaration in a `JPK_V7`, as the ministry's schemas describe them. `P_38@1` is the label of
/// `P_38` in variant 1.
extension DeclarationLabels {
    static let vat = """
        P_10 Wysokość podstawy opodatkowania z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        zwolnionych od podatku
        P_11 Wysokość podstawy opodatkowania z tytułu dostawy towarów oraz świadczenia usług poza terytorium kraju
        P_12 Wysokość podstawy opodatkowania z tytułu świadczenia usług, o których mowa w art. 100 ust. 1 pkt 4 ustawy
        P_13 Wysokość podstawy opodatkowania z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 0%
        P_14 Wysokość podstawy opodatkowania z tytułu dostawy towarów, o której mowa w art. 129 ustawy
        P_15 Wysokość podstawy opodatkowania z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 5%, oraz korekty dokonanej zgodnie z art. 89a ust. 1 i 4 ustawy
        P_16 Wysokość podatku należnego z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 5%, oraz korekty dokonanej zgodnie z art. 89a ust. 1 i 4 ustawy
        P_17 Wysokość podstawy opodatkowania z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 7% albo 8%, oraz korekty dokonanej zgodnie z art. 89a ust. 1 i 4 ustawy
        P_18 Wysokość podatku należnego z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 7% albo 8%, oraz korekty dokonanej zgodnie z art. 89a ust. 1 i 4 ustawy
        P_19 Wysokość podstawy opodatkowania z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 22% albo 23%, oraz korekty dokonanej zgodnie z art. 89a ust. 1 i 4 ustawy
        P_20 Wysokość podatku należnego z tytułu dostawy towarów oraz świadczenia usług na terytorium kraju, \
        opodatkowanych stawką 22% albo 23%, oraz korekty dokonanej zgodnie z art. 89a ust. 1 i 4 ustawy
        P_21 Wysokość podstawy opodatkowania z tytułu wewnątrzwspólnotowej dostawy towarów
        P_22 Wysokość podstawy opodatkowania z tytułu eksportu towarów
        P_23 Wysokość podstawy opodatkowania z tytułu wewnątrzwspólnotowego nabycia towarów
        P_24 Wysokość podatku należnego z tytułu wewnątrzwspólnotowego nabycia towarów
        P_25 Wysokość podstawy opodatkowania z tytułu importu towarów rozliczanego zgodnie z art. 33a ustawy
        P_26 Wysokość podatku należnego z tytułu importu towarów rozliczanego zgodnie z art. 33a ustawy
        P_26@1 Wysokość podatku należnego z tytuł importu towarów rozliczanego zgodnie z art. 33a ustawy
        P_27 Wysokość podstawy opodatkowania z tytułu importu usług, z wyłączeniem usług nabywanych od podatników \
        podatku od wartości dodanej, do których stosuje się art. 28b ustawy
        P_28 Wysokość podatku należnego z tytułu importu usług, z wyłączeniem usług nabywanych od podatników podatku \
        od wartości dodanej, do których stosuje się art. 28b ustawy
        P_29 Wysokość podstawy opodatkowania z tytułu importu usług nabywanych od podatników podatku od wartości \
        dodanej, do których stosuje się art. 28b ustawy
        P_30 Wysokość podatku należnego z tytułu importu usług nabywanych od podatników podatku od wartości dodanej, \
        do których stosuje się art. 28b ustawy
        P_31 Wysokość podstawy opodatkowania z tytułu dostawy towarów, dla których podatnikiem jest nabywca zgodnie z \
        art. 17 ust. 1 pkt 5 ustawy
        P_32 Wysokość podatku należnego z tytułu dostawy towarów, dla których podatnikiem jest nabywca zgodnie z art. \
        17 ust. 1 pkt 5 ustawy
        P_33 Wysokość podatku należnego od towarów objętych spisem z natury, o którym mowa w art. 14 ust. 5 ustawy
        P_34 Wysokość zwrotu odliczonej lub zwróconej kwoty wydanej na zakup kas rejestrujących, o którym mowa w art. \
        111 ust. 6 ustawy
        P_35 Wysokość podatku należnego od wewnątrzwspólnotowego nabycia środków transportu, wykazana w wysokości \
        podatku należnego z tytułu określonego w P_24, podlegająca wpłacie w terminie, o którym mowa w art. 103 ust. \
        3, w związku z ust. 4 ustawy
        P_36 Wysokość podatku od wewnątrzwspólnotowego nabycia towarów, o których mowa w art. 103 ust. 5aa ustawy, \
        podlegająca wpłacie w terminach, o których mowa w art. 103 ust. 5a i 5ac ustawy
        P_36@1 Wysokość podatku od wewnątrzwspólnotowego nabycia towarów, o których mowa w art. 103 ust. 5aa ustawy, \
        podlegająca wpłacie w terminach, o których mowa w art. 103 ust. 5a i 5b ustawy
        P_36@2 Wysokość podatku od wewnątrzwspólnotowego nabycia towarów, o których mowa w art. 103 ust. 5aa ustawy, \
        podlegająca wpłacie w terminach, o których mowa w art. 103 ust. 5a i 5b ustawy
        P_360 Wysokość podatku od niezwróconej kaucji pobranej za produkty w opakowaniach na napoje objęte systemem \
        kaucyjnym, podlegająca wpłacie przez podmiot reprezentujący, o którym mowa w art. 17b ustawy
        P_37 Łączna wysokość podstawy opodatkowania. Suma kwot z P_10, P_11, P_13, P_15, P_17, P_19, P_21, P_22, P_23, \
        P_25, P_27, P_29, P_31
        P_38 Łączna wysokość podatku należnego. Suma kwot z P_16, P_18, P_20, P_24, P_26, P_28, P_30, P_32, P_33, P_34 \
        pomniejszona o kwotę z P_35, P_36 i P_360
        P_38@1 Łączna wysokość podatku należnego. Suma kwot z P_16, P_18, P_20, P_24, P_26, P_28, P_30, P_32, P_33, \
        P_34 pomniejszona o kwotę z P_35 i P_36
        P_38@2 Łączna wysokość podatku należnego. Suma kwot z P_16, P_18, P_20, P_24, P_26, P_28, P_30, P_32, P_33, \
        P_34 pomniejszona o kwotę z P_35 i P_36
        P_39 Wysokość nadwyżki podatku naliczonego nad należnym z poprzedniej deklaracji
        P_40 Wartość netto z tytułu nabycia towarów i usług zaliczanych u podatnika do środków trwałych
        P_41 Wysokość podatku naliczonego z tytułu nabycia towarów i usług zaliczanych u podatnika do środków trwałych
        P_42 Wartość netto z tytułu nabycia pozostałych towarów i usług
        P_43 Wysokość podatku naliczonego z tytułu nabycia pozostałych towarów i usług
        P_44 Wysokość podatku naliczonego z tytułu korekty podatku naliczonego od nabycia towarów i usług zaliczanych \
        u podatnika do środków trwałych
        P_45 Wysokość podatku naliczonego z tytułu korekty podatku naliczonego od nabycia pozostałych towarów i usług
        P_46 Wysokość podatku naliczonego z tytułu korekty podatku naliczonego, o której mowa w art. 89b ust. 1 ustawy
        P_47 Wysokość podatku naliczonego z tytułu korekty podatku naliczonego, o której mowa w art. 89b ust. 4 ustawy
        P_48 Łączna wysokość podatku naliczonego do odliczenia. Suma kwot z P_39, P_41, P_43, P_44, P_45, P_46 i P_47
        P_49 Kwota wydana na zakup kas rejestrujących, do odliczenia w danym okresie rozliczeniowym pomniejszająca \
        wysokość podatku należnego
        P_50 Wysokość podatku objęta zaniechaniem poboru
        P_51 Wysokość podatku podlegająca wpłacie do urzędu skarbowego
        P_52 Kwota wydana na zakup kas rejestrujących, do odliczenia w danym okresie rozliczeniowym przysługująca do \
        zwrotu w danym okresie rozliczeniowym lub powiększająca wysokość podatku naliczonego do przeniesienia na \
        następny okres rozliczeniowy
        P_53 Wysokość nadwyżki podatku naliczonego nad należnym
        P_54 Wysokość nadwyżki podatku naliczonego nad należnym do zwrotu na rachunek wskazany przez podatnika
        P_540 Zwrot na rachunek rozliczeniowy podatnika w terminie 15 dni: 1 - tak
        P_55 Zwrot na rachunek VAT podatnika w terminie 25 dni: 1 - tak
        P_55@1 Zwrot na rachunek VAT, o którym mowa w art. 87 ust. 6a ustawy: 1 - tak
        P_56 Zwrot na rachunek rozliczeniowy podatnika w terminie 25 dni (art. 87 ust. 6 ustawy): 1 - tak
        P_56@1 Zwrot w terminie, o którym mowa w art. 87 ust. 6 ustawy: 1 - tak
        P_560 Zwrot na rachunek rozliczeniowy podatnika w terminie 40 dni: 1 - tak
        P_58 Zwrot na rachunek rozliczeniowy podatnika w terminie 180 dni: 1 - tak
        P_58@1 Zwrot w terminie, o którym mowa w art. 87 ust. 5a zdanie pierwsze ustawy: 1 - tak
        P_59 Zaliczenie zwrotu podatku na poczet przyszłych zobowiązań podatkowych: 1 - tak
        P_60 Wysokość zwrotu do zaliczenia na poczet przyszłych zobowiązań podatkowych
        P_61 Rodzaj przyszłego zobowiązania podatkowego
        P_62 Wysokość nadwyżki podatku naliczonego nad należnym do przeniesienia na następny okres rozliczeniowy
        P_63 Podatnik wykonywał w okresie rozliczeniowym czynności, o których mowa w art. 119 ustawy: 1 - tak
        P_64 Podatnik wykonywał w okresie rozliczeniowym czynności, o których mowa w art. 120 ust. 4 lub 5 ustawy: 1 - \
        tak
        P_65 Podatnik wykonywał w okresie rozliczeniowym czynności, o których mowa w art. 122 ustawy: 1 - tak
        P_66 Podatnik wykonywał w okresie rozliczeniowym czynności, o których mowa w art. 136 ustawy: 1 - tak
        P_660 Podatnik ułatwiał w okresie rozliczeniowym dokonanie czynności, o których mowa w art. 109b ust. 4 \
        ustawy: 1 - tak
        P_67 Podatnik korzysta z obniżenia zobowiązania podatkowego, o którym mowa w art. 108d ustawy: 1 - tak
        P_68 Wysokość korekty podstawy opodatkowania, o której mowa w art. 89a ust. 1 ustawy
        P_69 Wysokość korekty podatku należnego, o której mowa w art. 89a ust. 1 ustawy
        P_ORDZU Uzasadnienie przyczyn złożenia korekty
        P_57 Zwrot na rachunek rozliczeniowy podatnika w terminie 60 dni: 1 - tak
        P_57@1 Zwrot w terminie, o którym mowa w art. 87 ust. 2 ustawy: 1 - tak
        """
}
