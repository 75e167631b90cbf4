"""Small valid files of several types, for tests that upload."""

import base64
import hashlib
import itertools
import struct
import zlib
from pathlib import Path

TAX_FILES = Path(__file__).parent.parent / "FormatsTests" / "Files"
BAKERY = "1111111111"
_numbers = itertools.count(1)


def pdf(text):
    """Returns a valid PDF of one page with a text."""
    stream = f"BT /F1 24 Tf 72 720 Td ({text}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def png(width=64, height=48):
    """Returns a green picture."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    rows = (b"\0" + b"\x0d\x6b\x5a" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def upload(name, content, media_type):
    return {"name": name, "mimeType": media_type, "buffer": content}


def a_pdf(name="Instrukcja KSeF.pdf", text="KSeF"):
    return upload(name, pdf(text), "application/pdf")


def a_photo(name="faktura z telefonu.png"):
    return upload(name, png(), "image/png")


def nip(number):
    """Returns an unused NIP for each number: from 700 000 000 on, with its check digit."""
    found = 0
    for first in range(700_000_000, 800_000_000):
        check = sum(int(digit) * weight for digit, weight in zip(str(first), (6, 5, 7, 2, 3, 4, 5, 6, 7))) % 11
        found += check < 10
        if found > number:
            return f"{first}{check}"


def firms_csv(rows, encoding="utf-8-sig"):
    """Returns a file of firms as a Polish spreadsheet saves it."""
    lines = [("Nazwa firmy", "NIP", "Forma opodatkowania", "Opiekun", "Imię i nazwisko", "E-mail"), *rows]
    text = "".join(";".join(line) + "\r\n" for line in lines)
    return upload("firmy.csv", text.encode(encoding), "text/csv")


def jpk(number=BAKERY):
    """Returns a JPK_V7M for February 2026, each with different bytes."""
    text = (TAX_FILES / "jpk_v7m_3.xml").read_text("utf-8").replace("<etd:NIP>1111111111<", f"<etd:NIP>{number}<")
    return f"{text}<!-- {next(_numbers)} -->\n".encode()


def upo(document=b"", number=BAKERY):
    digest = base64.b64encode(hashlib.sha256(document).digest()).decode()
    return f"""<Potwierdzenie wersjaSchemy="6.0"><NazwaPodmiotuPrzyjmujacego>Ministerstwo Finansów</NazwaPodmiotuPrzyjmujacego>
<NumerReferencyjny>{next(_numbers):032x}</NumerReferencyjny><SkrotDokumentu>{digest}</SkrotDokumentu>
<SkrotZlozonejStruktury>x</SkrotZlozonejStruktury><NazwaStrukturyLogicznej>Schemat_JPK_V7M(3)_v1-0E.xsd</NazwaStrukturyLogicznej>
<DataWplyniecia>2026-03-01T09:00:00Z</DataWplyniecia><StempelCzasu>c3Q=</StempelCzasu><NIP1>{number}</NIP1>
<KodUrzedu>1435</KodUrzedu><KodFormularza>JPK_VAT</KodFormularza><Przyjeto>true</Przyjeto></Potwierdzenie>
""".encode()
