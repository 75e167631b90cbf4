/// The fields of PIT-36 (32) from the deductions to the tax. `P_296` is about the income in `P_293` and `P_294`; the schema
/// names two other fields by mistake.
extension DeclarationLabels {
    static let pit36Tax = """
        # F. Odliczenie strat i składek na ubezpieczenia społeczne
        P_205_1/P_205_2 Straty z lat ubiegłych (wymienić źródła)
        P_206/P_207 Straty z lat ubiegłych
        P_208/P_209 Składki na ubezpieczenia społeczne
        P_210/P_211 Dochód po odliczeniu strat i składek na ubezpieczenia społeczne
        # G. Odliczenia od dochodu / zwolnienie
        P_212/P_213 Odliczenia - wykazane w części B załącznika PIT/O
        P_214/P_215 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych na działalność badawczo-rozwojową, \
        na podstawie art. 26e ustawy
        P_216/P_217 Odliczenie z tytułu kosztów produkcji próbnej nowego produktu i wprowadzenia na rynek nowego \
        produktu, na podstawie art. 26ga ustawy
        P_218/P_219 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych w celu zwiększenia przychodów ze \
        sprzedaży produktów, na podstawie art. 26gb ustawy
        P_220/P_221 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych na działalność sportową, kulturalną \
        oraz wspierającą szkolnictwo wyższe i naukę, na podstawie art. 26ha ustawy
        P_222/P_223 Odliczenie z tytułu wydatków na nabycie terminala płatniczego oraz wydatków związanych z obsługą \
        transakcji płatniczych przy użyciu terminala płatniczego, na podstawie art. 26hd ustawy
        P_224/P_225 Odliczenie z tytułu zatrudnienia żołnierzy terytorialnej służby wojskowej lub żołnierzy aktywnej \
        rezerwy, na podstawie art. 26he ustawy
        P_226/P_227 Odliczenie z tytułu kosztów uzyskania przychodów poniesionych na robotyzację, na podstawie art. \
        52jb ustawy
        P_228/P_229 Ulga odsetkowa - wykazana w części B.1. załącznika PIT/D
        P_230/P_231 Dodatkowa obniżka - na podstawie rozporządzenia Rady Ministrów z dnia 24 stycznia 1995 r. w \
        sprawie odliczeń od dochodu wydatków inwestycyjnych oraz obniżek podatku dochodowego w gminach zagrożonych \
        szczególnie wysokim bezrobociem strukturalnym - zgodnie z art. 5 ust. 2 ustawy z dnia 21 listopada 1996 r. o \
        zmianie ustawy o podatku dochodowym od osób fizycznych
        P_232/P_233 Dochód po odliczeniach
        P_234/P_235 Odliczenia wydatków mieszkaniowych - wykazane w części B.3. załącznika PIT/D
        P_236/P_237 Dochód zwolniony od podatku - na podstawie przepisów wykonawczych do ustawy z dnia 20 października \
        1994 r. o specjalnych strefach ekonomicznych
        # H.1. Zwiększenia podstawy obliczenia podatku / zmniejszenia straty
        P_238/P_239 Utrata prawa do odliczeń z tytułu ulg inwestycyjnych
        P_240/P_241 Zwiększenia podstawy obliczenia podatku
        P_242/P_243 Zmniejszenia straty z pozarolniczej działalności gospodarczej
        P_244/P_245 Zmniejszenia straty z działów specjalnych produkcji rolnej
        P_246/P_247 Strata z pozarolniczej działalności gospodarczej po zmniejszeniach
        P_248/P_249 Strata z działów specjalnych produkcji rolnej po zmniejszeniach
        # H.2. Zwiększenia / zmniejszenia straty o wartość wierzytelności i zobowiązań wynikających z transakcji \
        handlowych zawartych w ramach pozarolniczej działalności gospodarczej
        P_250/P_251 Zwiększenia straty na podstawie art. 26i ust. 2 pkt 1 oraz ust. 8 ustawy
        P_252/P_253 Strata po zwiększeniach
        P_254/P_255 Zmniejszenia straty na podstawie art. 26i ust. 2 pkt 2 oraz ust. 7 ustawy
        P_256/P_257 Strata po zmniejszeniach - do odliczenia w kolejnych latach
        P_258/P_259 Doliczenie do podstawy obliczenia podatku
        # H.3. Zwiększenia / zmniejszenia straty o wartość wierzytelności i zobowiązań wynikających z transakcji \
        handlowych zawartych w ramach działów specjalnych produkcji rolnej
        P_260/P_261 Zwiększenia straty na podstawie art. 26i ust. 2 pkt 1 oraz ust. 8 ustawy
        P_262/P_263 Strata po zwiększeniach
        P_264/P_265 Zmniejszenia straty na podstawie art. 26i ust. 2 pkt 2 oraz ust. 7 ustawy
        P_266/P_267 Strata po zmniejszeniach - do odliczenia w kolejnych latach
        P_268/P_269 Doliczenie do podstawy obliczenia podatku
        # H.4. Zwiększenia / zmniejszenia straty o wartość wierzytelności i zobowiązań wynikających z transakcji \
        handlowych zawartych w ramach działalności polegającej na sprzedaży przetworzonych produktów roślinnych i \
        zwierzęcych
        P_270/P_271 Zwiększenia straty na podstawie art. 26i ust. 2 pkt 1 oraz ust. 8 ustawy
        P_272/P_273 Strata po zwiększeniach
        P_274/P_275 Zmniejszenia straty na podstawie art. 26i ust. 2 pkt 2 oraz ust. 7 ustawy
        P_276/P_277 Strata po zmniejszeniach - do odliczenia w kolejnych latach
        P_278/P_279 Doliczenie do podstawy obliczenia podatku
        # H.5. Podstawa obliczenia podatku po uwzględnieniu kwot z części H.1., H.2., H.3. i H.4.
        P_280/P_281 Podstawa obliczenia podatku
        # H.6.1. Zwiększenia podstawy obliczenia podatku
        P_282/P_283 Wartość zobowiązań i wierzytelności zwiększających podstawę obliczenia podatku, o których mowa w \
        art. 26i ust. 1 pkt 2 i ust. 7 ustawy
        # H.6.2. Zmniejszenia podstawy obliczenia podatku
        P_284/P_285 Wartość wierzytelności i zobowiązań zmniejszających podstawę obliczenia podatku, o których mowa w \
        art. 26i ust. 1 pkt 1 i ust. 8 ustawy
        # H.6.3. Podstawa obliczenia podatku po uwzględnieniu kwot z części H.6.1. i H.6.2.
        P_286/P_287 Podstawa obliczenia podatku po zwiększeniach i zmniejszeniach
        P_288/P_289 Wartość nieodliczonych w poprzednich latach wierzytelności i zobowiązań zmniejszających podstawę \
        obliczenia podatku
        P_290/P_291 Podstawa obliczenia podatku po odliczeniu
        # I. Obliczenie podatku
        P_292 Podstawa obliczenia podatku
        P_293/P_294 Dochody osiągnięte za granicą, o które jest zwiększona podstawa obliczenia podatku do ustalenia \
        stopy procentowej (przeliczone na złote)
        P_295 Podstawa obliczenia podatku (po zaokrągleniu do pełnych złotych)
        P_296 Obliczony podatek - zgodnie z art. 27 ust. 1-8 ustawy (w przypadku uzyskania dochodów wymienionych w \
        poz. 293 i 294 należy obliczyć podatek z zastosowaniem stopy procentowej)
        P_297 Doliczenia do podatku - tytuł (wymienić)
        P_298 Doliczenia do podatku
        P_299/P_300 Podatek zapłacony za granicą - zgodnie z art. 27 ust. 9 i 9a ustawy (przeliczony na złote)
        P_301 Podatek
        # J. Odliczenia od podatku
        P_302/P_303 Odliczenia od podatku - wykazane w części C załącznika PIT/O
        P_304 Podatek po odliczeniach
        P_305 Odliczenia od podatku wydatków mieszkaniowych - wykazane w części C.2. załącznika PIT/D
        # K. Obliczenie zobowiązania podatkowego
        P_306 Podatek należny (po zaokrągleniu do pełnych złotych)
        P_307 Suma należnych zaliczek za rok podatkowy, w tym zaliczek pobranych przez płatników lub przekazanych \
        płatnikom (spółkom nieruchomościowym)
        P_308 Różnica między podatkiem należnym a sumą należnych zaliczek za rok podatkowy, w tym zaliczek pobranych \
        przez płatników lub przekazanych płatnikom (spółkom nieruchomościowym)
        P_309 Różnica między sumą należnych zaliczek za rok podatkowy, w tym zaliczek pobranych przez płatników lub \
        przekazanych płatnikom (spółkom nieruchomościowym), a podatkiem należnym
        """
}
