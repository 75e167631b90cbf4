/// The fields of VAT-UE (5) and of its correction, VAT-UEK (5), from public programs. The schemas themselves were not
/// available.
extension DeclarationLabels {
    static let vatUE = """
        Grupa1 Informacja o wewnątrzwspólnotowych dostawach towarów
        Grupa2 Informacja o wewnątrzwspólnotowych nabyciach towarów
        Grupa3 Informacja o wewnątrzwspólnotowym świadczeniu usług
        Grupa4 Informacja o przemieszczeniach towarów w procedurze magazynu typu call-off stock
        P_Da Kod kraju
        P_Db Numer identyfikacyjny VAT kontrahenta
        P_Dc Kwota transakcji w zł
        P_Dd Transakcje trójstronne
        P_Na Kod kraju
        P_Nb Numer identyfikacyjny VAT kontrahenta
        P_Nc Kwota transakcji w zł
        P_Nd Transakcje trójstronne
        P_Ua Kod kraju
        P_Ub Numer identyfikacyjny VAT kontrahenta
        P_Uc Kwota transakcji w zł
        """

    /// Each transaction has its former and its corrected values.
    static let vatUEK = """
        Grupa1 Informacja o wewnątrzwspólnotowych dostawach towarów
        Grupa2 Informacja o wewnątrzwspólnotowych nabyciach towarów
        Grupa3 Informacja o wewnątrzwspólnotowym świadczeniu usług
        Grupa4 Informacja o przemieszczeniach towarów w procedurze magazynu typu call-off stock
        P_DBa Było: kod kraju
        P_DBb Było: numer identyfikacyjny VAT kontrahenta
        P_DBc Było: kwota transakcji w zł
        P_DBd Było: transakcje trójstronne
        P_DJa Jest: kod kraju
        P_DJb Jest: numer identyfikacyjny VAT kontrahenta
        P_DJc Jest: kwota transakcji w zł
        P_DJd Jest: transakcje trójstronne
        P_NBa Było: kod kraju
        P_NBb Było: numer identyfikacyjny VAT kontrahenta
        P_NBc Było: kwota transakcji w zł
        P_NBd Było: transakcje trójstronne
        P_NJa Jest: kod kraju
        P_NJb Jest: numer identyfikacyjny VAT kontrahenta
        P_NJc Jest: kwota transakcji w zł
        P_NJd Jest: transakcje trójstronne
        P_UBa Było: kod kraju
        P_UBb Było: numer identyfikacyjny VAT kontrahenta
        P_UBc Było: kwota transakcji w zł
        P_UJa Jest: kod kraju
        P_UJb Jest: numer identyfikacyjny VAT kontrahenta
        P_UJc Jest: kwota transakcji w zł
        """
}
