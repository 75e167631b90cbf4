"""Every table that the product exports, with texts meant to break it, read back by Python's csv and by a
spreadsheet."""

import csv
import gzip
import io
import random
import re
import subprocess
import unicodedata
from xml.etree import ElementTree

import pytest

from caller import Caller, hidden_fields

PIECES = ['"', '"\u0301', '"\u200d', ";", ",", ",\u0301", "\n", "\r\n", "\t", "'", "=1+1", "=\u0301", "+48", "-2", "@A1", "|x",
          "\u200b=2", "\u0301", "ł", "שלום", "👨‍👩‍👧‍👦", " ", "a", "\\", "\ufeff", "SUM(A1:A9)", " =3", "%0A"]
FORMULA = re.compile(r"[\s\u200b\u0301\ufeff]*[=+\-@|%]")


@pytest.fixture(scope="module")
def tables(server):
    """Returns the three exports in both forms: with semicolons for Polish, with commas for English."""
    generated = random.Random(2026)
    texts = ["".join(generated.choices(PIECES, k=14)) for _ in range(40)] + ['"\u0301;=1+1', '"\u0301,=1+1', "=HYPERLINK(1)"]
    piotr, anna = (Caller(server.base).sign_in(email) for email in ("piotr@piekarnia.example", "anna@biuro.example"))
    for number, text in enumerate(texts):
        fields = dict(hidden_fields(piotr.get("/conversations/new"), "/conversations"))
        piotr.post("/conversations", [*(fields | {"subject": f"Próba {number} {text}", "body": f"{text}x"}).items()])
    firm, report = firm_of(anna), send(anna, texts[-3])
    paths = {"archive": f"/office/firms/{firm}/archive.csv", "report": f"{report}/report.csv", "journal": "/office/audit/export"}
    found = {}
    for language, separator in (("pl", ";"), ("en", ",")):
        anna.post("/account/language", [("language", language)])
        for name, path in paths.items():
            with anna.opener.open(server.base + path, timeout=60) as answer:
                found[name, separator] = answer.read()
    return found, texts


def firm_of(anna):
    page = anna.get("/office/firms?q=Piekarnia+K%C5%82os")
    return re.search(r'<tr data-firm="([0-9a-z]{13})">', page)[1]


def send(anna, text):
    """Sends a notice with such a subject to the bakery; returns its report's address."""
    fields = [("firm", firm_of(anna)), ("subject", f"Ogłoszenie {text}"), ("body", text)]
    check = anna.post("/office/broadcasts/check", fields)
    anna.post("/office/broadcasts", hidden_fields(check, "/office/broadcasts"))
    return re.search(r"/office/broadcasts/[0-9a-z]{13}", anna.address)[0]


def rows(table, separator):
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("name", ["archive", "report", "journal"])
def test_every_row_has_the_cells_of_the_heading_and_no_cell_is_a_formula(tables, name, separator):
    table = rows(tables[0][name, separator], separator)
    assert len(table) > 1
    assert {len(row) for row in table} == {len(table[0])}
    assert [cell for row in table for cell in row if FORMULA.match(cell)] == []


def test_what_was_typed_stands_in_the_archive(tables):
    found, texts = tables
    cells = [row[5] for row in rows(found["archive", ";"], ";")]
    # A leading apostrophe is the export's, or was typed.
    bodies = {*cells, *(cell.removeprefix("'") for cell in cells)}
    plain = lambda text: unicodedata.normalize("NFC", re.sub(r"[\ufeff]", "", text.replace("\r\n", "\n").replace("\t", " "))).strip(" \n")
    assert [text for text in texts if plain(f"{text}x") not in bodies] == []


@pytest.mark.parametrize("name", ["archive", "report", "journal"])
def test_a_spreadsheet_finds_the_same_rows_and_calculates_nothing(tables, name, tmp_path):
    table = tables[0][name, ","]
    (tmp_path / "in.csv").write_bytes(table)
    subprocess.run(["ssconvert", "-I", "Gnumeric_stf:stf_csvtab", tmp_path / "in.csv", tmp_path / "out.gnumeric"],
                   check=True, capture_output=True, timeout=60)
    sheet = ElementTree.fromstring(gzip.decompress((tmp_path / "out.gnumeric").read_bytes()))
    namespace = {"gnm": "http://www.gnumeric.org/v10.dtd"}
    cells = sheet.findall(".//gnm:Cell", namespace)
    # A calculated cell would have a formula and no type.
    assert [cell.text for cell in cells if cell.get("ValueType") is None and cell.get("ExprID") is None] == []
    assert [cell.text for cell in cells if cell.get("ExprID")] == []
    written = rows(table, ",")
    filled = {(row, column) for row, line in enumerate(written) for column, cell in enumerate(line) if cell.strip("'")}
    assert {(int(cell.get("Row")), int(cell.get("Col"))) for cell in cells} == filled
