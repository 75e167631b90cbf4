"""The jobs of the office and of its clients, from the first page, in the presses that each may take."""

import re
from pathlib import Path

from playwright.sync_api import expect

from files import pdf
from office import PHONE
from presses import TARGETS, job

BAKERY, CARRIER = "Piekarnia Kłos", "Przewozy Ewa Nowak"
PASSWORD = "rower stoi pod lipą od wtorku"


def test_every_job_is_walked_by_a_test():
    sources = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    assert {name for name in TARGETS if f'job("{name}"' in sources} == set(TARGETS)


def test_files_dropped_on_the_list_go_each_to_its_firm(office):
    anna = office.sign_in("anna@biuro.example")
    numbers = ["1111111111", "2222222222"]  # of the bakery and the carrier
    with job("J10", anna) as presses:
        anna.page.locator("#firms").evaluate(
            """(place, [numbers, texts]) => {
              const transfer = new DataTransfer();
              numbers.forEach((number, index) => {
                const bytes = Uint8Array.from(texts[index], (each) => each.charCodeAt(0));
                transfer.items.add(new File([bytes], `${number}_2026-07.pdf`, { type: "application/pdf" }));
              });
              place.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
            }""", [numbers, [pdf(number).decode("latin-1") for number in numbers]])
        presses.windows += 1  # the drop itself
        expect(anna.heading).to_have_text(anna.words["filesByFirm.review.title"])
        anna.await_ready()
        expect(anna.page.locator("#matched-title")).to_have_text(anna.words.counted("filesByFirm.review.matched", 2))
        anna.field("fields.subject").fill("Upuszczone")
        anna.field("fields.body").fill("W załączeniu.")
        anna.button("broadcasts.next").click()
        expect(anna.heading).to_have_text(anna.words["broadcasts.check.title"])
        anna.send()
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Upuszczone")
    expect(piotr.page.locator("a.attachment")).to_have_count(1)
    expect(piotr.page.locator("a.attachment")).to_contain_text(numbers[0])


def test_a_client_who_never_was_here_reads_the_first_message(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open_firm(BAKERY)
    anna.link("firms.tab.people").click()
    form = anna.page.locator("form#invite")
    anna.field("fields.personName", form).fill("Nowa Osoba")
    anna.field("fields.email", form).fill("pierwsza@piekarnia.example")
    anna.button("firms.inviteSubmit", form).click()
    link = anna.field("firms.link.label").input_value()
    anna.send_notice("Pierwsza wiadomość", "Witamy.", to=[BAKERY])
    visitor = office.visitor(viewport=PHONE)
    visitor.open(re.sub(r"^https?://[^/]+", "", link))
    with job("J11", visitor):
        expect(visitor.field("fields.newPassword")).to_be_focused()
        visitor.page.keyboard.type(PASSWORD)
        visitor.button("open.activation.submit").click()
        visitor.page.get_by_role("link", name="Pierwsza wiadomość").first.click()
        expect(visitor.message("Witamy.")).to_be_visible()


def test_a_client_reads_in_one_press_and_downloads_in_two(office):
    anna = office.sign_in("anna@biuro.example")
    file = {"name": "deklaracja.pdf", "mimeType": "application/pdf", "buffer": pdf("deklaracja")}
    anna.send_notice("Deklaracja do wglądu", "W załączeniu.", to=[CARRIER], files=[file])
    ewa = office.sign_in("ewa@przewozy.example", viewport=PHONE)
    with job("J13", ewa):
        with job("J12", ewa):
            ewa.page.get_by_role("link", name="Deklaracja do wglądu").first.click()
            expect(ewa.message("W załączeniu.")).to_be_visible()
        assert ewa.download("deklaracja.pdf")[0] == "deklaracja.pdf"
