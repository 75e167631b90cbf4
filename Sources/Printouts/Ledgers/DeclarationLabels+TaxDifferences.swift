/// The fields of the settlement of income tax (`RPD`) in a `JPK_KR_PD` (1), from public descriptions of the structure.
/// The words are those of the tax note in financial statements, which the first six fields repeat.
extension DeclarationLabels {
    static let taxDifferences = """
        K_1 Przychody zwolnione z opodatkowania (trwałe różnice pomiędzy zyskiem/stratą dla celów rachunkowych a \
        dochodem/stratą dla celów podatkowych)
        K_2 Przychody niepodlegające opodatkowaniu w roku bieżącym
        K_3 Przychody podlegające opodatkowaniu w roku bieżącym, ujęte w księgach rachunkowych lat ubiegłych
        K_4 Koszty niestanowiące kosztów uzyskania przychodów (trwałe różnice pomiędzy zyskiem/stratą dla celów \
        rachunkowych a dochodem/stratą dla celów podatkowych)
        K_5 Koszty nieuznawane za koszty uzyskania przychodów w bieżącym roku
        K_6 Koszty uznawane za koszty uzyskania przychodów w roku bieżącym, ujęte w księgach lat ubiegłych
        K_7 Przychody podlegające opodatkowaniu, nieujmowane w księgach
        K_8 Koszty uznawane za koszty uzyskania przychodów, nieujmowane w księgach
        """
}
