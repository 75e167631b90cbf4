"""Story 9: the office's work with its correspondence, in the permitted number of presses."""

import pytest
from playwright.sync_api import expect

from office import ANY_FIRM
from presses import Presses

BAKERY = "Piekarnia Kłos"
CARRIER = "Przewozy Ewa Nowak"


def test_a_note_stays_inside_and_a_hand_over_reaches_the_colleague(office):
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.ask("Nowy samochód", "Leasing czy kredyt?")
    letter = piotr.path
    marek, ola = office.sign_in("marek@biuro.example"), office.sign_in("ola@biuro.example")
    marek.open_question("Nowy samochód")
    ola.open_question("Nowy samochód")

    marek.page.locator("#note > summary").click()
    marek.field("notes.label").fill("Zapytać wspólnika, zanim odpowiemy.")
    marek.button("notes.save").click()
    note = ola.page.locator("article.note").filter(has_text="Zapytać wspólnika")
    expect(note).to_contain_text(ola.words["notes.only"])
    piotr.open(letter)
    expect(piotr.page.locator("body")).not_to_contain_text("Zapytać wspólnika")

    marek.page.locator("#hand-over > summary").click()
    form = marek.page.locator("#hand-over-form")
    form.get_by_role("combobox").select_option(label="Ola Zych")
    expect(form.get_by_role("combobox").locator("option", has_text="Dana Bar")).to_have_count(0)
    marek.button("handOvers.save", form).click()
    expect(ola.page.locator("#holder")).to_contain_text("Ola Zych")
    ola.open("/office/questions?show=handed")
    expect(ola.question("Nowy samochód")).to_be_visible()
    marek.open("/office/questions?of=mine")
    expect(marek.question("Nowy samochód")).to_have_count(0)


def test_answering_a_client_takes_two_presses(office):
    """J6."""
    office.sign_in("piotr@piekarnia.example").ask("Dwa naciśnięcia", "Czy zdążymy?")
    ola = office.sign_in("ola@biuro.example")
    ola.open("/office/questions")
    presses = Presses(ola)
    ola.question_link("Dwa naciśnięcia").click()
    ola.expect_panel("Dwa naciśnięcia")
    ola.page.keyboard.type("Zdążymy.")
    ola.panel.locator("#answer [type=submit]").first.click()
    expect(ola.question("Dwa naciśnięcia")).to_have_count(0)
    assert presses.count == 2
    ola.open_question("Dwa naciśnięcia")
    expect(ola.message("Zdążymy.")).to_be_visible()


@pytest.mark.journey
def test_who_has_not_read_is_one_press_away_and_a_reminder_two(office):
    """J4 and J5."""
    anna, ewa = office.sign_in("anna@biuro.example"), office.sign_in("ewa@przewozy.example")
    anna.send_notice("Do przypomnienia", "Prosimy o przeczytanie.", to=[BAKERY, CARRIER])
    ewa.open_message("Do przypomnienia")
    expect(ewa.page.locator("[data-receipt-mark]")).to_have_count(0)
    anna.open("/office/broadcasts")
    presses = Presses(anna)
    anna.page.locator("li.row").filter(has_text="Do przypomnienia").locator("a.state").click()
    expect(anna.report_row(BAKERY)).to_be_visible()
    expect(anna.report_row(CARRIER)).to_have_count(0)
    expect(anna.report_row(BAKERY).locator("a[href^='tel:']").first).to_be_visible()
    assert presses.count == 1

    anna.page.get_by_role("link", name=anna.words.counted("reminders.remind", 1)).click()
    anna.page.get_by_role("button", name=anna.words.counted("reminders.send", 1)).click()
    expect(anna.flash).to_contain_text(anna.words["flash.reminded"])
    assert presses.count == 1 + 2
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Do przypomnienia")
    expect(piotr.page.get_by_text(piotr.words["messages.reminder"], exact=True)).to_be_visible()


def test_a_kept_text_fills_the_composer_and_never_takes_what_was_typed(office):
    anna = office.sign_in("anna@biuro.example")
    anna.tick(ANY_FIRM)
    anna.compose("Do zachowania", "Tekst, który wróci.")
    anna.page.locator("#composer-keep > summary").click()
    anna.page.locator("[data-template-name]").fill("Wraca")
    anna.button("noticeTemplates.save", anna.composer).click()
    expect(anna.page.locator("[data-template-status]")).to_have_text(anna.words["flash.templateSaved"])
    anna.field("fields.subject", anna.composer).fill("")
    anna.field("fields.body", anna.composer).fill("")

    anna.open("/office/firms")
    anna.tick(ANY_FIRM)
    anna.compose("Moje", "Moje własne.")
    choose = anna.page.locator("[data-template-choose]")
    choose.select_option(label="Wraca")
    question = anna.page.locator("[data-template-question]")
    expect(question).to_be_visible()
    anna.button("noticeTemplates.keep", question).click()
    expect(anna.field("fields.body", anna.composer)).to_have_text("Moje własne.")
    choose.select_option(label="Wraca")
    anna.button("noticeTemplates.replace", question).click()
    expect(anna.field("fields.body", anna.composer)).to_have_text("Tekst, który wróci.")
    expect(anna.field("fields.subject", anna.composer)).to_have_value("Do zachowania")
    anna.check()


@pytest.mark.parametrize("place", ["card", "list"])
def test_the_office_writes_to_one_firm_from_its_card_or_its_row(office, place):
    ola = office.sign_in("ola@biuro.example")
    if place == "card":
        ola.open_firm(BAKERY)
        ola.link("conversations.write").click()
    else:
        ola.open("/office/firms")
        ola.row(BAKERY).hover()
        ola.page.get_by_role("link", name=f"{ola.words['conversations.write']}: {BAKERY}", exact=True).click()
    subject = f"Tylko do piekarni, z {place}"
    ola.field("fields.subject").fill(subject)
    ola.field("fields.body").fill("Proszę o umowę najmu.")
    ola.button("messages.send").click()
    expect(ola.message("Proszę o umowę najmu.")).to_be_visible()
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message(subject)
    expect(piotr.message("Proszę o umowę najmu.")).to_be_visible()
