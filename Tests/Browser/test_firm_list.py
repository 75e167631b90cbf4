"""Story 2: the head searches, sorts, pages and selects on the list of firms."""

import re

import pytest
from playwright.sync_api import expect

from office import ANY_FIRM

ACTIVE = 64
WITHOUT_PERSON = 2
BAKERY = "Piekarnia Kłos"
LAST_FIRM = "Zegarmistrz Wahadło"


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def column(person, key):
    return person.firm_list.locator(f"th.column-{key}")


def test_the_head_stands_on_the_list_of_all_active_firms(anna):
    anna.expect_path("/office/firms")
    expect(anna.heading).to_have_text(anna.words["firms.title"])
    expect(anna.page.locator(".lid__count")).to_contain_text(str(ACTIVE))
    expect(anna.firm_list).to_have_attribute("data-matching", str(ACTIVE))
    for key in ("form", "supervisor", "last"):
        expect(anna.firm_list.locator("tbody tr").first.locator(f"[data-label='{anna.words[f'firms.{key}']}']")) \
            .to_have_count(1)


@pytest.mark.parametrize("typed", ["klos", "Kłos", "KLOS piek", "piotr", "Piekarnia"])
def test_the_search_finds_while_typing_with_polish_letters_folded(anna, typed):
    anna.search_firms(typed)
    expect(anna.row(BAKERY)).to_be_visible()
    assert int(anna.firm_list.get_attribute("data-matching")) < ACTIVE


def test_the_search_finds_a_nip_with_and_without_hyphens(anna):
    identifier = anna_identifier(anna)
    for typed in (identifier, identifier.replace("-", "")):
        anna.search_firms(typed)
        expect(anna.row(BAKERY)).to_be_visible()


def anna_identifier(anna):
    anna.search_firms("klos")
    return re.search(r"\d{3}-\d{3}-\d{2}-\d{2}", anna.row(BAKERY).text_content())[0]


def test_a_search_that_finds_nothing_says_so_and_leads_back(anna):
    anna.search_firms("niemawcaletakiej")
    expect(anna.firm_list).to_contain_text(anna.words["firms.nothingTitle"])
    anna.link("firms.showAll").click()
    expect(anna.firm_list).to_have_attribute("data-matching", str(ACTIVE))


def test_the_archived_firm_is_not_in_the_list(anna):
    names = anna.firms()
    anna.page.locator("[rel=next]").click()
    expect(anna.page.locator("[rel=prev]")).to_be_visible()
    names += anna.firms()
    assert len(names) == len(set(names)) == ACTIVE


def test_pages_go_forth_and_back(anna):
    first = anna.firms()
    anna.page.locator("[rel=next]").click()
    expect(anna.firm_list.locator("tbody tr")).to_have_count(ACTIVE - len(first))
    anna.page.locator("[rel=prev]").click()
    expect(anna.firm_list.locator("tbody tr")).to_have_count(len(first))
    assert anna.firms() == first


@pytest.mark.parametrize("key", ["form", "supervisor", "waits", "contact"])
def test_each_column_sorts_in_both_directions(anna, key):
    for _ in range(2):
        before = column(anna, key).get_attribute("aria-sort")
        column(anna, key).get_by_role("link").click()
        expect(column(anna, key)).not_to_have_attribute("aria-sort", before)
        expect(column(anna, key)).to_have_attribute("aria-sort", re.compile("ascending|descending"))
    expect(anna.firm_list.locator("[aria-sort=ascending], [aria-sort=descending]")).to_have_count(1)


def in_blocks(values):
    """Returns whether equal values are adjacent."""
    starts = [value for at, value in enumerate(values) if at == 0 or values[at - 1] != value]
    return len(starts) == len(set(starts))


@pytest.mark.parametrize("key, cells", [("form", ".cell-form"), ("supervisor", ".cell-person")])
def test_sorted_by_a_column_equal_ones_stand_together(anna, key, cells):
    assert not in_blocks(anna.firm_list.locator(cells).all_text_contents()), "sorted already: this test proves nothing"
    column(anna, key).get_by_role("link").click()
    expect(column(anna, key)).to_have_attribute("aria-sort", re.compile("ascending|descending"))
    assert in_blocks(anna.firm_list.locator(cells).all_text_contents())


def test_a_sort_a_search_and_the_address_go_together(anna):
    column(anna, "supervisor").get_by_role("link").click()
    expect(column(anna, "supervisor")).to_have_attribute("aria-sort", "ascending")
    anna.search_firms("sp. z o.o.")
    expect(column(anna, "supervisor")).to_have_attribute("aria-sort", "ascending")
    names = anna.firms()
    anna.open(anna.path)
    assert anna.firms() == names
    expect(anna.field("firms.search")).to_have_value("sp. z o.o.")


def test_names_sort_backwards_too(anna):
    forwards = anna.firms()
    column(anna, "name").get_by_role("link").click()
    expect(column(anna, "name")).to_have_attribute("aria-sort", "descending")
    assert forwards[0] not in anna.firms()


def test_the_line_above_the_list_counts_firms_and_acts_on_the_selected_ones(anna):
    anna.expect_nothing_selected()
    expect(anna.bar).to_contain_text(anna.words["selection.hint"])
    anna.search_firms("klos")
    anna.tick(BAKERY)
    anna.expect_selected(1)
    expect(anna.button("broadcasts.action", anna.bar)).to_be_enabled()
    anna.button("selection.clear", anna.bar).click()
    anna.expect_nothing_selected()
    anna.button("selection.restore", anna.bar).click()
    anna.expect_selected(1)


def test_a_click_with_shift_takes_the_range(anna):
    names = anna.firms()
    anna.tick(names[2])
    anna.row(names[8]).get_by_role("checkbox").click(modifiers=["Shift"])
    anna.expect_selected(7)
    for name in names[2:9]:
        expect(anna.row(name).get_by_role("checkbox")).to_be_checked()
    expect(anna.row(names[9]).get_by_role("checkbox")).not_to_be_checked()


def test_the_selection_outlives_a_change_of_page(anna):
    anna.tick(ANY_FIRM)
    anna.page.locator("[rel=next]").click()
    expect(anna.page.locator("[rel=prev]")).to_be_visible()
    anna.tick(LAST_FIRM)
    anna.expect_selected(2)
    anna.page.locator("[rel=prev]").click()
    expect(anna.row(ANY_FIRM).get_by_role("checkbox")).to_be_checked()


def test_all_that_match_but_one_is_the_count_shown_and_the_count_sent(anna):
    anna.select_all_matching()
    anna.expect_selected(ACTIVE)
    excepted = anna.firms()[3]
    anna.untick(excepted)
    anna.expect_selected(ACTIVE - 1)

    anna.compose("Wszyscy oprócz jednej", "Dzień dobry.")
    expect(anna.page.locator("[data-selection-to]")).to_contain_text(str(ACTIVE - 1))
    anna.check()
    receiving = int(re.search(r"\d+", anna.send_button.text_content())[0])
    skipped = anna.page.locator(".card--wait .recipients__item").count()
    # Firms without a person are named on the check page; the button shows the number of the others.
    assert receiving + skipped == ACTIVE - 1
    anna.send()
    expect(anna.page.locator(".report__figure")).to_contain_text(re.compile(rf"\b{receiving}\b"))
    expect(anna.report_row(excepted)).to_have_count(0)


def test_all_that_match_a_search_is_no_more_than_that(anna):
    anna.search_firms("sp. z o.o.")
    matching = int(anna.firm_list.get_attribute("data-matching"))
    assert 1 < matching < ACTIVE, "this test needs a search that finds some"
    anna.page.locator("[data-select-page]").check()
    if matching > len(anna.firms()):
        anna.bar.locator("[data-selection-all]").click()
    anna.expect_selected(matching)


@pytest.mark.parametrize("email, firms", [("ola@biuro.example", [BAKERY])])
def test_the_accountant_sees_her_firm_alone(office, email, firms):
    ola = office.sign_in(email)
    ola.expect_path("/office/firms")
    assert ola.firms() == firms
    ola.search_firms("przewozy")
    expect(ola.firm_list.locator("tbody tr")).to_have_count(0)
