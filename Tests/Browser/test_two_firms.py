"""Story 8: one person with two firms switches between them; counts are shown for each and in total."""

import re

import pytest
from playwright.sync_api import expect

FIRST = "Meble Dąb"


@pytest.fixture
def tomasz(office):
    return office.sign_in("tomasz@meble.example")


def firms_of(person):
    """Returns the person's firms in the switcher: name → number of unread messages. The first entry is all of them."""
    counts = {}
    for item in person.page.locator(".switcher a.menu__item").all():
        badge = item.locator("[data-unread-firm]")
        hidden = badge.get_attribute("hidden") is not None
        counts[item.locator("bdi").text_content()] = 0 if hidden else int(badge.text_content())
    return counts


def switch_to(person, name):
    person.page.locator(".switcher > summary").click()
    person.page.locator(".switcher").get_by_role("link", name=re.compile(re.escape(name))).click()
    expect(person.page.locator(".switcher__name")).to_have_text(name)


def test_the_switcher_counts_each_firm_and_the_sum(tomasz):
    (_, total), *each = firms_of(tomasz).items()
    assert len(each) == 2
    assert total == sum(count for _, count in each)
    tomasz.expect_unread(total)


def test_each_firm_shows_its_own_letters_and_the_address_keeps_the_firm(office, tomasz):
    anna = office.sign_in("anna@biuro.example")
    _, first, second = firms_of(tomasz)
    anna.send_notice("Tylko do pierwszej", "Jedna firma.", to=[first])
    anna.send_notice("Tylko do drugiej", "Druga firma.", to=[second])
    for own, foreign, firm in (("pierwszej", "drugiej", first), ("drugiej", "pierwszej", second)):
        tomasz.open("/")
        switch_to(tomasz, firm)
        tomasz.page.locator(".nav").get_by_role("link", name=tomasz.words["messages.title"]).click()
        expect(tomasz.page.get_by_role("link", name=f"Tylko do {own}")).to_be_visible()
        expect(tomasz.page.get_by_role("link", name=f"Tylko do {foreign}")).to_have_count(0)


def test_a_new_message_counts_for_its_firm_at_once(office, tomasz):
    anna = office.sign_in("anna@biuro.example")
    before = firms_of(tomasz)
    everything, first, second = before
    anna.send_notice("Kto dostał", "Tylko druga.", to=[second])
    tomasz.expect_unread(before[everything] + 1)
    after = firms_of(tomasz)
    assert (after[first], after[second]) == (before[first], before[second] + 1)


def test_a_link_opens_in_the_right_firm(office, tomasz):
    anna = office.sign_in("anna@biuro.example")
    _, first, second = firms_of(tomasz)
    anna.send_notice("Link do drugiej", "Proszę otworzyć.", to=[second])
    tomasz.open_message("Link do drugiej")
    link = tomasz.path
    switch_to(tomasz, first)
    tomasz.open(link)
    expect(tomasz.page.locator("main")).to_contain_text(second)
    expect(tomasz.page.locator(".switcher__name")).to_have_text(second)


def test_a_question_says_which_firm_it_is_about(office, tomasz):
    _, first, second = firms_of(tomasz)
    tomasz.open("/conversations")
    tomasz.link("messages.write").click()
    tomasz.field("messages.aboutFirm").select_option(label=second)
    tomasz.field("fields.subject").fill("Leasing samochodu")
    tomasz.field("fields.body").fill("Na którą firmę?")
    tomasz.button("messages.send").click()
    expect(tomasz.page.locator("main")).to_contain_text(second)
    anna = office.sign_in("anna@biuro.example")
    anna.open_question("Leasing samochodu")
    expect(anna.page.locator("main")).to_contain_text(second)


def test_a_person_with_one_firm_has_no_switcher(office):
    piotr = office.sign_in("piotr@piekarnia.example")
    expect(piotr.page.locator(".switcher")).to_have_count(0)
