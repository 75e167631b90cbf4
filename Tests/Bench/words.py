"""Words for an office of any size: enough of them that texts differ, and that a search finds only some."""

import random

FIRMS = ["Piekarnia", "Przewozy", "Meble", "Studio", "Kwiaciarnia", "Warsztat", "Sklep", "Gabinet", "Biuro", "Hurtownia",
         "Zakład", "Restauracja", "Apteka", "Tartak", "Drukarnia"]

NAMES = [f"{first} {last}" for first in ("Anna", "Piotr", "Ewa", "Tomasz", "Marek", "Ola", "Jan", "Maria", "Adam", "Zofia")
         for last in ("Lis", "Nowak", "Wójcik", "Mazur", "Krawczyk", "Zając", "Dudek", "Sikora", "Baran", "Kubiak")]

SUBJECTS = ["VAT za październik", "Terminy do końca miesiąca", "Dokumenty do uzupełnienia", "Faktura bez numeru",
            "Umowa zlecenie dla studenta", "Składki ZUS", "Zmiana stawki ryczałtu", "Pytanie o samochód w firmie",
            "Deklaracja roczna", "Wyciąg z banku", "Korekta faktury", "Delegacja za granicę", "Leasing i odliczenia",
            "Nowy pracownik od poniedziałku", "Zwrot nadpłaty", "Kasa fiskalna po przeglądzie"]

SENTENCES = [
    "Prosimy o przesłanie brakujących faktur do 10. dnia miesiąca.", "Kwota do zapłaty jest w załączniku.",
    "Termin mija **w piątek**, potem naliczane są odsetki.", "Czy ten wydatek można odliczyć w całości?",
    "Dziękuję, wyślę skan jeszcze dzisiaj.", "Umowa została zarejestrowana, kopia w teczce.",
    "Bank potwierdził przelew na nowy rachunek podatkowy.", "W tym miesiącu składka zdrowotna jest wyższa.",
    "Proszę zwrócić uwagę na numer NIP na fakturze.", "Samochód służy także celom prywatnym, więc odlicza się połowę.",
    "Deklaracja została przyjęta, UPO jest w plikach.", "Pracownik wraca z urlopu w poniedziałek.",
    "Korekta obejmuje dwie faktury z września.", "Kasa fiskalna wymaga przeglądu przed końcem roku.",
    "Ewidencja jest gotowa do sprawdzenia.", "Proszę o potwierdzenie liczby nadgodzin.",
    "Różnice kursowe zostały rozliczone po kursie NBP.", "Zaświadczenie z urzędu dotarło wczoraj.",
    "Amortyzacja zaczyna się od następnego miesiąca.", "Szczegóły są na https://www.podatki.gov.pl w dziale o VAT.",
]


def body(choose: random.Random, least: int, most: int) -> str:
    """Returns a message of some paragraphs, each of one to four sentences; sometimes with a list."""
    parts = [" ".join(choose.sample(SENTENCES, choose.randint(1, 4))) for _ in range(choose.randint(least, most))]
    if choose.random() < 0.2:
        parts.append("\n".join(f"- {sentence}" for sentence in choose.sample(SENTENCES, 3)))
    return "\n\n".join(parts)
