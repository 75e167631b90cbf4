"""Every page of the product, and the way to open it. Add a line for each new page."""

from playwright.sync_api import expect

import firm_pages
import import_pages
import notice_pages

NOWHERE = "/no/such/page"


def _row(list_path, name):
    """Opens the entry of a list with this name: a subject of the demo's last days, a person of its cast."""
    def visit(person):
        person.open(list_path)
        person.page.locator("a.row__link").filter(has_text=name).click()
        expect(person.heading).to_contain_text(name)
    return visit


def _at(path, status=200):
    return lambda person: person.open(path, status)


def _deputy(person):
    _row("/office/staff", "Marek Wilk")(person)
    form = person.page.locator("#deputy-form")
    form.locator("[name=from]").fill("2099-08-01")
    form.locator("[name=until]").fill("2099-08-14")
    form.get_by_role("button").click()
    expect(person.page.locator("#deputy-plan")).to_be_visible()


def _panel(person):
    person.open("/office/questions")
    person.question_link("Faktura za unit").click()
    person.await_panel("Faktura za unit")


def _of_notice(person):
    person.open("/office/questions?show=all")
    person.page.locator(".question--notice a.row__link").first.click()
    expect(person.page.locator(".questions__notice")).to_be_visible()


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
    "files-other": _at("/files?kind=others"),
    "files-waiting": _at("/files?state=waiting"),
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
    "firms-bookkeeping": firm_pages.filtered("bookkeeping", "form"),
    "firms-hr": firm_pages.filtered("hr", "tag"),
    "firms-taxes": firm_pages.filtered("taxes", None),
    "firms-filter-refused": firm_pages.refused_filter,
    "sheet": notice_pages.sheet,
    "attach": notice_pages.attach,
    "check": notice_pages.check,
    "report": notice_pages.report,
    "remind": notice_pages.from_report("/reminders/new"),
    "withdrawal": notice_pages.from_report("/withdrawals/new"),
    "report-paper": notice_pages.from_report("/paper"),
    "templates": _at("/office/templates"),
    "write-to-firm": notice_pages.write,
    "broadcasts": _at("/office/broadcasts"),
    "files-by-firm": _at("/office/broadcasts/files"),
    "files-by-firm-review": notice_pages.files_by_firm,
    "check-wrong-file": notice_pages.wrong_file,
    "questions": _at("/office/questions"),
    "questions-all": _at("/office/questions?show=all"),
    "questions-panel": _panel,
    "questions-of-notice": _of_notice,
    "conversation": lambda person: person.open_question("Faktura za unit"),
    "search": _at("/office/search?q=klos"),
    "search-none-found": _at("/office/search?q=niemawcaletakiej"),
    "audit": _at("/office/audit"),
    "audit-none-found": _at("/office/audit?q=niemawcaletakiej"),
    "firm": firm_pages.firm, "firm-open": firm_pages.opened,
    "firm-print": firm_pages.tab("archive.print"),
    "firm-files": firm_pages.tab("firms.tab.files"),
    "firm-printouts": firm_pages.printouts,
    "firm-people": firm_pages.people,
    "person": firm_pages.piotr,
    "staff": _at("/office/staff"),
    "staff-member": _row("/office/staff", "Marek Wilk"),
    "deputy": _deputy,
    "outbox": _at("/office/outbox"),
    "firm-settings": firm_pages.tab("firms.tab.settings"),
    "firm-as-client": firm_pages.tab("firms.viewAs"),
    "firm-as-client-messages": firm_pages.view_at("/conversations", "a.row__link"),
    "firm-as-client-message": firm_pages.view,
    "firm-as-client-files": firm_pages.view_at("/files", ".file-row"),
    "firm-as-client-account": firm_pages.view_at("/account", ".contact"),
    "new-firm": _at("/office/firms/new"),
    "new-firm-refused": firm_pages.refused_firm,
    "import": _at("/office/firms/import"),
    "import-check": import_pages.check,
    "import-readings": import_pages.readings,
    "import-done": import_pages.done,
    "tax-imports": import_pages.tax_files,
    "tax-imports-none": _at("/office/imports?q=niemawcaletakiej"),
    "tax-import": import_pages.tax_file("jpk.xml"),
    "tax-import-unmatched": import_pages.tax_file("obcy.xml"),
    "tax-import-receipt": import_pages.unpaired_upo,
    "activation-link": firm_pages.activation_link,
    "account": _at("/office/account"),
    "settings": _at("/office/settings"),
    "not-found": _at(NOWHERE, 404),
}


def everybody(office, language, **options):
    """Yields a visitor, a client with two firms, and the head, all in this language, each with the pages to visit."""
    yield "visitor", office.visitor(language=language, **options), VISITOR
    for role, email, pages in (("client", "tomasz@meble.example", CLIENT), ("office", "anna@biuro.example", OFFICE)):
        person = office.sign_in(email, language=language, **options)
        person.choose_language(language)
        yield role, person, pages
