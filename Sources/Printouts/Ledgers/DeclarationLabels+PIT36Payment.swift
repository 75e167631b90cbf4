/// The fields of PIT-36 (32) from the advances on. The consent in `P_513` is about the amount in `P_511`; the schema names
/// another field by mistake.
extension DeclarationLabels {
    static let pit36Payment = """
        # L. Zaliczki, o których mowa w art. 44 ust. 1 ustawy, oraz podatek, o którym mowa w art. 30g ustawy
        P_310…P_315/P_362…P_367 Należna zaliczka za miesiąc {quarter I}
        P_316…P_321/P_368…P_373 Należny podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter I}
        P_322…P_327/P_374…P_379 Zapłacony podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter I}
        P_328…P_333/P_380…P_385 Zapłacona zaliczka za miesiąc {quarter I}
        P_334…P_339/P_386…P_391 Należna zaliczka za miesiąc {quarter VII}
        P_340/P_392 Razem należna zaliczka
        P_341…P_346/P_393…P_398 Należny podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter VII}
        P_347/P_399 Razem należny podatek, o którym mowa w art. 30g ustawy
        P_348…P_353/P_400…P_405 Zapłacony podatek, o którym mowa w art. 30g ustawy za miesiąc {quarter VII}
        P_354/P_406 Razem zapłacony podatek, o którym mowa w art. 30g ustawy
        P_355…P_360/P_407…P_412 Zapłacona zaliczka za miesiąc {quarter VII}
        P_361/P_413 Razem zapłacona zaliczka
        # M. Dodatkowy zwrot z tytułu ulgi na dzieci
        P_414/P_415 Składki na ubezpieczenia społeczne i zdrowotne
        P_416/P_417 Różnica między przysługującą ulgą na dzieci a ulgą na dzieci odliczoną w zeznaniu
        P_418 Dodatkowy zwrot z tytułu ulgi na dzieci
        # N. Podatek do zapłaty / nadpłata / łączny zwrot
        P_419 Suma wpłaconych zaliczek, zaliczek pobranych przez płatników lub przekazanych płatnikom (spółkom \
        nieruchomościowym) oraz wpłaconego podatku, o którym mowa w art. 30g ustawy
        P_420 Różnica między należnym podatkiem, o którym mowa w art. 30g ustawy, a podatkiem należnym
        P_421/P_422 Zryczałtowany podatek dochodowy, o którym mowa w art. 29, art. 30 i art. 30a ustawy, jeżeli \
        podatek ten nie został pobrany przez płatnika, z wyjątkiem podatku wykazanego w poz. 423-426 oraz w części O \
        (po zaokrągleniu do pełnych złotych)
        P_423/P_424 Zryczałtowany podatek obliczony od przychodów (dochodów), o których mowa w art. 30a ust. 1 pkt 1–5 \
        ustawy, uzyskanych poza granicami Rzeczypospolitej Polskiej
        P_425/P_426 Podatek zapłacony za granicą, o którym mowa w art. 30a ust. 9 ustawy (przeliczony na złote)
        P_427/P_428 Różnica między zryczałtowanym podatkiem a podatkiem zapłaconym za granicą (po zaokrągleniu do \
        pełnych złotych)
        P_429/P_430 Podatek wykazany w załączniku PIT/IP
        P_431/P_432 Podatek należny od dochodu wynikającego z cofniętego zezwolenia albo z uchylonej decyzji o \
        wsparciu, jeżeli utrata prawa do zwolnienia nastąpiła w grudniu roku podatkowego, oraz niezapłacony podatek \
        należny od dochodu wynikającego z cofniętego zezwolenia albo z uchylonej decyzji o wsparciu, jeżeli utrata \
        prawa do zwolnienia nastąpiła w innym miesiącu roku podatkowego, na podstawie art. 21 ust. 5c ustawy
        P_433 PODATEK DO ZAPŁATY
        P_434 PODATEK DO ZAPŁATY POMNIEJSZONY O DODATKOWY ZWROT Z TYTUŁU ULGI NA DZIECI
        P_435 NADPŁATA
        P_436 ŁĄCZNY ZWROT
        # O. Zryczałtowany podatek dochodowy, o którym mowa w art. 44 ust. 1b ustawy
        P_437…P_448/P_449…P_460 Miesiąc {month I}
        # P. Odsetki naliczone zgodnie z art. 22e ust. 1 pkt 4 i ust. 2 ustawy
        P_461…P_472/P_473…P_484 Miesiąc {month I}
        # Q. Należne zaliczki, o których mowa w art. 44 ust. 1a, 1c i 7 ustawy
        P_485…P_496/P_497…P_508 Miesiąc {month I}
        #
        P_509 Dochody (przychody) wykazywane na podstawie art. 45 ust. 3c ustawy
        # S. Wniosek o przekazanie 1,5% podatku należnego na rzecz Organizacji Pożytku Publicznego (OPP)
        P_510 Numer KRS
        P_511 Wnioskowana kwota
        P_512 Cel szczegółowy 1,5%
        P_513 Wyrażam zgodę na przekazanie OPP swojego imienia, nazwiska i adresu wraz z informacją o kwocie z poz. 511
        # T. Dane kontaktowe
        P_514 Telefon
        P_515 E-mail
        # U. Informacje o załącznikach
        P_516 Liczba załączników PIT/B
        P_517 Liczba załączników PIT/BR
        P_518 Liczba załączników PIT/DS
        P_519 Liczba załączników PIT/IP
        P_520 Liczba załączników SSE-R
        P_521 Liczba załączników PIT/SE
        P_522 Liczba załączników PIT/D
        P_523 Liczba załączników PIT-2K
        P_524 Liczba załączników PIT/M
        P_525 Liczba załączników PIT/O
        P_526 Liczba załączników PIT/ZG
        P_527 Liczba załączników PIT/Z
        P_528 Liczba załączników PIT/MIT
        P_529 Liczba załączników PIT/WOT
        P_530 Liczba załączników PIT/PM
        P_531 Liczba załączników PIT/NZI
        P_532 Liczba załączników: certyfikat rezydencji
        P_533 Załącznik PIT/D dołącza do swojego zeznania: 1 - podatnik, 2 - małżonek
        P_534 Kod zeznania, do którego został dołączony załącznik PIT/D: 1 - PIT-28, 2 - PIT-36, 3 - PIT-37
        P_535 Identyfikator podatkowy, nazwisko i imię małżonka oraz urząd, do którego został złożony załącznik PIT/D
        # V. Rachunek osobisty do zwrotu nadpłaty
        P_536_1 Osoba zgłaszająca rachunek: 1 - podatnik
        P_536_2 Osoba zgłaszająca rachunek: 1 - małżonek
        P_537A Kraj siedziby banku (oddziału)
        P_538 Waluta, w której prowadzony jest rachunek
        P_539_1 Pełny numer rachunku - numer IBAN
        P_539_2 Kod SWIFT
        # W. Karta Dużej Rodziny (KDR)
        P_540_1 Osoba posiadająca ważną KDR: 1 - podatnik
        P_540_2 Osoba posiadająca ważną KDR: 1 - małżonek
        """
}
