"""A KPiR of many rows: as a file for the product, and as a table for the printers that it is compared with."""

import dataclasses
import re
import sys
import time
from pathlib import Path

import servers

FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
NAMESPACE = "http://jpk.mf.gov.pl/wzor/2024/10/30/10302/"
TYPES = "http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/01/05/eD/DefinicjeTypy/"
WIDTHS = [17, 37, 51, 42, 37, 56, 49, 50, 39, 37, 39, 39, 36, 38, 38, 39, 27, 60, 34]
# The element of the file for each of the 19 columns.
COLUMNS = ["K_1", "K_2", "K_3B", "K_3A", "K_4B", "K_5A", "K_5B", "K_6", "K_7", "", "K_9", "K_10"]


@dataclasses.dataclass
class Printed:
    pages: int
    seconds: float
    megabytes: float

    @property
    def rate(self) -> float:
        return self.pages / self.seconds


def said(printed: Printed) -> str:
    return f"{printed.rate:,.0f} pages/s ({printed.pages:,} pages, {printed.megabytes:.0f} MB)"


def rows(count: int):
    for number in range(1, count + 1):
        place = (number - 1) * 12
        yield {"K_1": number, "K_2": f"2026-{1 + place // count:02}-{1 + place % count * 28 // count:02}",
               "K_3A": f"FV/2026/{number}", "K_3B": "4444444444-20260105-000000000001-0A", "K_4A": "PL",
               "K_4B": "4444444444", "K_5A": "MŁYN PRZYKŁADOWY S.A.", "K_5B": f"00-001 Nibylandia, ul. Młyńska {number % 90}",
               "K_6": "Zakup mąki" if number % 2 else "Sprzedaż pieczywa",
               **({"K_10": "400.50"} if number % 2 else {"K_7": "1000.00", "K_9": "1000.00"})}


def write(file: Path, count: int) -> None:
    def element(name: str, content: object) -> str:
        return f"<{name}>{content}</{name}>"

    head = "".join(element(name, content) for name, content in (
        ("WariantFormularza", 3), ("CelZlozenia", 0), ("DataWytworzeniaJPK", "2027-02-15T09:00:00Z"),
        ("DataOd", "2026-01-01"), ("DataDo", "2026-12-31"), ("KodUrzedu", "1435")))
    person = "".join(element(f"etd:{name}", content) for name, content in (
        ("NIP", "1111111111"), ("ImiePierwsze", "Jan"), ("Nazwisko", "Przykładowy"), ("DataUrodzenia", "1980-01-01")))
    with file.open("w", encoding="utf-8") as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<JPK xmlns="{NAMESPACE}" xmlns:etd="{TYPES}"><Naglowek>'
                  f'<KodFormularza kodSystemowy="JPK_PKPIR (3)" wersjaSchemy="1-0">JPK_PKPIR</KodFormularza>{head}'
                  f'</Naglowek><Podmiot1 rola="Podatnik">{element("OsobaFizyczna", person)}</Podmiot1><PKPIRInfo>'
                  + "".join(element(f"P_{number}", "0.00") for number in range(1, 5)) + "</PKPIRInfo>\n")
        for row in rows(count):
            out.write(element("PKPIRWiersz", "".join(element(*cell) for cell in row.items())) + "\n")
        out.write("<PKPIRCtrl>" + element("LiczbaWierszy", count) + element("SumaPrzychodow", f"{count // 2 * 1000}.00")
                  + "</PKPIRCtrl></JPK>\n")


def printed(program: Path, folder: Path, count: int) -> Printed:
    file = folder / f"ledger-{count}.xml"
    write(file, count)
    pages, seconds, kilobytes = servers.run(program, "print", file).split()
    return Printed(int(pages), float(seconds), int(kilobytes) / 1024)


def rival(name: str, count: int) -> Printed:
    python = servers.ROOT / ".venv-bench" / "bin" / "python"
    pages, seconds, kilobytes = servers.run(python, Path(__file__), name, count).split()
    return Printed(int(pages), float(seconds), int(kilobytes) / 1024)


def table(count: int) -> list[list[str]]:
    return [[str(row.get(name, "")) for name in COLUMNS] + [""] * 7 for row in rows(count)]


def reportlab(lines: list[list[str]]) -> int:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Noto", FONT))
    style = ParagraphStyle("cell", fontName="Noto", fontSize=5.6, leading=7)
    document = SimpleDocTemplate("/dev/null", pagesize=landscape(A4), leftMargin=26, rightMargin=26, topMargin=60,
                                 bottomMargin=60)
    cells = [[Paragraph(text, style) if 2 <= place <= 7 else text for place, text in enumerate(line)] for line in lines]
    heading = [str(number) for number in range(1, 20)]
    whole = [(0, 0), (-1, -1)]
    document.build([LongTable([heading, *cells], colWidths=WIDTHS, repeatRows=1, style=[
        ("FONT", *whole, "Noto", 5.6), ("GRID", *whole, 0.35, colors.grey), ("VALIGN", *whole, "TOP"),
        *((f"{side}PADDING", *whole, 2) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"))])])
    return document.page


def weasyprint(lines: list[list[str]]) -> int:
    from weasyprint import HTML

    style = ("@page{size:A4 landscape;margin:60pt 26pt}body{font:5.6pt 'Noto Sans'}td,th{border:.35pt solid #999;"
             "padding:2pt;overflow-wrap:anywhere;vertical-align:top}"
             "table{border-collapse:collapse;width:100%;table-layout:fixed}")
    columns = "".join(f"<col style='width:{width}pt'>" for width in WIDTHS)
    heading = "".join(f"<th>{number}</th>" for number in range(1, 20))
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in line) + "</tr>" for line in lines)
    html = f"<style>{style}</style><table><colgroup>{columns}</colgroup><thead><tr>{heading}</tr></thead>{body}</table>"
    document = HTML(string=html).render()
    document.write_pdf("/dev/null")
    return len(document.pages)


if __name__ == "__main__":
    content = table(int(sys.argv[2]))
    start = time.monotonic()
    count = {"reportlab": reportlab, "weasyprint": weasyprint}[sys.argv[1]](content)
    seconds = time.monotonic() - start
    # getrusage includes the program that started this one.
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text()).group(1)
    print(count, seconds, peak)
