"""A firm's card: what it got in a period, its settings, and its pages as its people see them."""

import re

import pytest
from playwright.sync_api import expect

from presses import job

FIRM = "Piekarnia Kłos"


def open_card(person):
    person.open("/office/firms?q=klos")
    person.firm_list.get_by_role("link", name=FIRM, exact=True).click()
    expect(person.heading).to_have_text(FIRM)


@pytest.mark.journey
def test_what_a_firm_got_in_a_period_is_three_presses_away(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/firms?q=klos")
    with job("J7", anna):
        anna.firm_list.get_by_role("link", name=FIRM, exact=True).click()
        expect(anna.page.locator(".entry")).not_to_have_count(0)
        # On 1 January the present year is still empty.
        year = max(re.findall(r"\b20\d\d\b", " ".join(anna.page.locator(".entry__time").all_text_contents())))
        anna.page.get_by_role("link", name=year, exact=True).click()
        expect(anna.page.locator(".entry__time").filter(has_not_text=year)).to_have_count(0)
        expect(anna.page.locator(".entry__time")).not_to_have_count(0)
        with anna.page.expect_download() as started:
            anna.link("archive.export").click()
    table = started.value.path().read_bytes()
    assert started.value.suggested_filename == f"{FIRM} {year}.csv"
    assert table.startswith(b"\xef\xbb\xbf") and b"SHA-256" in table
    lines = table.decode("utf-8-sig")
    for stranger in ("Przewozy", "Meble", "Studio Noa"):
        assert stranger not in lines
    # The same for printing: a page of its own, without a menu.
    anna.link("archive.print").click()
    expect(anna.heading).to_have_text(FIRM)
    expect(anna.page.locator(".entry")).not_to_have_count(0)
    expect(anna.page.locator("nav")).to_have_count(0)


def test_the_archive_is_searched_and_goes_on_to_older_messages(office):
    anna = office.sign_in("anna@biuro.example")
    open_card(anna)
    newest = anna.page.locator(".entry__subject").all_text_contents()
    anna.link("paging.older").click()
    expect(anna.link("paging.newer")).to_be_visible()
    anna.link("paging.newer").click()
    expect(anna.page.locator(".entry__subject")).to_have_text(newest)
    anna.page.locator("main [name=q]").fill("niemawcaletakiego")
    anna.page.locator("main [name=q]").press("Enter")
    expect(anna.page.locator(".empty")).to_be_visible()
    anna.link("archive.showAll").click()
    expect(anna.page.locator(".entry")).not_to_have_count(0)


def test_settings_are_saved_and_a_wrong_number_keeps_what_was_typed(office):
    anna = office.sign_in("anna@biuro.example")
    anna.recorder.expect(422)
    open_card(anna)
    anna.link("firms.tab.settings", anna.page.locator("main")).click()
    form = anna.page.locator("form#settings")
    anna.field("firms.identifier", form).fill("123")
    form.locator("[name=tags]").fill("chleb, VIP")
    anna.button("frame.save", form).click()
    expect(anna.page.locator("#identifier-error")).to_be_visible()
    expect(form.locator("[name=tags]")).to_have_value("chleb, VIP")
    anna.field("firms.identifier", form).fill("1111111111")
    anna.button("frame.save", form).click()
    expect(anna.flash).to_contain_text(anna.words["flash.saved"])
    expect(anna.page.locator(".tag")).to_have_text(["chleb", "VIP"])


def test_looking_as_the_client_leaves_the_client_unread(office):
    piotr = office.sign_in("piotr@piekarnia.example")
    unread = piotr.unread()
    anna = office.sign_in("anna@biuro.example")
    open_card(anna)
    anna.link("firms.viewAs").click()
    anna.page.get_by_role("link", name="Piotr Kłos", exact=True).click()
    anna.page.locator("a.row__link").filter(has_text="Bułki dla szkoły").click()
    expect(anna.page.locator("article.message")).to_have_count(2)
    expect(anna.page.locator("form")).to_have_count(0)
    anna.link("clientView.leave").click()
    expect(anna.heading).to_have_text(FIRM)
    piotr.open("/")
    piotr.expect_unread(unread)
