"""Story 6: who sees which correspondence, and what still waits for an answer."""

import re

import pytest
from playwright.sync_api import expect

BAKERY = "Piekarnia Kłos"
CARRIER = "Przewozy Ewa Nowak"


def firms_in(questions):
    questions.open("/office/questions?show=all")
    return set(questions.page.locator("li.question .question__firm").all_text_contents())


def all_firms(person):
    person.open("/office/firms")
    names = set(person.firms())
    while person.page.locator("[rel=next]").count():
        shown = person.firms()
        person.page.locator("[rel=next]").click()
        expect(person.row(shown[0])).to_have_count(0)
        names |= set(person.firms())
    return names


def show(person, filter):
    tab = person.page.locator(f"[data-show={filter}]")
    tab.click()
    expect(tab).to_have_attribute("aria-current", "page")


def test_each_sees_the_firms_in_his_care_and_no_other(office):
    office.sign_in("piotr@piekarnia.example").ask("Pytanie piekarni", "Do opiekuna piekarni.")
    office.sign_in("ewa@przewozy.example").ask("Pytanie przewoźnika", "Do opiekuna przewoźnika.")
    anna = office.sign_in("anna@biuro.example")
    everything = all_firms(anna)
    assert {BAKERY, "Przewozy Ewa Nowak"} <= firms_in(anna)
    for email in ("marek@biuro.example", "dana@biuro.example", "ola@biuro.example"):
        own = office.sign_in(email)
        mine = all_firms(own)
        seen = firms_in(own)
        assert seen and seen <= mine < everything, email


def test_the_accountant_has_the_bakery_alone(office):
    office.sign_in("piotr@piekarnia.example").ask("Tylko Ola", "Czy Pani to widzi?")
    office.sign_in("ewa@przewozy.example").ask("Nie dla Oli", "Tego nie powinna widzieć.")
    ola = office.sign_in("ola@biuro.example")
    assert firms_in(ola) == {BAKERY}
    expect(ola.question("Tylko Ola")).to_be_visible()
    expect(ola.question("Nie dla Oli")).to_have_count(0)


@pytest.mark.journey
def test_a_question_is_unread_then_unanswered_then_answered(office):
    ola = office.sign_in("ola@biuro.example")
    ola.open("/office/questions")
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.ask("Jaka stawka?", "Na bułki z dynią.")
    question = ola.question("Jaka stawka?")
    expect(question).to_be_visible()
    expect(question).to_have_class(re.compile("row--unread"))
    expect(question.locator(".question__age")).to_have_attribute("title", re.compile(r"\d"))

    ola.open_question("Jaka stawka?")
    ola.answer("Pięć procent.")
    expect(piotr.message("Pięć procent.")).to_be_visible()
    ola.open("/office/questions")
    expect(question).to_have_count(0)
    show(ola, "all")
    expect(question).to_be_visible()


def test_handled_without_an_answer_and_opened_again(office):
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.ask("Dziękuję za rozmowę", "Wszystko jasne.")
    marek = office.sign_in("anna@biuro.example")
    marek.open_question("Dziękuję za rozmowę")
    marek.button("questions.handle").click()
    expect(marek.button("questions.reopen")).to_be_visible()
    marek.open("/office/questions")
    show(marek, "handled")
    expect(marek.question("Dziękuję za rozmowę")).to_be_visible()
    marek.open_question("Dziękuję za rozmowę")
    marek.button("questions.reopen").click()
    expect(marek.button("questions.handle")).to_be_visible()


def test_a_send_is_one_row_from_the_moment_it_is_sent_and_counts_who_has_read(office):
    """W6: the head and the supervisor find it, each with the figures of their own firms."""
    anna, marek, ola = (office.sign_in(f"{name}@biuro.example") for name in ("anna", "marek", "ola"))
    for person in (marek, ola):
        person.open("/office/questions?show=all")
    anna.send_notice("Od razu na liście", "Do dwóch firm.", to=[BAKERY, CARRIER])
    anna.open("/office/questions?show=all")
    figures = [(anna, 2), (marek, 2), (ola, 1)]
    for person, firms in figures:
        expect(person.question("Od razu na liście")).to_have_count(1)
        expect(person.question("Od razu na liście").locator(".question__figures")).to_contain_text(f"0 z {firms}")
    office.sign_in("piotr@piekarnia.example").open_message("Od razu na liście")
    for person, firms in figures:
        expect(person.question("Od razu na liście").locator(".question__figures")).to_contain_text(f"1 z {firms}")
    ola.question_link("Od razu na liście").click()
    expect(ola.question("Od razu na liście").locator(".question__firm")).to_have_text([BAKERY])


def test_mine_is_part_of_all(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/questions")
    scopes = anna.page.locator(".segment")
    expect(scopes).to_have_count(2)
    seen = []
    for scope in range(2):
        scopes.nth(scope).click()
        expect(scopes.nth(scope)).to_have_attribute("aria-current", "true")
        show(anna, "unanswered")
        expect(scopes.nth(scope)).to_have_attribute("aria-current", "true")
        seen.append(set(anna.page.locator("li.question").evaluate_all("rows => rows.map(row => row.dataset.question)")))
    everything, mine = seen
    assert mine < everything
