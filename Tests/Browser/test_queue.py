"""The queue of clients' questions: answered from the panel beside the list, by keyboard alone, one after the other."""

import re

import pytest
from playwright.sync_api import expect


def asked(office, *subjects):
    """Has the baker ask questions; returns the accountant who sees the bakery alone, at the queue."""
    piotr = office.sign_in("piotr@piekarnia.example")
    for subject in subjects:
        piotr.ask(subject, f"{subject} Proszę o odpowiedź.")
    ola = office.sign_in("ola@biuro.example")
    ola.open("/office/questions")
    return piotr, ola


def walk_to(person, subject):
    """Walks down the list by `j` until the focus is on the row of a question."""
    link = person.question_link(subject)
    for _ in range(person.page.locator(".row__link").count()):
        person.page.keyboard.press("j")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()


@pytest.mark.journey
def test_the_office_answers_by_keyboard_alone_and_the_next_question_comes(office):
    piotr, ola = asked(office, "Klawisze raz?", "Klawisze dwa?")
    walk_to(ola, "Klawisze raz?")
    ola.page.keyboard.press("Enter")
    ola.expect_panel("Klawisze raz?")
    ola.page.keyboard.type("Odpowiedź na raz.")
    ola.page.keyboard.press("Control+Enter")
    ola.expect_panel("Klawisze dwa?")
    expect(ola.question("Klawisze raz?")).to_have_count(0)
    expect(ola.question_link("Klawisze dwa?")).to_have_attribute("aria-current", "true")
    ola.page.keyboard.type("Odpowiedź na dwa.")
    ola.page.keyboard.press("Control+Enter")
    expect(ola.question("Klawisze dwa?")).to_have_count(0)
    for subject, text in (("Klawisze raz?", "Odpowiedź na raz."), ("Klawisze dwa?", "Odpowiedź na dwa.")):
        piotr.open_message(subject)
        expect(piotr.message(text)).to_be_visible()


def test_handled_and_handed_over_from_the_row_by_a_key_and_off_while_typing(office):
    _, ola = asked(office, "Do załatwienia", "Do przekazania")
    walk_to(ola, "Do załatwienia")
    ola.page.keyboard.press("e")
    expect(ola.question("Do załatwienia")).to_have_count(0)
    ola.question_link("Do przekazania").focus()
    ola.page.keyboard.press("p")
    expect(ola.panel.get_by_role("combobox")).to_be_focused()
    ola.panel.get_by_role("combobox").select_option(label="Marek Wilk")
    ola.button("handOvers.save", ola.panel).click()
    expect(ola.panel.locator("#holder")).to_contain_text("Marek Wilk")
    ola.expect_panel("Do przekazania")
    ola.page.keyboard.type("jekrep")
    expect(ola.field("messages.answer", ola.panel.locator("#answer"))).to_have_text("jekrep")
    expect(ola.question("Do przekazania")).to_be_visible()
    ola.page.keyboard.press("Escape")
    expect(ola.question_link("Do przekazania")).to_be_focused()
    ola.field("messages.answer", ola.panel.locator("#answer")).fill("")


def test_what_is_typed_stays_through_news_another_question_and_a_refused_send(office):
    piotr, ola = asked(office, "Zostaje", "Druga obok")
    ola.question_link("Zostaje").click()
    ola.expect_panel("Zostaje")
    ola.page.keyboard.type("Zaczęta odpowiedź")
    piotr.open_message("Zostaje")
    piotr.answer("Jeszcze jedno.")
    expect(ola.panel.locator("article.message").filter(has_text="Jeszcze jedno.")).to_be_visible()
    field = ola.field("messages.answer", ola.panel.locator("#answer"))
    expect(field).to_have_text("Zaczęta odpowiedź")
    ola.question_link("Druga obok").click()
    ola.expect_panel("Druga obok")
    expect(field).to_have_text("")
    ola.question_link("Zostaje").click()
    ola.expect_panel("Zostaje")
    expect(field).to_have_text("Zaczęta odpowiedź")

    too_long = "ż" * 20_001
    field.fill(too_long)
    ola.recorder.expect(422)
    ola.page.keyboard.press("Control+Enter")
    expect(ola.panel.locator(".field__error:visible")).to_be_visible()
    expect(field).to_have_text(too_long)
    field.fill("")


def test_back_and_reload_bring_the_question_and_the_list_back(office):
    _, ola = asked(office, "Wraca po odświeżeniu")
    ola.question_link("Wraca po odświeżeniu").click()
    ola.expect_panel("Wraca po odświeżeniu")
    expect(ola.page).to_have_url(re.compile(r"/office/questions\?open=\w+"))
    ola.page.reload()
    ola.expect_panel("Wraca po odświeżeniu")
    ola.page.go_back()
    expect(ola.panel.locator("#conversation")).to_have_count(0)
    expect(ola.question("Wraca po odświeżeniu")).to_be_visible()


def test_on_a_narrow_screen_the_question_is_a_page_of_its_own_and_the_next_one_comes_there_too(office):
    _, ola = asked(office, "Wąsko raz", "Wąsko dwa")
    ola.page.set_viewport_size({"width": 800, "height": 900})
    ola.question_link("Wąsko raz").click()
    expect(ola.heading).to_have_text("Wąsko raz")
    form = ola.page.locator("#answer")
    expect(ola.field("messages.answer", form)).to_be_focused()
    ola.page.keyboard.type("Odpowiedź z osobnej strony.")
    ola.page.keyboard.press("Control+Enter")
    expect(ola.heading).to_have_text("Wąsko dwa")
    expect(ola.field("messages.answer", form)).to_be_focused()
    expect(ola.flash).to_have_text(ola.words["flash.answered"])


def test_the_list_is_one_stop_for_tab_and_its_actions_move_nothing(office):
    _, ola = asked(office, "Jeden przystanek", "Drugi w liście")
    stops = ola.page.locator(".row__link:not([tabindex='-1'])")
    expect(stops).to_have_count(1)
    row = ola.question("Drugi w liście")
    place = "row => [row.offsetTop, row.offsetHeight, row.querySelector('.row__text').offsetWidth]"
    before = row.evaluate(place)
    expect(row.locator(".question__acts")).to_be_hidden()
    row.hover()
    expect(row.locator(".question__acts")).to_be_visible()
    assert row.evaluate(place) == before
