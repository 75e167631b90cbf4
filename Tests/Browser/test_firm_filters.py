"""The head's filters on the list of firms: J1 in five presses, the address with all of them, a menu on a phone."""

import re

import pytest
from playwright.sync_api import expect

from office import ANY_FIRM, PHONE
from presses import job

ACTIVE = 64
SAVED = "VAT miesięczny i kwartalny"


@pytest.fixture
def anna(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/firms")
    return anna


def matching(person):
    return int(person.firm_list.get_attribute("data-matching"))


def choose(person, option):
    """Presses an option of the filters, in its menu if it has one; returns the number beside it."""
    link = person.page.locator(f"#option-{option}")
    if not link.is_visible():
        person.page.locator(f"details.filter:has(#option-{option}) > summary").click()
    count = int(link.locator(".filter__count, .chip__count").text_content())
    before = link.get_attribute("aria-current")
    link.click()
    expect(link).to_have_attribute("aria-current", "true") if before is None else \
        expect(link).not_to_have_attribute("aria-current", "true")
    return count


def test_a_notice_to_all_firms_of_a_saved_filter_in_five_presses(anna):
    with job("J1", anna):
        anna.page.get_by_role("link", name=SAVED, exact=True).click()
        expect(anna.page.locator(".active-filter")).to_have_count(2)
        number = matching(anna)
        assert len(anna.firms()) < number < ACTIVE, "this test needs a filter of more than one page, and not of all"
        anna.page.locator("[data-selection-all]").click()
        anna.expect_selected(number)
        anna.compose("Pięć naciśnięć", "Terminy VAT na ten miesiąc.")
        expect(anna.page.locator("[data-selection-to]")).to_contain_text(str(number))
        anna.check()
        receiving = int(re.search(r"\d+", anna.send_button.text_content())[0])
        assert receiving + anna.page.locator(".card--wait .recipients__item").count() == number
        anna.send()


def test_filters_combine_and_each_count_is_kept_when_pressed(anna):
    for option in ("form-ledger", "vat-monthly", "state-unread"):
        assert choose(anna, option) == matching(anna)
    assert 0 < matching(anna) < ACTIVE
    anna.page.locator(".active-filter").first.click()
    expect(anna.page.locator(".active-filter")).to_have_count(2)
    anna.link("firms.filter.clear").click()
    expect(anna.firm_list).to_have_attribute("data-matching", str(ACTIVE))


def test_a_menu_that_came_back_open_with_a_new_list_closes_as_any_other(anna):
    menu = anna.page.locator("#filter-form")
    opened = anna.page.locator("details[data-menu][open]")
    choose(anna, "form-ledger")
    expect(opened).to_have_count(1)
    anna.page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(menu.locator("summary")).to_be_focused()
    for outside in (anna.heading, anna.page.locator("#filter-vat > summary")):
        choose(anna, "form-lumpSum")
        expect(menu).to_have_attribute("open", "")
        outside.click()
        expect(menu).not_to_have_attribute("open", "")


def test_the_address_keeps_tab_search_filters_and_order_there_and_back(anna):
    choose(anna, "form-lumpSum")
    anna.page.get_by_role("link", name=anna.words["firms.listTab.taxes"], exact=True).click()
    expect(anna.firm_list.locator(".column-missing")).to_have_count(1)
    anna.search_firms("a")
    anna.firm_list.locator("th.column-vat a").click()
    expect(anna.firm_list.locator("th.column-vat")).to_have_attribute("aria-sort", "ascending")
    path, names = anna.path, anna.firms()
    for part in ("tab=taxes", "form=lumpSum", "q=a", "sort=vat"):
        assert part in path
    anna.open(path)
    assert anna.firms() == names
    expect(anna.field("firms.search")).to_have_value("a")
    choose(anna, "state-waiting")
    anna.page.go_back()
    expect(anna.page.locator(".active-filter")).to_have_count(2)
    assert anna.path == path and anna.firms() == names


def test_a_filter_is_saved_opened_and_removed_by_the_one_whose_it_is(office, anna):
    choose(anna, "state-unreachable")
    anna.page.locator("#save-filter > summary").click()
    anna.field("firms.filter.name").fill("Do uzupełnienia")
    anna.button("firms.filter.saveSubmit").click()
    expect(anna.flash).to_contain_text(anna.words["flash.saved"])
    number = matching(anna)
    anna.open("/office/firms?tab=hr")
    anna.page.get_by_role("link", name="Do uzupełnienia", exact=True).click()
    expect(anna.firm_list).to_have_attribute("data-matching", str(number))
    assert "tab=hr" in anna.path
    marek = office.sign_in("marek@biuro.example")
    marek.open("/office/firms")
    expect(marek.page.get_by_role("link", name="Do uzupełnienia")).to_have_count(0)
    anna.page.locator(".active-filters form").get_by_role("button").click()
    expect(anna.page.get_by_role("link", name="Do uzupełnienia")).to_have_count(0)
    expect(anna.firm_list).to_have_attribute("data-matching", str(number))


def test_the_selection_outlives_a_filter_but_all_matching_does_not(anna):
    anna.tick(ANY_FIRM)
    choose(anna, "state-unreachable")
    anna.expect_selected(1)
    anna.page.locator("[data-selection-all]").click()
    anna.expect_selected(matching(anna))
    anna.link("firms.filter.clear").click()
    anna.expect_nothing_selected()


def test_it_all_works_without_script(office):
    anna = office.sign_in("anna@biuro.example", java_script_enabled=False)
    anna.open("/office/firms?tab=bookkeeping")
    anna.page.locator("#filter-form > summary").click()
    anna.page.locator("#option-form-ledger").click()
    anna.field("firms.search").fill("a")
    anna.button("firms.search").click()
    assert {"tab=bookkeeping", "form=ledger", "q=a"} <= set(anna.path.split("?")[1].split("&"))
    expect(anna.page.locator(".active-filter")).to_have_count(2)


@pytest.mark.parametrize("language", ["pl", "he"])
def test_on_a_phone_the_menu_of_a_filter_is_whole_on_the_screen(office, language):
    anna = office.sign_in("anna@biuro.example", viewport=PHONE, language=language)
    anna.choose_language(language)
    anna.open("/office/firms")
    for menu in ("supervisor", "vat"):
        anna.page.locator(f"#filter-{menu} > summary").click()
        expect(anna.page.locator(f"#filter-{menu} .filter__option").last).to_be_in_viewport(ratio=1)
    anna.page.locator("#filter-vat .filter__option").first.click()
    expect(anna.page.locator(".active-filter")).to_have_count(1)
