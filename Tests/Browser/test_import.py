"""Journey 9: an office imports its firms and their people from a spreadsheet's file, in a few presses."""

import time

import pytest
from playwright.sync_api import expect

from files import firms_csv, nip, upload
from presses import job
from server import run

MAREK = "marek@biuro.example"


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def choose(person, file):
    person.open("/office/firms/import")
    person.page.locator("[data-uploads-input]").set_input_files([file])
    expect(person.heading).to_have_text(person.words["firmImports.check.title"])
    person.await_ready()


def confirm_button(person):
    return person.page.locator(".bar__actions button[type=submit]")


def total(person, number, key):
    return person.page.locator(".totals__item").filter(has_text=str(number)).filter(has_text=key)


def test_three_hundred_firms_in_a_minute(anna):
    anna.open("/office/firms")
    before = int(anna.firm_list.get_attribute("data-matching"))
    rows = [(f"Zakład nr {n}", nip(n), "KPiR", MAREK, f"Osoba {n}", f"osoba{n}@zaklady.example") for n in range(300)]
    rows += [("", nip(n), "", "", f"Wspólnik {n}", f"wspolnik{n}@zaklady.example") for n in range(0, 300, 2)]
    started = time.monotonic()
    with job("J9", anna) as presses:
        anna.page.locator("#add-menu > summary").click()
        anna.link("firmImports.action").click()
        anna.await_ready()
        presses.choose_file(anna.page.locator(".file-button"), firms_csv(rows))
        expect(anna.heading).to_have_text(anna.words["firmImports.check.title"])
        expect(anna.page.locator("#entries")).to_contain_text("Zakład nr 0")
        expect(anna.page.locator("#mistakes")).to_have_count(0)
        confirm_button(anna).click()
        expect(anna.heading).to_have_text(anna.words["firmImports.done.title"], timeout=60_000)
    assert time.monotonic() - started < 60
    expect(anna.page.locator(".totals")).to_contain_text("450")
    anna.link("firmImports.done.firms").click()
    expect(anna.firm_list).to_have_attribute("data-matching", str(before + 300))
    anna.search_firms("Wspólnik 298")
    expect(anna.row("Zakład nr 298")).to_be_visible()


@pytest.mark.journey
def test_mistakes_are_named_by_row_and_column_and_the_good_rows_can_be_taken(anna):
    rows = [
        ("Dobra Jedna", nip(1000), "ryczałt", "Marek Wilk", "Ula Dobra", "ula@dobra.example"),
        ("Zła Druga", "1234567890", "ryczałt", "", "", ""),
        ("Zła Trzecia", nip(1001), "liniowy", "", "Jan Zły", "jan(a)zla.example"),
    ]
    choose(anna, firms_csv(rows, encoding="cp1250"))
    expect(anna.page.locator(".page-head__detail")).to_contain_text("Windows-1250")
    mistakes = anna.page.locator("#mistakes tbody tr")
    expect(mistakes).to_have_count(3)
    for row, (number, letter, typed) in enumerate([("3", "B", "1234567890"), ("4", "C", "liniowy"), ("4", "F", "jan(a)zla")]):
        for word in (number, letter, typed):
            expect(mistakes.nth(row)).to_contain_text(word)
    confirm_button(anna).click()
    expect(anna.heading).to_have_text(anna.words["firmImports.done.title"])
    expect(anna.page.locator(".notice--wait")).to_be_visible()
    anna.open("/office/firms")
    anna.search_firms("ula dobra")
    expect(anna.row("Dobra Jedna")).to_be_visible()
    # The same file again: existing firms are not repeated, and nothing is left to add.
    choose(anna, firms_csv(rows))
    expect(confirm_button(anna)).to_have_count(0)
    expect(anna.page.locator("#warnings")).to_contain_text("ula@dobra.example")


def test_two_tabs_take_it_in_once(anna):
    choose(anna, firms_csv([("Podwójna", nip(1100), "KPiR", MAREK, "Ola Raz", "ola@raz.example")]))
    other = anna.tab()
    other.open(anna.path)
    for person in (anna, other):
        confirm_button(person).click()
        expect(person.heading).to_have_text(person.words["firmImports.done.title"])
    anna.open("/office/firms")
    anna.search_firms("Podwójna")
    assert anna.firm_list.get_attribute("data-matching") == "1"


def test_a_file_that_cannot_be_read_says_why_and_another_one_can_follow(anna):
    anna.recorder.expect(415)
    anna.recorder.expect(422)
    anna.open("/office/firms/import")
    field = anna.page.locator("[data-uploads-input]")
    field.set_input_files([upload("firmy.csv", b"PK\x03\x04" + bytes(200), "text/csv")])
    expect(anna.page.locator(".upload--failed")).to_be_visible()
    field.set_input_files([upload("firmy.csv", "nazwa;forma\nx;karta\n".encode(), "text/csv")])
    expect(anna.page.locator(".notice--bad")).to_contain_text("NIP")
    anna.await_ready()
    field.set_input_files([firms_csv([("Wreszcie", nip(1200), "karta", "", "", "")])])
    expect(anna.page.locator("#entries")).to_contain_text("Wreszcie")


@pytest.mark.parametrize("email", ["marek@biuro.example", "ola@biuro.example"])
def test_only_the_head_takes_files_in(office, email):
    person = office.sign_in(email)
    person.open("/office/firms")
    expect(person.link("firmImports.action")).to_have_count(0)
    person.open("/office/firms/import", 404)


# The command line


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("command") / "data"
    made = run("office", "create", "--data", folder, "--name", "Biuro", "--tax-identifier", "1111111111", "--email",
               "szef@biuro.example")
    assert made.returncode == 0, made.stderr
    return folder


def csv(path, rows):
    path.write_bytes(firms_csv(rows)["buffer"])
    return path


def test_the_command_takes_all_or_says_what_is_wrong(folder, tmp_path):
    good = ("Jedna", nip(1), "KPiR", "", "Jan Jeden", "jan@jedna.example")
    file = csv(tmp_path / "firmy.csv", [good, ("Druga", "123", "KPiR", "", "", "")])
    refused = run("firms", "import", file, "--data", folder)
    assert refused.returncode == 1 and "row 3, column B (NIP), «123»" in refused.stderr
    checked = run("firms", "import", file, "--data", folder, "--check")
    assert checked.returncode == 1
    taken = run("firms", "import", file, "--data", folder, "--skip-errors")
    assert taken.returncode == 0 and "1 firms, 1 new people, 1 accesses" in taken.stdout, taken.stderr
    again = run("firms", "import", csv(file, [good]), "--data", folder)
    assert again.returncode == 0 and "nothing new" in again.stdout
    for wrong in (tmp_path / "missing.csv", csv(tmp_path / "x", []), BAD):
        answer = run("firms", "import", wrong, "--data", folder)
        assert answer.returncode == 1 and len(answer.stderr.strip().splitlines()) == 1, answer.stderr


BAD = __file__


def test_the_command_works_while_the_office_is_served(server, tmp_path):
    good = ("Wtrakcie", nip(5000), "KPiR", "", "Ida Wtrakcie", "ida@wtrakcie.example")
    answer = run("firms", "import", csv(tmp_path / "f.csv", [good]), "--data", server.data)
    assert answer.returncode == 0 and "1 firms, 1 new people, 1 accesses" in answer.stdout, answer.stderr
    refused = run("firms", "import", csv(tmp_path / "f.csv", [("Zła", "123", "KPiR", "", "", "")]), "--data", server.data)
    assert refused.returncode == 1 and "row 2, column B (NIP), «123»" in refused.stderr
