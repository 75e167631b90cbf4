"""Ways to open the pages of imports: of firms, and of JPK files with their receipts."""

from itertools import count

from playwright.sync_api import expect

from files import firms_csv, jpk, nip, upload, upo

_numbers = count(1)


def check(person):
    number = next(_numbers)
    rows = [
        (f"Firma z pliku {number}", nip(2000 + number), "KPiR", "marek@biuro.example", "Jan Plik", f"plik{number}@pliki.example"),
        ("", nip(2000 + number), "", "", "Ala Plik", f"ala{number}@pliki.example"),
        ("Bez opiekuna", nip(4000 + number), "ryczałt", "", "", ""), ("Zła", "1234567890", "liniowy", "", "", ""),
    ]
    person.open("/office/firms/import")
    person.page.locator("[data-uploads-input]").set_input_files([firms_csv(rows)])
    expect(person.page.locator("#entries")).to_be_visible()


def readings(person):
    """Uploads a file with two possible encodings, so that the page asks which it is."""
    person.open("/office/firms/import")
    contents = "Nazwa firmy;NIP;Forma\n".encode() + b"S\x88awa;5261040828;KPiR\nKo\xabla;7740001454;KPiR\n"
    person.page.locator("[data-uploads-input]").set_input_files([upload("stare.csv", contents, "text/csv")])
    expect(person.page.locator(".readings")).to_be_visible()


def done(person):
    check(person)
    person.page.locator(".bar__actions button[type=submit]").click()
    expect(person.page.locator("#entries")).to_have_count(0)
    expect(person.page.locator(".totals")).to_be_visible()


def tax_files(person):
    """Uploads a good file, one of no firm, a receipt and a bad one."""
    person.recorder.expect(422)
    person.open("/office/imports")
    document = jpk()
    files = [("jpk.xml", document), ("upo.xml", upo(document)), ("obcy.xml", jpk(nip(7000 + next(_numbers)))), ("zly.xml", b"<Rok>")]
    person.page.locator("[data-tax-imports-input]").set_input_files([upload(name, content, "text/xml") for name, content in files])
    expect(person.page.locator("[data-tax-imports-results] > li")).to_have_count(4)
    expect(person.page.locator("[data-tax-imports-list] > li")).to_have_count(0)


def tax_file(name):
    def visit(person):
        tax_files(person)
        person.page.locator("[data-tax-imports-results] > li").filter(has_text=name).get_by_role("link").click()
        person.expect_path(r"/office/imports/[0-9a-z]{13}")
    return visit


def unpaired_upo(person):
    person.open("/office/imports")
    person.page.locator("[data-tax-imports-input]").set_input_files([upload("upo.xml", upo(b"lost"), "text/xml")])
    person.page.locator("[data-tax-imports-results] > li").get_by_role("link").click()
    expect(person.page.locator("#date")).to_be_visible()
