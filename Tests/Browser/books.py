"""Books of firms for February 2026, imported by the command, as from the office's bookkeeping program."""

import re

from server import ROOT, run

FILES = ROOT / "Tests" / "FormatsTests" / "Files"
BAKERY, CARRIER, FURNITURE = "1111111111", "2222222222", "3333333333"


def book(name, nip, made="2026-03-01T09:00:00Z", document="A/1"):
    """Returns a file of books. Another document number makes it a later version; the same rows make it a copy, at any
    time."""
    text = (FILES / f"{name}.xml").read_text().replace("<K_4>A/1<", f"<K_4>{document}<")
    for element, value in (("DataOd", "2026-02-01"), ("DataDo", "2026-02-28"), ("DataWytworzeniaJPK", made)):
        text = re.sub(rf"<{element}>.*?<", f"<{element}>{value}<", text, count=1)
    return re.sub(r"<etd:NIP>.*?<", f"<etd:NIP>{nip}<", text)


def take_in(server, folder, *texts):
    """Imports files through the running server."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"jpk-{number}.xml")
        paths[-1].write_text(text)
    done = run("import", "--data", server.data, *paths)
    assert done.returncode == 0, done.stdout + done.stderr


def take_in_books(server, folder):
    """Imports a revenue register of the bakery, a tax ledger of the carrier, full books of the furniture maker."""
    take_in(server, folder, book("jpk_ewp_4", BAKERY), book("jpk_pkpir_3", CARRIER), book("jpk_kr_1", FURNITURE))
