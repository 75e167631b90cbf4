"""Keys of the office's pages: one letter, one meaning; and everything by Tab, arrows and space alone."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def focused(person):
    return person.page.locator(":focus")


def press(person, *keys):
    for key in keys:
        person.page.keyboard.press(key)


def test_a_notice_is_begun_by_three_letters(anna):
    names = anna.firms()
    press(anna, "j")
    expect(focused(anna)).to_have_text(names[0])
    press(anna, "j", "k", "j", "x")
    anna.expect_selected(1)
    expect(anna.row(names[1]).get_by_role("checkbox")).to_be_checked()
    press(anna, "n")
    expect(focused(anna)).to_have_attribute("name", "subject")
    # In a field a letter is a letter.
    press(anna, "n", "j", "x", "?")
    expect(focused(anna)).to_have_value("njx?")


def test_shift_takes_the_range_and_all_takes_all(anna):
    press(anna, "j", "x", "j", "j", "j", "Shift+X")
    anna.expect_selected(4)
    press(anna, "a")
    anna.expect_selected(64)


def test_escape_clears_the_selection_and_it_can_be_brought_back(anna):
    press(anna, "j", "x", "j", "x")
    anna.expect_selected(2)
    press(anna, "n")
    expect(anna.page.locator("#notification")).to_be_visible()
    press(anna, "Escape")
    expect(anna.page.locator("#notification")).to_be_hidden()
    anna.expect_selected(2)
    press(anna, "Escape")
    anna.expect_nothing_selected()
    anna.button("selection.restore", anna.bar).click()
    anna.expect_selected(2)


def test_a_letter_that_needs_a_selection_says_so(anna):
    press(anna, "n")
    expect(anna.page.locator("#notification")).to_be_hidden()
    expect(anna.page.locator("[data-selection-status]")).to_have_text(anna.words["selection.hint"])


def test_slash_searches_and_a_question_mark_shows_the_keys(anna):
    press(anna, "/")
    expect(focused(anna)).to_have_attribute("id", "q")
    press(anna, "Tab", "?")
    keys = anna.page.get_by_role("dialog", name=anna.words["keys.title"])
    expect(keys).to_be_visible()
    press(anna, "j", "Escape")
    expect(keys).to_be_hidden()
    anna.open("/office/broadcasts")
    press(anna, "/")
    expect(focused(anna)).to_have_attribute("id", "top-search")


def test_keys_can_be_turned_off_and_on_again(anna):
    anna.open("/office/account")
    anna.page.get_by_label(anna.words["account.keysOn"]).uncheck()
    card = anna.page.get_by_role("region", name=anna.words["keys.title"])
    anna.button("frame.save", card).click()
    expect(anna.page.get_by_label(anna.words["account.keysOn"])).not_to_be_checked()
    anna.open("/office/firms")
    press(anna, "j", "x", "?")
    anna.expect_nothing_selected()
    expect(anna.page.get_by_role("dialog")).to_have_count(0)
    anna.open("/office/account")
    anna.page.get_by_label(anna.words["account.keysOn"]).check()
    anna.button("frame.save", card).click()
    anna.open("/office/firms")
    press(anna, "j", "x")
    anna.expect_selected(1)


def test_from_the_top_of_the_list_to_a_notice_by_tab_arrows_and_space_in_under_twenty_stops(anna):
    press(anna, "Tab", "Enter")  # the link to the content
    stops = 1
    while not anna.page.evaluate("Boolean(document.activeElement.closest('tbody'))"):
        press(anna, "Tab")
        stops += 1
        assert stops < 20, "the list is too far away"
    names = anna.firms()
    expect(focused(anna)).to_have_text(names[0])
    press(anna, "ArrowDown", "ArrowLeft", "Space", "ArrowDown", "Space")
    anna.expect_selected(2)
    expect(anna.row(names[2]).get_by_role("checkbox")).to_be_checked()
    # The whole table is one stop, and the line that acts is the one before it.
    press(anna, "Shift+Tab")
    expect(focused(anna)).to_have_text(f"{anna.words['broadcasts.action']}N")
    press(anna, "Enter")
    expect(focused(anna)).to_have_attribute("name", "subject")


def test_arrows_go_the_way_one_reads(office):
    dana = office.sign_in("dana@biuro.example")
    press(dana, "j", "ArrowRight")
    expect(focused(dana)).to_have_attribute("type", "checkbox")
    press(dana, "ArrowLeft", "ArrowLeft")
    expect(focused(dana)).to_have_class(re.compile("icon-button"))
    press(dana, "ArrowUp")
    assert dana.page.evaluate("Boolean(document.activeElement.closest('thead'))")
