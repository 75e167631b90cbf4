"""Kinds of printouts to firms of several forms of taxation: six presses, each firm gets its own."""

import re

import pytest
from playwright.sync_api import expect

from books import BAKERY, book, take_in, take_in_books
from judge import faults_of_look, faults_of_words
from office import DESK, PHONE
from presses import job

REVENUE, LEDGER = "Ewidencja przychodów", "Podatkowa księga przychodów i rozchodów"
FEBRUARY = "2026-02-01/2026-02-28"


@pytest.fixture(scope="module", autouse=True)
def books(server, tmp_path_factory):
    take_in_books(server, tmp_path_factory.mktemp("books"))


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def window(person):
    return person.page.get_by_role("dialog", name=person.words["printoutChoice.add"])


def open_window(person, period=FEBRUARY):
    person.button("printoutChoice.add").click()
    select = window(person).get_by_role("combobox")
    if select.input_value() != period:
        select.select_option(period)
    expect(select).to_have_value(period)
    expect(window(person).locator("[data-printouts-body]")).not_to_have_attribute("aria-busy", "true")


def kind(person, name):
    return window(person).get_by_role("checkbox", name=re.compile(f"^{name}"))


@pytest.mark.journey
def test_each_firm_gets_its_own_ledger_in_six_presses(anna, office):
    with job("J3", anna):
        anna.page.locator("[data-selection-all]").click()
        anna.compose("Księgi za luty", "Ewidencje i księgi w załączeniu.")
        anna.button("printoutChoice.add").click()
        # The last complete month that has any printouts.
        period = window(anna).get_by_role("combobox").locator("option:checked").text_content()
        window(anna).get_by_label(anna.words["printoutChoice.all.registers"]).check()
        anna.button("broadcasts.next", window(anna)).click()
        expect(anna.heading).to_have_text(anna.words["broadcasts.check.title"])
        expect(anna.page.locator("#lacking")).to_be_visible()
        anna.send()

    for email, own, other in (
        ("piotr@piekarnia.example", REVENUE, LEDGER), ("ewa@przewozy.example", LEDGER, REVENUE),
    ):
        client = office.sign_in(email)
        client.open_message("Księgi za luty")
        expect(client.file_link(own)).to_contain_text(period)
        expect(client.file_link(own)).to_contain_text(client.words["printoutChoice.notTaken"])
        expect(client.page.locator("a.attachment").filter(has_text=other)).to_have_count(0)


def test_firms_that_lack_one_are_left_out_when_that_is_chosen(anna):
    anna.open("/office/firms?form=lumpSum")
    anna.tick("Piekarnia Kłos", "Fotografia Świerk")
    anna.compose("Ewidencja", "W załączeniu.")
    open_window(anna)
    kind(anna, REVENUE).check()
    anna.button("printoutChoice.done", window(anna)).click()
    expect(anna.field("fields.subject", anna.composer)).to_have_value("Ewidencja")
    expect(anna.composer.locator("[data-printouts-list] li")).to_have_count(1)
    anna.check()
    expect(anna.page.locator("#lacking .recipients__item")).to_have_count(1)
    tiles = anna.page.locator(".check-counts dd")
    expect(tiles).to_have_text(["1", "0", "1"])
    expect(anna.send_button).to_contain_text("1")
    anna.link("printoutChoice.without").click()
    expect(anna.send_button).to_contain_text("2")
    expect(tiles).to_have_text(["1", "0", "1"])
    anna.link("printoutChoice.skip").click()
    expect(anna.send_button).to_contain_text("1")
    expect(anna.page.locator("#skipped-title + ul")).to_contain_text(anna.words["skip.noPrintout"])
    anna.send()
    expect(anna.page.locator("#report tbody tr")).to_have_count(1)


def test_what_was_chosen_is_kept_taken_away_and_survives_a_mistake(anna):
    anna.recorder.expect(422)
    anna.search_firms("Kłos")
    anna.tick("Piekarnia Kłos")
    anna.compose("Mój temat", "Treść, która zostaje.")
    open_window(anna)
    kind(anna, REVENUE).check()
    anna.button("printoutChoice.done", window(anna)).click()
    chips = anna.composer.locator("[data-printouts-list] li")
    expect(chips).to_have_text([re.compile(REVENUE)])
    open_window(anna)
    expect(kind(anna, REVENUE)).to_be_checked()
    kind(anna, REVENUE).uncheck()
    anna.button("printoutChoice.done", window(anna)).click()
    expect(chips).to_have_count(0)
    open_window(anna)
    kind(anna, REVENUE).check()
    anna.button("printoutChoice.done", window(anna)).click()
    anna.composer.locator("[name=subject]").evaluate("field => { field.required = false; field.value = ''; }")
    anna.button("broadcasts.next", anna.composer).click()
    expect(anna.field("fields.body", anna.composer)).to_have_text("Treść, która zostaje.")
    expect(chips).to_have_text([re.compile(REVENUE)])
    anna.field("fields.subject", anna.composer).fill("Mój temat")
    anna.check()
    expect(anna.page.locator(".paper .attachments")).to_contain_text(REVENUE)
    anna.link("broadcasts.check.edit").click()
    expect(chips).to_have_text([re.compile(REVENUE)])
    chips.get_by_role("button").click()
    expect(chips).to_have_count(0)


def test_nothing_is_taken_while_the_kinds_of_another_period_are_on_their_way(anna):
    anna.search_firms("Kłos")
    anna.tick("Piekarnia Kłos")
    anna.compose("Inny okres", "W załączeniu.")
    open_window(anna)
    kind(anna, REVENUE).check()
    held = []
    address = "**/office/broadcasts/printouts"
    anna.page.route(address, lambda route: held.append(route))
    periods = window(anna).get_by_role("combobox").locator("option")
    other = next(each for each in periods.all() if each.get_attribute("value") != FEBRUARY)
    period, name = other.get_attribute("value"), other.text_content()
    with anna.page.expect_request(address):
        window(anna).get_by_role("combobox").select_option(period)
    for key in ("printoutChoice.done", "broadcasts.next"):
        expect(anna.button(key, window(anna))).to_have_attribute("aria-disabled", "true")
        anna.button(key, window(anna)).dispatch_event("click")
    expect(window(anna)).to_be_visible()
    expect(anna.composer.locator("[data-printouts-list] li")).to_have_count(0)
    held[0].continue_()
    expect(window(anna).locator("[data-printouts-body]")).to_have_attribute("aria-busy", "false")
    expect(window(anna).get_by_role("combobox")).to_have_value(period)
    kind(anna, REVENUE).check()
    anna.button("printoutChoice.done", window(anna)).click()
    expect(anna.composer.locator("[name=printouts]")).to_have_value(period)
    for chip in anna.composer.locator("[data-printouts-list] li").all():
        expect(chip).to_contain_text(name)
    anna.page.unroute(address)


def test_one_firm_is_offered_its_own_and_a_newer_version_is_told(anna, office, server, tmp_path):
    anna.open_firm("Piekarnia Kłos")
    anna.page.locator("a[href$='/conversations/new']").click()
    form = anna.page.locator("form[data-composer]")
    anna.field("fields.subject", form).fill("Ewidencja piekarni")
    anna.field("fields.body", form).fill("W załączeniu.")
    open_window(anna)
    expect(kind(anna, LEDGER)).to_have_count(0)
    kind(anna, REVENUE).check()
    anna.button("printoutChoice.done", window(anna)).click()
    anna.button("messages.send", form).click()
    expect(anna.heading).to_have_text("Ewidencja piekarni")
    expect(anna.file_link(REVENUE)).to_contain_text("luty 2026")
    take_in(server, tmp_path, book("jpk_ewp_4", BAKERY, made="2026-03-09T09:00:00Z", document="A/2"))
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Ewidencja piekarni")
    expect(piotr.file_link(REVENUE)).to_contain_text(piotr.words["printoutChoice.superseded"])


def test_a_version_that_comes_while_one_writes_is_told_and_nothing_is_lost(anna, server, tmp_path):
    anna.recorder.expect(422)
    anna.open_firm("Piekarnia Kłos")
    anna.page.locator("a[href$='/conversations/new']").click()
    form = anna.page.locator("form[data-composer]")
    anna.field("fields.subject", form).fill("Ewidencja w ostatniej chwili")
    anna.field("fields.body", form).fill("Treść, która zostaje.")
    open_window(anna)
    kind(anna, REVENUE).check()
    anna.button("printoutChoice.done", window(anna)).click()
    take_in(server, tmp_path, book("jpk_ewp_4", BAKERY, made="2026-03-10T09:00:00Z", document="A/3"))
    anna.button("messages.send", form).click()
    expect(anna.page.locator("#printouts-error")).to_have_text(anna.words["errors.printoutsChanged"])
    expect(anna.field("fields.body", form)).to_have_text("Treść, która zostaje.")
    anna.button("messages.send", form).click()
    expect(anna.heading).to_have_text("Ewidencja w ostatniej chwili")
    expect(anna.file_link(REVENUE)).not_to_contain_text(anna.words["printoutChoice.superseded"])


@pytest.mark.parametrize("language", ["pl", "he"])
def test_the_window_is_for_everyone(office, language):
    anna = office.sign_in("anna@biuro.example", language=language)
    anna.choose_language(language)
    anna.open("/office/firms")
    anna.select_all_matching()
    anna.compose("Okno", "Treść.")
    open_window(anna)
    faults = list(faults_of_words(anna.page, language))
    for size in (DESK, PHONE):
        anna.page.set_viewport_size(size)
        faults += faults_of_look(anna.page, size["width"])
    assert not faults
    window(anna).get_by_label(anna.words["printoutChoice.all.registers"]).check()
    anna.button("broadcasts.next", window(anna)).click()
    expect(anna.page.locator("#lacking")).to_be_visible()
    assert not list(faults_of_look(anna.page, PHONE["width"]))
    anna.page.set_viewport_size(DESK)
    anna.choose_language("pl")
