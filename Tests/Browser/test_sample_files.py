"""An office with the public sample files: one send to firms of three forms of taxation, each gets its own."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from files import firms_csv, nip
from server import ROOT, Server, run
from test_printouts import kind, open_window, window

SAMPLES = ROOT.parent / "shared" / "formats"
HEAD, PASSWORD = "szefowa@biuro-probne.example", "rower stoi pod lipą od wtorku"
YEAR = "2026-01-01/2026-12-31"
FIRMS = [
    ("Księga Jan Przykładowy", "1111111111", "KPiR", "Podatkowa księga przychodów i rozchodów"),
    ("Ryczałt Anna Testowa", "2222222222", "ryczałt", "Ewidencja przychodów"),
    ("Wzorcowa Testowa", "9999999999", "pełna księgowość", "Konta księgi głównej"),
]

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside the project")


@pytest.fixture(scope="module")
def created(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples") / "data"
    made = run("office", "create", "--data", folder, "--name", "Biuro Próbne", "--tax-identifier", nip(5),
               "--email", HEAD, "--person", "Helena Próbna")
    table = folder.parent / "firmy.csv"
    table.write_bytes(firms_csv([(name, number, form, "", "", "") for name, number, form, _ in FIRMS])["buffer"])
    taken = run("firms", "import", table, "--data", folder)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    files = sorted(path for path in SAMPLES.rglob("*.xml") if path.parent.name != "common")
    said = run("import", "--data", folder, *files).stdout
    # One belongs to no firm here; every other one is read, its control sums match and its firm is found by its number.
    assert len(files) == 14 and said.count("taken in") == 14, said
    assert said.count("held") <= 1 and "do not agree" not in said, said
    return folder, re.findall(r"https?://[^/\s]+(/activation/\S+)", made.stdout)[0]


@pytest.fixture(scope="module")
def server(created):
    with Server(created[0], command="serve") as server:
        yield server


def email(number):
    return f"klient{number[0]}@klienci.example"


def invite(head, firm, number):
    head.open_firm(firm)
    head.open(head.path.split("?")[0] + "/people")
    form = head.page.locator("form#invite")
    head.field("fields.personName", form).fill(f"Osoba {firm}")
    head.field("fields.email", form).fill(email(number))
    head.button("firms.inviteSubmit", form).click()
    return head.field("firms.link.label").input_value()


def test_each_of_three_firms_gets_the_ledger_of_its_own_form(office, created, tmp_path):
    helena = office.visitor()
    helena.activate(created[1], PASSWORD)
    if helena.path.startswith("/sign-in"):
        helena.sign_in(HEAD, PASSWORD)
    links = {name: invite(helena, name, number) for name, number, *_ in FIRMS}

    helena.open("/office/firms")
    helena.tick(*links)
    helena.compose("Księgi za rok", "W załączeniu.")
    open_window(helena, YEAR)
    for *_, ledger in FIRMS:
        kind(helena, ledger).check()
    helena.button("printoutChoice.done", window(helena)).click()
    helena.check()
    expect(helena.page.locator("#lacking")).to_have_count(0)
    helena.send()

    for name, number, _, ledger in FIRMS:
        client = office.visitor()
        client.activate(links[name], PASSWORD + "!")
        if client.path.startswith("/sign-in"):
            client.sign_in(email(number), PASSWORD + "!")
        client.open_message("Księgi za rok")
        expect(client.page.locator("a.attachment")).to_have_count(1)
        saved, content = client.download(ledger)
        paper = tmp_path / "wydruk.pdf"
        paper.write_bytes(content)
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
        assert saved.endswith(".pdf") and number in text and ledger.split()[-1].lower() in text.lower()
