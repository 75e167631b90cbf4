"""Typed text survives going back from the check page, a session that ends, and a browser without script."""

import re

import pytest
from playwright.sync_api import expect

from files import a_pdf
from office import PASSWORD

ANNA = "anna@biuro.example"


@pytest.fixture
def anna(office):
    return office.sign_in(ANNA)


def lose_session(person):
    """Ends the session as from another browser: the cookie is no longer valid."""
    [cookie] = [each for each in person.context.cookies() if each["name"].endswith("skrytka")]
    person.context.add_cookies([cookie | {"value": "A" * len(cookie["value"])}])


def add_printouts(person):
    person.button("printoutChoice.add").click()
    window = person.page.get_by_role("dialog", name=person.words["printoutChoice.add"])
    window.get_by_label(person.words["printoutChoice.all.registers"]).check()
    window.get_by_role("button", name=person.words["printoutChoice.done"]).click()


def expect_composer(person, subject, text, file):
    expect(person.field("fields.subject", person.composer)).to_have_value(subject)
    expect(person.composer.locator("textarea[name=body]")).to_have_value(text)
    expect(person.composer.locator("[data-uploads-list] > li")).to_have_count(1)
    expect(person.composer.locator("[data-uploads-list]")).to_contain_text(file)


@pytest.mark.journey
def test_back_from_the_check_page_brings_all_of_it_back(anna):
    anna.search_firms("a")
    anna.page.locator("[data-select-page]").check()
    anna.page.locator("[data-selection-all]").click()
    chosen = anna.page.locator("[data-selection-count]").text_content()
    anna.compose("Księgi", "W załączeniu.")
    anna.attach(a_pdf("Umowa.pdf"), within=anna.composer)
    add_printouts(anna)
    chips = anna.composer.locator("[data-printouts-list] li")
    count = chips.count()
    anna.check()
    sent = anna.send_button.text_content()
    anna.page.go_back()
    expect(anna.page.locator("html")).to_have_attribute("data-ready", "")
    expect(anna.page.locator("[data-selection-count]")).to_have_text(chosen)
    anna.button("broadcasts.action", anna.bar).click()
    expect_composer(anna, "Księgi", "W załączeniu.", "Umowa.pdf")
    expect(chips).to_have_count(count)
    anna.check()
    expect(anna.send_button).to_have_text(sent)
    expect(anna.page.locator(".paper .attachments")).to_contain_text("Umowa.pdf")


@pytest.mark.journey
def test_a_notice_written_while_the_session_ended_is_sent_after_a_sign_in_on_the_page(anna):
    anna.search_firms("Kłos")
    anna.tick("Piekarnia Kłos")
    anna.compose("Księgi", "1. pierwszy\n\n2. drugi")
    anna.attach(a_pdf("Umowa.pdf"), within=anna.composer)
    anna.recorder.expect(401)
    lose_session(anna)
    anna.button("broadcasts.next", anna.composer).click()
    expect(anna.page.locator("#typed")).to_have_value(re.compile("2. drugi"))
    anna.field("fields.email").fill(ANNA)
    anna.field("fields.password").fill(PASSWORD)
    anna.button("open.signIn.submit").click()
    expect(anna.heading).to_have_text(anna.words["open.resume.title"])
    anna.button("open.resume.submit").click()
    expect(anna.heading).to_have_text(anna.words["broadcasts.check.title"])
    expect(anna.page.locator(".paper .attachments")).to_contain_text("Umowa.pdf")
    expect(anna.page.locator(".paper")).to_contain_text("2. drugi")
    anna.send()


def test_a_question_survives_the_end_of_the_session_without_script(office):
    piotr = office.visitor(java_script_enabled=False)
    piotr.sign_in("piotr@piekarnia.example")
    piotr.open("/conversations/new")
    piotr.field("fields.subject").fill("Kasa fiskalna")
    piotr.page.locator("textarea[name=body]").fill("Czy muszę ją mieć?\nOd kiedy?")
    piotr.recorder.expect(401)
    lose_session(piotr)
    piotr.page.locator("form:has(textarea) [type=submit]").click()
    piotr.field("fields.email").fill("piotr@piekarnia.example")
    piotr.field("fields.password").fill(PASSWORD)
    piotr.button("open.signIn.submit").click()
    piotr.button("open.resume.submit").click()
    expect(piotr.page.locator("main")).to_contain_text("Od kiedy?")
    piotr.expect_path(r"/conversations/[0-9a-z]{13}")
