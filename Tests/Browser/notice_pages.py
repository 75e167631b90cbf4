"""Ways to open the pages of notices: the sheet, the check, the report, files by firm."""

from itertools import count

from playwright.sync_api import expect

import firm_pages
from files import a_pdf
from office import ANY_FIRM

_numbers = count(1)


def sheet(person):
    person.open("/office/firms")
    person.tick(ANY_FIRM)
    person.compose("Podgląd arkusza", "Tekst **ważny**.")


def attach(person):
    """Opens the window with the printouts of a firm."""
    sheet(person)
    person.button("printoutChoice.add").click()
    expect(person.page.locator("#printouts-window [data-printouts-body] > *").first).to_be_visible()


def check(person):
    person.open("/office/firms")
    person.select_all_matching()
    person.compose(f"Sprawdzenie {next(_numbers)}", "Tekst **ważny** z [odnośnikiem](https://www.gov.pl).")
    person.check()


def report(person):
    check(person)
    person.send()


def from_report(end):
    """Opens a page linked from the newest report."""
    def visit(person):
        report(person)
        link = person.page.locator(f"a[href$='{end}']")
        if not link.is_visible():
            person.page.locator(".report__more > summary").click()
        link.click()
        person.expect_path(rf"/office/broadcasts/[0-9a-z]{{13}}{end}")
    return visit


def write(person):
    firm_pages.firm(person)
    person.page.locator("a[href$='/conversations/new']").click()
    expect(person.page.locator("#subject")).to_be_visible()


def files_by_firm(person):
    """Uploads a file without a firm and one with two, neither of which is sent."""
    person.open("/office/broadcasts/files")
    person.page.locator("[data-uploads-input]").last.set_input_files(
        [a_pdf("bez numeru 2026-07.pdf"), a_pdf("dwie firmy.pdf", "1111111111 2222222222"), a_pdf("1111111111.pdf")])
    expect(person.page.locator(".files-by-firm__waiting")).not_to_have_count(0)


def wrong_file(person):
    """Opens the check page that stops the send."""
    person.open("/office/firms")
    person.tick(ANY_FIRM)
    person.compose("Sprawdź", "W załączeniu.", files=[a_pdf("cudza ewidencja.pdf", "NIP 111-111-11-11")])
    person.check()
