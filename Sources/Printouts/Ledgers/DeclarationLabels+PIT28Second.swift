/// The second half of the fields of PIT-28 (27). The consent in `P_256` is about the amount in `P_254`, as in the form;
/// the schema names another field by mistake.
extension DeclarationLabels {
    static let pit28SecondHalf = """
        # H.1. Zwiększenia przychodów
        P_145 Wartość zobowiązań i wierzytelności zwiększających przychody, o których mowa odpowiednio w art. 11 ust. \
        4 pkt 2 i ust. 8 ustawy
        P_146…P_155 Wartość zobowiązań i wierzytelności zwiększających przychody według stawki {rate 2%}
        P_156 Wartość zobowiązań i wierzytelności zwiększających przychody określone przez organ podatkowy na \
        podstawie art. 17 ustawy
        P_157 Łączna wartość wierzytelności i zobowiązań
        # H.2. Zmniejszenia przychodów
        P_158 Wartość wierzytelności i zobowiązań zmniejszających przychody, o których mowa odpowiednio w art. 11 ust. \
        4 pkt 1 i ust. 9 ustawy
        P_159…P_168 Wartość wierzytelności i zobowiązań zmniejszających przychody według stawki {rate 2%}
        P_169 Wartość wierzytelności i zobowiązań zmniejszających przychody określone przez organ podatkowy na \
        podstawie art. 17 ustawy
        P_170 Łączna wartość wierzytelności i zobowiązań
        P_171 Wartość nierozliczonych wierzytelności i zobowiązań
        # I. Przychody po zwiększeniach i zmniejszeniach
        P_172…P_181 Przychody opodatkowane stawką {rate 2%} po zwiększeniach/zmniejszeniach
        P_182 Przychody określone przez organ podatkowy na podstawie art. 17 ustawy po zwiększeniach i zmniejszeniach
        # J.1. Wierzytelności i zobowiązania nieodliczone w latach poprzednich
        P_183 Łączne przychody po zwiększeniach i zmniejszeniach
        P_184 Wartość nieodliczonych w poprzednich latach wierzytelności i zobowiązań zmniejszających przychody
        # J.2. Obliczenie przysługujących odliczeń nieodliczonych w latach poprzednich
        P_185…P_194 Przysługujące odliczenie nieodliczone w latach poprzednich od przychodów opodatkowanych stawką \
        ryczałtu {rate 2%}
        P_195 Odliczenia od przychodów określonych przez organ podatkowy na podstawie art. 17 ustawy
        # K. Podstawa obliczenia ryczałtu (po zaokrągleniu do pełnych złotych)
        P_196…P_207 Podstawa obliczenia ryczałtu od przychodów opodatkowanych stawką ryczałtu {rateWithRent 2%}
        P_208 Przychody określone przez organ podatkowy na podstawie art. 17 ustawy po odliczeniach
        # L. Obliczenie ryczałtu po odliczeniach od przychodów
        P_209 Przychody objęte ryczałtem zgodnie z art. 12 ust. 1 pkt 4 lit. a ustawy osiągnięte za granicą, o które \
        zwiększona jest podstawa obliczenia ryczałtu do ustalenia stopy procentowej (przeliczone na złote)
        P_210 Przychody objęte ryczałtem zgodnie z art. 12 ust. 1 pkt 4 lit. b-g ustawy osiągnięte za granicą, o które \
        zwiększona jest podstawa obliczenia ryczałtu do ustalenia stopy procentowej (przeliczone na złote)
        P_211 2% kwoty z poz. 196
        P_212 3% kwoty z poz. 197
        P_213 5,5% kwoty z poz. 198
        P_214 8,5% kwoty z poz. 199
        P_215 8,5% kwoty z poz. 200
        P_216 10% kwoty z poz. 201
        P_217 12% kwoty z poz. 202
        P_218 12,5% kwoty z poz. 203
        P_219 12,5% kwoty z poz. 204
        P_220 14% kwoty z poz. 205
        P_221 15% kwoty z poz. 206
        P_222 17% kwoty z poz. 207
        P_223 Ryczałt od przychodów określonych przez organ podatkowy na podstawie art. 17 ustawy
        P_224 Ryczałt
        P_225 Doliczenia do ryczałtu
        P_226 w tym doliczenie wynikające z zastosowania art. 27 ust. 8 ustawy o podatku dochodowym w związku z art. \
        12 ust. 12 ustawy
        P_227 Podatek zapłacony za granicą - zgodnie z art. 27 ust. 9 i 9a ustawy o podatku dochodowym w związku z \
        art. 12 ust. 12 ustawy
        P_228 Ryczałt
        # M. Odliczenia od ryczałtu
        P_229 Odliczenia - wykazane w części C załącznika PIT/O
        P_230 Ryczałt po odliczeniach
        P_231 Odliczenia mieszkaniowe - wykazane w części C.2. załącznika PIT/D
        # N. Obliczenie należnego ryczałtu
        P_232 Należny ryczałt (po zaokrągleniu do pełnych złotych)
        P_233 Rok podatkowy objęty zwolnieniem, o którym mowa w art. 21 ust. 6 - 13 ustawy
        P_234 20% należnego ryczałtu wykazanego w zeznaniu składanym za rok podatkowy objęty zwolnieniem, o którym \
        mowa w art. 21 ust. 6 - 13 ustawy
        # O. Informacje o zwolnieniu, o którym mowa w art. 21 ust. 6-13 ustawy
        P_235 Podatnik korzysta ze zwolnienia w roku podatkowym wykazanym w poz. 4: 1 - tak, od całości przychodów, 2 \
        - tak, od części przychodów, 3 - nie
        # P. Ryczałt do zapłaty / nadpłata
        P_236 Wpłacony ryczałt
        P_237 RYCZAŁT DO ZAPŁATY
        P_238 NADPŁATA
        # Q. Ryczałt obliczony i wykazany w ewidencji przychodów w poszczególnych miesiącach (kwartałach), a także \
        obliczony przez podatnika, o którym mowa w art. 15 ust. 3 ustawy (po dokonanych odliczeniach)
        P_239…P_250 Miesiąc {quarter I}
        #
        P_251 Przychody osiągnięte w okresie zawieszenia wykonywania działalności gospodarczej
        P_252 Przychody z odpłatnego zbycia składników majątku, o których mowa w art. 14 ust. 2 pkt 1 i 19 ustawy o \
        podatku dochodowym
        # T. Wniosek o przekazanie 1,5% podatku należnego na rzecz Organizacji Pożytku Publicznego (OPP)
        P_253 Numer KRS
        P_254 Wnioskowana kwota
        P_255 Cel szczegółowy 1,5%
        P_256 Wyrażam zgodę na przekazanie OPP swojego imienia, nazwiska i adresu wraz z informacją o kwocie z poz. 254
        # U. Dane kontaktowe
        P_257 Telefon
        P_258 E-mail
        # V. Informacje o załącznikach
        P_259 Informacja o załączniku PIT/O
        P_260 Informacja o załączniku PIT/D
        P_261 Informacja o załączniku PIT-2K
        P_262 Informacja o załączniku PIT-28/B
        P_263 Załącznik PIT/D dołącza do swojego zeznania: 1 - podatnik, 2 - małżonek
        P_264 Kod zeznania, do którego został dołączony załącznik PIT/D: 1 - PIT-28, 2 - PIT-36, 3 - PIT-37
        P_265 Identyfikator podatkowy, nazwisko i imię małżonka oraz urząd, do którego zostało złożone zeznanie z \
        załącznikiem PIT/D
        #
        P_266 Karta Dużej Rodziny (KDR). Podatnik posiada ważną KDR: 1 - tak
        # X. Informacje dodatkowe
        P_267 Podatnik wybrał kwartalny sposób opłacania ryczałtu na podstawie art. 21 ust. 1a ustawy: 1 - tak
        P_268 Podatnik wybrał metodę ustalania daty powstania przychodów na podstawie art. 14 ust. 1j ustawy o podatku \
        dochodowym: 1 - tak
        # Y. Rachunek osobisty do zwrotu nadpłaty
        P_269A Kraj siedziby banku (oddziału)
        P_270 Waluta, w której jest prowadzony rachunek
        P_271_1 Pełny numer rachunku - numer IBAN
        P_271_2 Kod SWIFT
        """
}
