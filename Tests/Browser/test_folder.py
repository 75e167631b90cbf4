"""J10: a folder of files to as many firms, one each; and the check for another firm's file."""

import re

import pytest
from playwright.sync_api import expect

from files import a_pdf, pdf, upload
from office import ANY_FIRM, DESK, PHONE
from presses import Presses

BAKERY, CARRIER = "Piekarnia Kłos", "Przewozy Ewa Nowak"
DROP = "/office/broadcasts/files"


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def drop(person, *files):
    person.open(DROP)
    person.page.locator("[data-uploads-input]").last.set_input_files(list(files))
    expect(person.heading).to_have_text(person.words["filesByFirm.review.title"])
    person.await_ready()


def numbers(person):
    """Returns the firms that may be typed, with their numbers."""
    drop(person, a_pdf("nic.pdf", "nic"))
    choices = person.page.locator("#files-by-firm-firms option").evaluate_all("all => all.map((each) => each.value)")
    return {name: number for name, number in (re.fullmatch(r"(.*) \((\d+)\)", each).groups() for each in choices)}


def write(person, subject):
    person.field("fields.subject").fill(subject)
    person.field("fields.body").fill("Plik w załączeniu.")


def check(person):
    person.button("broadcasts.next").click()
    expect(person.heading).to_have_text(person.words["broadcasts.check.title"])


def test_a_folder_goes_to_as_many_firms_in_four_presses_and_each_sees_its_own(anna, office, tmp_path):
    firms = numbers(anna)
    assert len(firms) == 64
    folder = tmp_path / "lipiec"
    folder.mkdir()
    for count, (name, number) in enumerate(firms.items()):
        # By its name, or by its text.
        spaced = f"{number[:3]}-{number[3:6]}-{number[6:8]}-{number[8:]}" if len(number) == 10 else number
        title, text = (f"{number}_2026-07.pdf", "a") if count % 2 else (f"plik {count}.pdf", f"NIP {spaced} 07.2026")
        (folder / title).write_bytes(pdf(text))
    (folder / "nieznany.pdf").write_bytes(pdf("niczyj"))
    (folder / "Thumbs.db").write_bytes(b"nothing")
    anna.open(DROP)
    presses = Presses(anna)
    with anna.page.expect_file_chooser() as window:
        anna.page.locator("label.file-button").first.click()
    presses.windows += 1
    window.value.set_files(str(folder))
    expect(anna.heading).to_have_text(anna.words["filesByFirm.review.title"], timeout=60_000)
    anna.await_ready()
    expect(anna.page.locator("#matched-title")).to_have_text(anna.words.counted("filesByFirm.review.matched", 64))
    expect(anna.page.locator(".files-by-firm__waiting")).to_have_count(1)
    expect(anna.page.locator(".files-by-firm__waiting")).to_contain_text("nieznany.pdf")
    expect(anna.page.locator(".recipients__item").first).to_contain_text("lipiec 2026")
    write(anna, "Ewidencje za lipiec")
    check(anna)
    expect(anna.page.locator(".paper .attachments li")).to_have_count(1)
    expect(anna.page.get_by_text(anna.words.counted("filesByFirm.left", 1))).to_be_visible()
    anna.send()
    assert presses.count <= 4, f"{presses.count} presses"

    for email, name in (("piotr@piekarnia.example", BAKERY), ("ewa@przewozy.example", CARRIER)):
        client = office.sign_in(email)
        client.open_message("Ewidencje za lipiec")
        expect(client.page.locator("a.attachment")).to_have_count(1)
        number = firms[name]
        saved, content = client.download(client.page.locator("a.attachment bdi").first.text_content())
        assert number in saved or number in content.decode("latin-1").replace("-", "")


def test_files_are_dropped_on_the_page_and_one_without_a_firm_is_given_to_one(anna, office):
    anna.open(DROP)
    anna.page.locator("form[data-uploads-folder]").evaluate(
        """(form, text) => {
          const transfer = new DataTransfer();
          const bytes = Uint8Array.from(text, (each) => each.charCodeAt(0));
          transfer.items.add(new File([bytes], "bez numeru.pdf", { type: "application/pdf" }));
          transfer.items.add(new File(["x"], "notatka.txt", { type: "text/plain" }));
          form.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }""", pdf("niczyj").decode("latin-1"))
    expect(anna.heading).to_have_text(anna.words["filesByFirm.review.title"])
    anna.await_ready()
    write(anna, "Ręcznie wybrany")
    anna.recorder.expect(422)
    anna.button("broadcasts.next").click()
    expect(anna.page.get_by_text(anna.words["errors.noFileGoes"])).to_be_visible()
    field = anna.page.locator(".files-by-firm__waiting input.input")
    field.fill("Nie ma takiej")
    anna.button("broadcasts.next").click()
    expect(anna.page.get_by_text(anna.words["errors.firmUnknown"])).to_be_visible()
    expect(anna.field("fields.subject")).to_have_value("Ręcznie wybrany")
    field.fill(BAKERY)
    check(anna)
    anna.link("broadcasts.check.edit").click()
    expect(field).to_have_value(re.compile(rf"^{BAKERY} \(\d{{10}}\)$"))
    check(anna)
    anna.send()
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Ręcznie wybrany")
    expect(piotr.page.locator("a.attachment")).to_contain_text("bez numeru.pdf")


def test_another_firms_file_stops_the_notice_until_somebody_says_it_is_right(anna):
    number = numbers(anna)[CARRIER]
    anna.open("/office/firms")
    anna.tick(ANY_FIRM)
    anna.compose("Cudzy plik", "W załączeniu.", files=[a_pdf("cudzy.pdf", f"NIP {number}")])
    anna.check()
    expect(anna.page.get_by_role("alert")).to_contain_text(CARRIER)
    expect(anna.page.locator(".bar--still form")).to_have_count(0)
    anna.button("wrongFiles.right").click()
    anna.expect_path(r"/office/broadcasts/[0-9a-z]{13}")


def test_another_firms_file_stops_an_answer_until_it_is_ticked(anna, office):
    number = numbers(anna)[CARRIER]
    anna.open_firm(BAKERY)
    anna.page.locator("a[href$='/conversations/new']").click()
    form = anna.page.locator("form[data-uploads]")
    write(anna, "Jeden cudzy")
    anna.attach(a_pdf("cudzy.pdf", f"NIP {number}"), within=form)
    anna.recorder.expect(422)
    anna.button("messages.send", form).click()
    expect(form.get_by_role("alert").filter(has_text=CARRIER)).to_be_visible()
    expect(anna.field("fields.subject")).to_have_value("Jeden cudzy")
    form.locator("input[name=rightFiles]").check()
    anna.button("messages.send", form).click()
    expect(anna.heading).to_have_text("Jeden cudzy")
    # It is below the whole thread, and scrolled into view.
    anna.page.set_viewport_size(PHONE)
    anna.await_ready()
    answer = anna.page.locator("form#answer")
    anna.field("messages.answer", answer).fill("I jeszcze raz.")
    anna.attach(a_pdf("cudzy.pdf", f"NIP {number}"), within=answer)
    anna.button("messages.send", answer).click()
    expect(anna.page.locator(".wrong")).to_be_focused()
    expect(anna.page.locator(".wrong")).to_be_in_viewport()
    anna.page.set_viewport_size(DESK)


def would_go_on(person, event):
    """Returns whether the browser would perform its default action for a drop on the page."""
    return person.page.evaluate(f"""() => {{
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "a.pdf"));
      return ({event});
    }}""")


def test_what_is_dropped_beside_the_form_is_not_opened_and_who_leaves_while_files_go_up_is_asked(anna):
    anna.open(DROP)
    beside = 'document.body.dispatchEvent(new DragEvent("{}", {{ {}bubbles: true, cancelable: true }}))'
    for name in ("dragover", "drop"):
        assert not would_go_on(anna, beside.format(name, "dataTransfer: transfer, "))
        assert would_go_on(anna, beside.format(name, ""))
    leaving = 'dispatchEvent(new Event("beforeunload", { cancelable: true }))'
    assert would_go_on(anna, leaving)
    held = []
    anna.page.route("**/uploads?*", lambda route: held.append(route))
    anna.page.locator("[data-uploads-input]").last.set_input_files([a_pdf("a.pdf", "nic")])
    expect(anna.page.locator(".upload")).to_be_visible()
    assert not would_go_on(anna, leaving)
    held[0].continue_()
    anna.page.unroute("**/uploads?*")
    expect(anna.heading).to_have_text(anna.words["filesByFirm.review.title"])


def test_a_file_that_does_not_come_is_counted_apart_and_asked_about(anna):
    anna.open(DROP)
    anna.recorder.expect(415)
    files = [a_pdf("dobry.pdf", "nic"), upload("zly.pdf", b"nie jest to PDF", "application/pdf")]
    anna.page.locator("[data-uploads-input]").last.set_input_files(files)
    status = anna.page.locator("[data-uploads-progress-all] [role=status]")
    expect(status).to_contain_text(anna.words["filesByFirm.failed"].replace("{count}", "1"))
    expect(status).to_contain_text(anna.words["filesByFirm.count"].replace("{done}", "1").replace("{all}", "2"))
    expect(anna.page.locator("[data-uploads-status]")).to_have_text(anna.words["filesByFirm.ask"].replace("{count}", "1"))
    expect(anna.page.locator(".upload--failed [data-upload-remove]")).to_be_focused()
    anna.button("filesByFirm.next").click()
    expect(anna.heading).to_have_text(anna.words["filesByFirm.review.title"])
    expect(anna.page.locator(".files-by-firm__waiting")).to_have_count(1)
    anna.button("filesByFirm.review.again").click()
    expect(anna.heading).to_have_text(anna.words["filesByFirm.title"])


def test_the_only_file_taken_away_sends_nothing_and_what_is_too_much_is_said_before_it_goes(anna):
    anna.open(DROP)
    held, sent = [], []
    anna.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    anna.page.route("**/uploads?*", lambda route: held.append(route))
    anna.page.locator("[data-uploads-input]").last.set_input_files([a_pdf("a.pdf", "nic")])
    anna.page.locator("[data-upload-remove]").click()
    expect(anna.page.locator(".upload")).to_have_count(0)
    anna.page.locator("form[data-uploads-folder]").evaluate("form => { form.dataset.limit = 1; }")
    anna.page.locator("[data-uploads-input]").last.set_input_files([a_pdf("a.pdf", "nic"), a_pdf("b.pdf", "nic")])
    refusal = anna.words["filesByFirm.tooMany"].replace("{limit}", "1").replace("{count}", "2")
    expect(anna.page.locator("[data-uploads-status]")).to_have_text(refusal)
    expect(anna.page.locator(".upload")).to_have_count(0)
    anna.page.unroute("**/uploads?*")
    assert len(held) == 1 and not [url for url in sent if url.endswith(DROP)]
    anna.expect_path(DROP)


def test_a_drop_without_a_file_does_no_harm(anna):
    for path in (DROP, "/office/firms/import"):
        anna.open(path)
        anna.page.locator("form[data-uploads]").evaluate(
            """form => {
              const event = new Event("drop", { bubbles: true, cancelable: true });
              event.dataTransfer = { types: ["Files"], files: [], items: [] };
              form.dispatchEvent(event);
            }""")
        expect(anna.page.locator(".upload")).to_have_count(0)


def test_the_review_fits_a_phone(office):
    anna = office.sign_in("anna@biuro.example", viewport=PHONE)
    drop(anna, a_pdf("Bardzo długa nazwa pliku bez numeru i bez firmy.pdf", "nic"))
    assert anna.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
