"""A client's pages work without scripts; only adding files needs them."""

import pytest
from playwright.sync_api import expect

from office import PHONE

BAKERY = "Piekarnia Kłos"


@pytest.fixture
def piotr(office):
    return office.sign_in("piotr@piekarnia.example", viewport=PHONE, java_script_enabled=False)


def test_a_message_is_read_by_the_button_and_not_before(office, piotr):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Bez skryptów", "Też działa.", to=[BAKERY])
    piotr.open("/")
    waiting = piotr.unread()
    piotr.open_message("Bez skryptów")
    piotr.expect_unread(waiting)
    anna.open_letter(BAKERY, "Bez skryptów")
    expect(anna.message("Też działa.").locator(".message__receipt")).to_have_count(0)
    piotr.button("messages.haveRead", piotr.message("Też działa.")).click()
    piotr.expect_unread(waiting - 1)
    expect(piotr.button("messages.haveRead", piotr.message("Też działa."))).to_have_count(0)
    expect(anna.message("Też działa.").locator(".message__receipt")).to_contain_text("Piotr")


def test_he_answers_and_asks_by_plain_forms(office, piotr):
    piotr.ask("Pytanie bez skryptów", "Czy dojdzie?")
    piotr.answer("I jeszcze dopisek.")
    anna = office.sign_in("anna@biuro.example")
    anna.open_question("Pytanie bez skryptów")
    expect(anna.message("I jeszcze dopisek.")).to_be_visible()


def test_nothing_on_the_page_needs_a_script_that_is_not_there(piotr):
    piotr.open("/conversations")
    piotr.link("messages.write").click()
    expect(piotr.page.locator(".needs-script").first).to_be_hidden()
    expect(piotr.button("messages.send")).to_be_visible()


def test_an_empty_answer_comes_back_with_a_word(piotr):
    piotr.recorder.expect(422)
    piotr.ask("Pusta odpowiedź", "Zaraz spróbuję.")
    piotr.field("messages.answer").fill("   ")
    piotr.button("messages.send").click()
    expect(piotr.page.locator("#body-error")).to_be_visible()


@pytest.mark.parametrize("path", ["/office/imports", "/office/firms/import", "/office/broadcasts/files"])
def test_a_page_that_takes_files_in_says_that_it_needs_a_script(office, path):
    anna = office.sign_in("anna@biuro.example", java_script_enabled=False)
    anna.open(path)
    expect(anna.page.locator("form.needs-script, .uploads").first).to_be_hidden()
    # A browser controlled by Playwright does not show it; a real one without scripts does.
    assert f'<noscript><p class="notice notice--wait">{anna.words["uploads.script"]}</p></noscript>' in anna.page.content()
