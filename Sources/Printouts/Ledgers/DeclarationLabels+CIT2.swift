/// The second half of the fields of CIT-8 (33), as the ministry's schema describes them.
extension DeclarationLabels {
    static let citSecondHalf = """
        P_156 Należna zaliczka
        P_162 Należny podatek, o którym mowa w art. 24b ustawy
        P_168 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_174 Zaliczka zapłacona
        P_175 Należna zaliczka
        P_181 Należny podatek, o którym mowa w art. 24b ustawy
        P_187 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_193 Zaliczka zapłacona
        P_176 Należna zaliczka
        P_182 Należny podatek, o którym mowa w art. 24b ustawy
        P_188 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_194 Zaliczka zapłacona
        P_177 Należna zaliczka
        P_183 Należny podatek, o którym mowa w art. 24b ustawy
        P_189 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_195 Zaliczka zapłacona
        P_178 Należna zaliczka
        P_184 Należny podatek, o którym mowa w art. 24b ustawy
        P_190 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_196 Zaliczka zapłacona
        P_179 Należna zaliczka
        P_185 Należny podatek, o którym mowa w art. 24b ustawy
        P_191 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_197 Zaliczka zapłacona
        P_180 Należna zaliczka
        P_186 Należny podatek, o którym mowa w art. 24b ustawy
        P_192 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_198 Zaliczka zapłacona
        P_199 Należna zaliczka
        P_205 Należny podatek, o którym mowa w art. 24b ustawy
        P_211 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_217 Zaliczka zapłacona
        P_200 Należna zaliczka
        P_206 Należny podatek, o którym mowa w art. 24b ustawy
        P_212 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_218 Zaliczka zapłacona
        P_201 Należna zaliczka
        P_207 Należny podatek, o którym mowa w art. 24b ustawy
        P_213 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_219 Zaliczka zapłacona
        P_202 Należna zaliczka
        P_208 Należny podatek, o którym mowa w art. 24b ustawy
        P_214 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_220 Zaliczka zapłacona
        P_203 Należna zaliczka
        P_209 Należny podatek, o którym mowa w art. 24b ustawy
        P_215 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_221 Zaliczka zapłacona
        P_204 Należna zaliczka
        P_210 Należny podatek, o którym mowa w art. 24b ustawy
        P_216 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_222 Zaliczka zapłacona
        P_223 Należna zaliczka
        P_229 Należny podatek, o którym mowa w art. 24b ustawy
        P_235 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_241 Zaliczka zapłacona
        P_224 Należna zaliczka
        P_230 Należny podatek, o którym mowa w art. 24b ustawy
        P_236 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_242 Zaliczka zapłacona
        P_225 Należna zaliczka
        P_231 Należny podatek, o którym mowa w art. 24b ustawy
        P_237 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_243 Zaliczka zapłacona
        P_226 Należna zaliczka
        P_232 Należny podatek, o którym mowa w art. 24b ustawy
        P_238 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_244 Zaliczka zapłacona
        P_227 Należna zaliczka
        P_233 Należny podatek, o którym mowa w art. 24b ustawy
        P_239 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_245 Zaliczka zapłacona
        P_228 Należna zaliczka
        P_234 Należny podatek, o którym mowa w art. 24b ustawy
        P_240 Zapłacony podatek, o którym mowa w art. 24b ustawy
        P_246 Zaliczka zapłacona
        P_247 Różnica pomiędzy podatkiem należnym a sumą należnych zaliczek za rok podatkowy
        P_248 Różnica pomiędzy sumą należnych zaliczek za rok podatkowy a podatkiem należnym
        P_249 Różnica pomiędzy należnym podatkiem, o którym mowa w art. 24b ustawy, a podatkiem należnym
        P_250 Suma wpłat dokonanych przez podatnika
        P_251 Zwiększenie podatku wynikające z załączników CIT/BR i CIT/WW
        P_252 Zwiększenie podatku w związku z utratą prawa do zwolnienia w przypadku cofnięcia zezwolenia lub \
        uchylenia decyzji o wsparciu
        P_253 Zwiększenie podatku wynikające z innych przepisów niewymienionych w innych pozycjach zeznania
        P_254 Podatek wykazany w załączniku CIT/IP
        P_255 Podatek należny od dochodu z przekształcenia albo jego część, wykazane w załączniku CIT/KW, do zapłaty w \
        terminie złożenia zeznania
        P_256 Suma zaliczek przekazanych płatnikowi (spółce nieruchomościowej) za rok podatkowy
        P_257 Podatek od przerzuconych dochodów wykazany w załączniku CIT/PD
        P_258 Minimalny podatek dochodowy wykazany w załączniku CIT/M
        P_259 Podatek do zapłaty
        P_260 Nadpłata
        P_261 Wydatkowany dochód
        P_267 Należny podatek
        P_262 Wydatkowany dochód
        P_268 Należny podatek
        P_263 Wydatkowany dochód
        P_269 Należny podatek
        P_264 Wydatkowany dochód
        P_270 Należny podatek
        P_265 Wydatkowany dochód
        P_271 Należny podatek
        P_266 Wydatkowany dochód
        P_272 Należny podatek
        P_273 Wydatkowany dochód
        P_279 Należny podatek
        P_274 Wydatkowany dochód
        P_280 Należny podatek
        P_275 Wydatkowany dochód
        P_281 Należny podatek
        P_276 Wydatkowany dochód
        P_282 Należny podatek
        P_277 Wydatkowany dochód
        P_283 Należny podatek
        P_278 Wydatkowany dochód
        P_284 Należny podatek
        P_285 Wydatkowany dochód
        P_291 Należny podatek
        P_286 Wydatkowany dochód
        P_292 Należny podatek
        P_287 Wydatkowany dochód
        P_293 Należny podatek
        P_288 Wydatkowany dochód
        P_294 Należny podatek
        P_289 Wydatkowany dochód
        P_295 Należny podatek
        P_290 Wydatkowany dochód
        P_296 Należny podatek
        P_297 Wydatkowany dochód
        P_302 Należny podatek
        P_298 Wydatkowany dochód
        P_303 Należny podatek
        P_299 Wydatkowany dochód
        P_304 Należny podatek
        P_300 Wydatkowany dochód
        P_305 Należny podatek
        P_301 Wydatkowany dochód
        P_306 Należny podatek
        P_307 Dochód uzyskany i niewydatkowany do końca 1994 r. (art. 6 ust. 2 ustawy z dnia 2 grudnia 1994 r. o \
        zmianie niektórych ustaw regulujących zasady opodatkowania oraz niektórych innych ustaw (Dz. U. z 1995 r. poz. \
        25))
        P_308 Podatek należny, obliczony od dochodu z poz. 307
        P_309 Podatek naliczony zgodnie z art. 39 ust. 4 ustawy
        P_310 Odsetki naliczone od dnia zaliczenia do kosztów uzyskania przychodów wydatków na nabycie lub wytworzenie \
        we własnym zakresie składników majątku do dnia, w którym okres ich używania przekroczył rok, lub do dnia \
        zaliczenia ich do środków trwałych lub wartości niematerialnych i prawnych - art. 16e ust. 1 pkt 4 i ust. 2 \
        ustawy
        P_311 Odsetki naliczone na podstawie art. 7 ust. 8 ustawy
        P_312 Odsetki naliczone na podstawie art. 12 ust. 1ab ustawy
        P_313 Podatek należny od dochodu z przekształcenia, wykazany w załączniku CIT/KW, płatny w częściach po \
        terminie złożenia zeznania
        P_314 Podatek należny od dochodu, obliczony zgodnie z art. 7aa ust. 4 i 9 ustawy, wykazany w załączniku CIT/KW \
        do zapłaty
        P_315 Podatnik wybrał rok podatkowy inny niż rok kalendarzowy: 1 - tak, 2 - nie
        P_316 Podatnik w roku podatkowym, następującym po roku wskazanym w poz. 4 i 5, rozpoczyna opodatkowanie \
        ryczałtem od dochodów spółek określonym w rozdziale 6b ustawy: 1 - tak, 2 - nie
        P_317 Podatnik w roku podatkowym, poprzedzającym rok wskazany w poz. 4 i 5, zakończył opodatkowanie ryczałtem \
        od dochodów spółek określonym w rozdziale 6b ustawy: 1 - tak, 2 - nie
        P_318 Podatnik dokonał odpisów na wyodrębniony w kapitale rezerwowym fundusz utworzony na cele inwestycyjne, \
        zgodnie z art. 15 ust. 1hb ustawy: 1 - tak, 2 - nie
        P_319 Wysokość dokonanego odpisu w roku podatkowym wskazanym w poz. 4 i 5
        P_320 Podatnik złożył do właściwego naczelnika urzędu skarbowego informację o planowanych inwestycjach zgodnie \
        z art. 15 ust. 1hb pkt 4 lit. a ustawy: 1 - tak, 2 - nie
        P_321 Podatnik jest spółką nieruchomościową, o której mowa w art. 4a pkt 35 ustawy: 1 - tak, 2 - nie
        P_322 Okresy zawieszenia
        P_323 Nazwy spółek i okresy zawieszenia
        P_324 Inne informacje
        """
}
