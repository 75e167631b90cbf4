"""A JPK_V7M of any size, for a firm of the measured office."""

import datetime
from pathlib import Path

NAMESPACE = "http://crd.gov.pl/wzor/2025/12/19/14090/"
TYPES = "http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/09/13/eD/DefinicjeTypy/"


def element(name: str, content: object, attributes: str = "") -> str:
    return f"<{name}{attributes}>{content}</{name}>"


def row(number: int) -> str:
    cells = {"LpSprzedazy": number, "NrKontrahenta": "4444444444", "NazwaKontrahenta": f"MŁYN PRZYKŁADOWY NR {number % 90} S.A.",
             "DowodSprzedazy": f"FV/2026/07/{number}", "DataWystawienia": f"2026-07-{1 + number % 28:02}",
             "NrKSeF": f"1111111111-202607{1 + number % 28:02}-{number:012X}-0A", "K_19": "1000.00", "K_20": "230.00"}
    return element("SprzedazWiersz", "".join(element(name, content) for name, content in cells.items())) + "\n"


def write(file: Path, nip: str, megabytes: int) -> int:
    """Writes a file with unique bytes, since the same file would not be imported twice. Returns the number of its
    rows."""
    made = datetime.datetime.now(datetime.UTC)
    head = "".join(element(name, content) for name, content in (
        ("WariantFormularza", 3), ("DataWytworzeniaJPK", f"{made:%Y-%m-%dT%H:%M:%SZ}")))
    head += element("CelZlozenia", 1, ' poz="P_7"') + "".join(element(name, content) for name, content in (
        ("KodUrzedu", "1435"), ("Rok", 2026), ("Miesiac", 7)))
    firm = element("OsobaNiefizyczna", element("NIP", nip) + element("PelnaNazwa", "FIRMA MIERZONA SP. Z O.O.")
                   + element("Email", "firma@example.com"))
    count = megabytes * 1_000_000 // len(row(100_000).encode())
    with file.open("w", encoding="utf-8") as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<JPK xmlns="{NAMESPACE}" xmlns:etd="{TYPES}"><Naglowek>'
                  f'<KodFormularza kodSystemowy="JPK_V7M (3)" wersjaSchemy="1-0E">JPK_VAT</KodFormularza>{head}</Naglowek>'
                  f'<Podmiot1 rola="Podatnik">{firm}</Podmiot1><Ewidencja>\n')
        for number in range(1, count + 1):
            out.write(row(number))
        out.write("<SprzedazCtrl>" + element("LiczbaWierszySprzedazy", count)
                  + element("PodatekNalezny", f"{count * 230}.00") + "</SprzedazCtrl><ZakupCtrl>"
                  + element("LiczbaWierszyZakupow", 0) + element("PodatekNaliczony", "0.00")
                  + "</ZakupCtrl></Ewidencja></JPK>\n")
    return count
