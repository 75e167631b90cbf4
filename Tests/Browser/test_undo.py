"""After the press on Send: ten seconds to undo it, a way to take back what nobody has read, drafts that keep themselves."""

import re

from playwright.sync_api import expect

from judge import faults_of_look
from office import DESK

BAKERY = "Piekarnia Kłos"


def _undo_within(anna, seconds):
    anna.open("/office/settings")
    anna.page.locator("#undo-seconds").select_option(str(seconds))
    anna.page.locator("form[action='/office/settings/undo'] button").click()
    expect(anna.page.locator(".flash")).to_be_visible()


def _order(anna, subject):
    """Sends a notice to the bakery; ends on the list, before it goes."""
    anna.open("/office/firms")
    anna.search_firms(BAKERY)
    anna.tick(BAKERY)
    anna.compose(subject, "Treść, którą widać dopiero po wysłaniu.")
    anna.check()
    anna.send_button.click()
    anna.expect_path("/office/firms")


def test_a_send_is_undone_by_one_key_and_nobody_got_it(office):
    anna, piotr = office.sign_in("anna@biuro.example"), office.sign_in("piotr@piekarnia.example")
    _undo_within(anna, 120)
    _order(anna, "Wysłane za szybko")
    toast = anna.page.locator(".toast")
    expect(toast).to_contain_text("Wysłane za szybko")
    expect(toast.locator("[data-countdown]")).to_have_text(re.compile(r"\d+"))
    assert list(faults_of_look(anna.page, DESK["width"])) == []
    piotr.open("/conversations")
    expect(piotr.page.get_by_text("Wysłane za szybko")).to_have_count(0)
    anna.page.keyboard.press("u")
    anna.expect_path(r"/office/broadcasts/new\?draft=.+")
    expect(anna.field("fields.subject", anna.composer)).to_have_value("Wysłane za szybko")
    expect(anna.page.locator(".toast")).to_have_count(0)
    anna.open("/office/broadcasts")
    expect(anna.page.locator(".drafts")).to_contain_text("Wysłane za szybko")


def test_a_send_goes_by_itself_and_its_sender_is_told_on_whatever_page(office):
    anna, piotr = office.sign_in("anna@biuro.example"), office.sign_in("piotr@piekarnia.example")
    piotr.open("/conversations")
    _undo_within(anna, 5)
    _order(anna, "Idzie samo")
    anna.open("/office/questions")
    told = anna.page.locator(".toast", has_text="Idzie samo").filter(has=anna.page.locator("a[href*='/office/broadcasts/']:not([href*=check])"))
    expect(told).to_be_visible(timeout=20_000)
    # The client's open page has it without being loaded again.
    expect(piotr.page.get_by_text("Idzie samo").first).to_be_visible(timeout=20_000)
    told.get_by_role("link").click()
    expect(anna.heading).to_have_text("Idzie samo")


def test_what_nobody_has_read_is_taken_back_from_the_report(office):
    anna, piotr = office.sign_in("anna@biuro.example"), office.sign_in("piotr@piekarnia.example")
    _undo_within(anna, 0)
    anna.send_notice("Nie ta firma", "Pomyłka.", to=[BAKERY])
    piotr.open("/conversations")
    expect(piotr.page.get_by_text("Nie ta firma").first).to_be_visible()
    anna.page.locator("#report-menu summary").click()
    anna.page.locator("#report-menu a[href$='/withdrawals/new']").click()
    anna.page.locator("form[action$='/withdrawals'] button").click()
    expect(anna.page.locator(".table-card")).to_contain_text(BAKERY)
    expect(piotr.page.get_by_text("Nie ta firma")).to_have_count(0)
    anna.open("/office/firms")
    anna.open_firm(BAKERY)
    expect(anna.page.locator("main")).to_contain_text("Nie ta firma")


def test_a_notice_that_is_left_half_written_is_there_again(office):
    marek = office.sign_in("marek@biuro.example")
    marek.open("/office/firms")
    marek.search_firms(BAKERY)
    marek.tick(BAKERY)
    with marek.page.expect_response(lambda response: response.url.endswith("/office/broadcasts/drafts")):
        marek.compose("Zaczęte wczoraj", "Pierwsze zdanie.")
    expect(marek.page.locator("[data-keep-status]")).to_have_text(re.compile(r"\d\d:\d\d"))
    # Nothing warns: nothing is lost.
    marek.open("/office/broadcasts")
    marek.page.get_by_role("link", name="Zaczęte wczoraj").click()
    expect(marek.field("fields.body", marek.composer)).to_have_text("Pierwsze zdanie.")
    marek.check()
    marek.send()
    marek.open("/office/broadcasts")
    expect(marek.page.locator(".drafts")).to_have_count(0)


def test_what_is_typed_while_a_draft_is_being_saved_is_saved_too(office):
    marek = office.sign_in("marek@biuro.example")
    held = []
    marek.page.route("**/office/broadcasts/drafts", lambda route: route.continue_() if held else held.append(route))
    marek.open("/office/firms")
    marek.search_firms(BAKERY)
    marek.tick(BAKERY)
    with marek.page.expect_request("**/office/broadcasts/drafts"):
        marek.compose("Pisane szybko", "Pierwsze.")
    body = marek.field("fields.body", marek.composer)
    body.press("End")
    marek.page.keyboard.type(" Drugie.")
    with marek.page.expect_response(lambda response: "Drugie" in (response.request.post_data or "")):
        held[0].continue_()
    marek.open("/office/broadcasts")
    marek.page.get_by_role("link", name="Pisane szybko").click()
    expect(marek.field("fields.body", marek.composer)).to_have_text("Pierwsze. Drugie.")
