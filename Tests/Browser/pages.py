"""Every page of the product, and the way to open it. Add a line for each new page."""

from itertools import count

from playwright.sync_api import expect

from files import a_pdf, firms_csv, jpk, nip, upload, upo
from office import ANY_FIRM

NOWHERE = "/no/such/page"
_numbers = count(1)


def _row(list_path, name):
    """Opens the entry of a list with this name: a subject of the demo's last days, a person of its cast."""
    def visit(person):
        person.open(list_path)
        person.page.locator("a.row__link").filter(has_text=name).click()
        expect(person.heading).to_contain_text(name)
    return visit


def _at(path, status=200):
    return lambda person: person.open(path, status)


def _firm(person):
    person.open("/office/firms?q=klos")
    person.firm_list.get_by_role("link", name="Piekarnia Kłos", exact=True).click()
    expect(person.page.locator(".subnav")).to_be_visible()


def _firm_tab(key):
    def visit(person):
        _firm(person)
        person.link(key).click()
        expect(person.page.locator("main")).to_be_visible()
    return visit


def _firm_printouts(person):
    _firm_tab("firms.tab.files")(person)
    person.page.locator("a.segment[href$='/printouts']").click()
    expect(person.page.locator(".printouts").first).to_be_visible()


def _firm_view(person):
    _firm_tab("firms.viewAs")(person)
    person.page.locator("a.row__link").filter(has_text="Bułki dla szkoły").click()
    expect(person.page.locator("article.message")).to_have_count(2)


def _firm_view_files(person):
    _firm_tab("firms.viewAs")(person)
    person.page.locator("a.segment[href*='/view/files']").click()
    expect(person.page.locator(".file-row").first).to_be_visible()


def _firm_people(person):
    _firm(person)
    person.link("firms.tab.people").click()
    expect(person.page.locator("#people-title")).to_be_visible()


def _link(person):
    _firm_people(person)
    invite = person.page.locator("form#invite")
    invite.locator("[name=name]").fill("Osoba Próbna")
    invite.locator("[name=email]").fill(f"proba{next(_numbers)}@piekarnia.example")
    invite.get_by_role("button").click()
    expect(person.page.locator("#link")).to_be_visible()


def _person(person):
    _firm_people(person)
    person.page.locator(".people__name a", has_text="Piotr Kłos").click()
    expect(person.page.locator("#rights-title")).to_be_visible()


def _deputy(person):
    _row("/office/staff", "Marek Wilk")(person)
    form = person.page.locator("#deputy-form")
    form.locator("[name=from]").fill("2099-08-01")
    form.locator("[name=until]").fill("2099-08-14")
    form.get_by_role("button").click()
    expect(person.page.locator("#deputy-plan")).to_be_visible()


def _sheet(person):
    person.open("/office/firms")
    person.tick(ANY_FIRM)
    person.compose("Podgląd arkusza", "Tekst **ważny**.")


def _attach(person):
    """Opens the window with the printouts of a firm."""
    _sheet(person)
    person.button("printoutChoice.add").click()
    expect(person.page.locator("#printouts-window [data-printouts-body] > *").first).to_be_visible()


def _check(person):
    person.open("/office/firms")
    person.select_all_matching()
    person.compose(f"Sprawdzenie {next(_numbers)}", "Tekst **ważny** z [odnośnikiem](https://www.gov.pl).")
    person.check()


def _report(person):
    _check(person)
    person.send()


def _from_report(end):
    """Opens a page linked from the newest report."""
    def visit(person):
        _report(person)
        person.page.locator(f"a[href$='{end}']").click()
        person.expect_path(rf"/office/broadcasts/[0-9a-z]{{13}}{end}")
    return visit


def _write(person):
    _firm(person)
    person.page.locator("a[href$='/conversations/new']").click()
    expect(person.page.locator("#subject")).to_be_visible()


def _filtered(tab, menu):
    """Opens a tab with active filters, and optionally one of their menus."""
    def visit(person):
        person.open(f"/office/firms?tab={tab}&form=fullBooks&form=ledger&state=unread")
        if not menu:
            return
        person.page.locator(f"#filter-{menu} > summary").click()
        expect(person.page.locator(f"#filter-{menu} .filter__panel")).to_be_visible()
    return visit


def _refused_filter(person):
    """Saves a filter under a name that is taken already."""
    person.open("/office/firms?form=card")
    person.recorder.expect(422)
    person.page.locator("#save-filter > summary").click()
    person.page.locator("#filter-name").fill("VAT miesięczny i kwartalny")
    person.page.locator("#save-filter form").get_by_role("button").click()
    expect(person.page.locator("#filter-name-error")).to_be_visible()


def _refused_firm(person):
    person.recorder.expect(422)
    person.open("/office/firms/new")
    person.page.locator("#name").fill("Zła")
    person.page.locator("#identifier").fill("1234567890")
    person.page.locator("#form").select_option("lumpSum")
    person.page.locator("main form").get_by_role("button").click()
    expect(person.page.locator("#identifier-error")).to_be_visible()


def _import_check(person):
    number = next(_numbers)
    rows = [
        (f"Firma z pliku {number}", nip(2000 + number), "KPiR", "marek@biuro.example", "Jan Plik", f"plik{number}@pliki.example"),
        ("", nip(2000 + number), "", "", "Ala Plik", f"ala{number}@pliki.example"),
        ("Bez opiekuna", nip(4000 + number), "ryczałt", "", "", ""), ("Zła", "1234567890", "liniowy", "", "", ""),
    ]
    person.open("/office/firms/import")
    person.page.locator("[data-uploads-input]").set_input_files([firms_csv(rows)])
    expect(person.page.locator("#entries")).to_be_visible()


def _import_readings(person):
    """Uploads a file with two possible encodings, so that the page asks which it is."""
    person.open("/office/firms/import")
    contents = "Nazwa firmy;NIP;Forma\n".encode() + b"S\x88awa;5261040828;KPiR\nKo\xabla;7740001454;KPiR\n"
    person.page.locator("[data-uploads-input]").set_input_files([upload("stare.csv", contents, "text/csv")])
    expect(person.page.locator(".readings")).to_be_visible()


def _import_done(person):
    _import_check(person)
    person.page.locator(".bar__actions button[type=submit]").click()
    expect(person.page.locator("#entries")).to_have_count(0)
    expect(person.page.locator(".totals")).to_be_visible()


def _files_by_firm(person):
    """Uploads a file without a firm and one with two, neither of which is sent."""
    person.open("/office/broadcasts/files")
    person.page.locator("[data-uploads-input]").last.set_input_files(
        [a_pdf("bez numeru 2026-07.pdf"), a_pdf("dwie firmy.pdf", "1111111111 2222222222"), a_pdf("1111111111.pdf")])
    expect(person.page.locator(".files-by-firm__waiting")).not_to_have_count(0)


def _wrong_file(person):
    """Opens the check page that stops the send."""
    person.open("/office/firms")
    person.tick(ANY_FIRM)
    person.compose("Sprawdź", "W załączeniu.", files=[a_pdf("cudza ewidencja.pdf", "NIP 111-111-11-11")])
    person.check()


def _imports(person):
    """Uploads a good file, one of no firm, a receipt and a bad one."""
    person.recorder.expect(422)
    person.open("/office/imports")
    document = jpk()
    files = [("jpk.xml", document), ("upo.xml", upo(document)), ("obcy.xml", jpk(nip(7000 + next(_numbers)))), ("zly.xml", b"<Rok>")]
    person.page.locator("[data-tax-imports-input]").set_input_files([upload(name, content, "text/xml") for name, content in files])
    expect(person.page.locator("[data-tax-imports-results] > li")).to_have_count(4)
    expect(person.page.locator("[data-tax-imports-list] > li")).to_have_count(0)


def _import_file(name):
    def visit(person):
        _imports(person)
        person.page.locator("[data-tax-imports-results] > li").filter(has_text=name).get_by_role("link").click()
        person.expect_path(r"/office/imports/[0-9a-z]{13}")
    return visit


def _unpaired_upo(person):
    person.open("/office/imports")
    person.page.locator("[data-tax-imports-input]").set_input_files([upload("upo.xml", upo(b"lost"), "text/xml")])
    person.page.locator("[data-tax-imports-results] > li").get_by_role("link").click()
    expect(person.page.locator("#date")).to_be_visible()


VISITOR = {
    "sign-in": _at("/sign-in"),
    "password-reset": _at("/password-reset"),
    "link-ended": lambda person: (person.recorder.expect(404), person.recorder.expect(410),
                                  person.page.goto("/activation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
    "not-found": _at(NOWHERE, 404),
}

CLIENT = {
    "home": _at("/"),
    "messages": _at("/conversations"),
    "message": _row("/conversations", "Reklamacja z zagranicy"),
    "new-message": _at("/conversations/new"),
    "files": _at("/files"),
    "files-search": _at("/files?q=ewidencje"),
    "search": _at("/search?q=faktury"),
    "search-nothing-typed": _at("/search"),
    "account": _at("/account"),
    "taking": _at("/sign-in?next=/files.zip"),
    "not-found": _at(NOWHERE, 404),
}

OFFICE = {
    "firms": _at("/office/firms"),
    "firms-none-found": _at("/office/firms?q=niemawcaletakiej"),
    "firms-bookkeeping": _filtered("bookkeeping", "form"),
    "firms-hr": _filtered("hr", "tag"),
    "firms-taxes": _filtered("taxes", None),
    "firms-filter-refused": _refused_filter,
    "sheet": _sheet,
    "attach": _attach,
    "check": _check,
    "report": _report,
    "remind": _from_report("/reminders/new"),
    "report-paper": _from_report("/paper"),
    "templates": _at("/office/templates"),
    "write-to-firm": _write,
    "broadcasts": _at("/office/broadcasts"),
    "files-by-firm": _at("/office/broadcasts/files"),
    "files-by-firm-review": _files_by_firm,
    "check-wrong-file": _wrong_file,
    "questions": _at("/office/questions"),
    "conversation": _row("/office/questions?show=unanswered", "Faktura za unit"),
    "search": _at("/office/search?q=klos"),
    "search-none-found": _at("/office/search?q=niemawcaletakiej"),
    "audit": _at("/office/audit"),
    "audit-none-found": _at("/office/audit?q=niemawcaletakiej"),
    "firm": _firm,
    "firm-print": _firm_tab("archive.print"),
    "firm-files": _firm_tab("firms.tab.files"),
    "firm-printouts": _firm_printouts,
    "firm-people": _firm_people,
    "person": _person,
    "staff": _at("/office/staff"),
    "staff-member": _row("/office/staff", "Marek Wilk"),
    "deputy": _deputy,
    "outbox": _at("/office/outbox"),
    "firm-settings": _firm_tab("firms.tab.settings"),
    "firm-as-client": _firm_tab("firms.viewAs"),
    "firm-as-client-message": _firm_view, "firm-as-client-files": _firm_view_files,
    "new-firm": _at("/office/firms/new"),
    "new-firm-refused": _refused_firm,
    "import": _at("/office/firms/import"),
    "import-check": _import_check,
    "import-readings": _import_readings,
    "import-done": _import_done,
    "tax-imports": _imports,
    "tax-imports-none": _at("/office/imports?q=niemawcaletakiej"),
    "tax-import": _import_file("jpk.xml"),
    "tax-import-unmatched": _import_file("obcy.xml"),
    "tax-import-receipt": _unpaired_upo,
    "activation-link": _link,
    "account": _at("/office/account"),
    "not-found": _at(NOWHERE, 404),
}


def everybody(office, language, **options):
    """Yields a visitor, a client with two firms, and the head, all in this language, each with the pages to visit."""
    yield "visitor", office.visitor(language=language, **options), VISITOR
    for role, email, pages in (("client", "tomasz@meble.example", CLIENT), ("office", "anna@biuro.example", OFFICE)):
        person = office.sign_in(email, language=language, **options)
        person.choose_language(language)
        yield role, person, pages
