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
    with job("J7", anna) as presses:
        anna.firm_list.get_by_role("link", name=FIRM, exact=True).click()
        expect(anna.page.locator(".folder")).not_to_have_count(0)
        # On 1 January the present year is still empty.
        year = max(re.findall(r"\b20\d\d\b", " ".join(anna.page.locator(".entry__time").all_text_contents())))
        presses.choose(anna.page.locator("main select[name=period]"), value=year)
        anna.page.wait_for_url("**period=*")
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


def test_the_archive_is_searched_and_goes_on_to_older_conversations(office):
    anna = office.sign_in("anna@biuro.example")
    open_card(anna)
    newest = anna.page.locator(".folder__subject").all_text_contents()
    anna.link("paging.older").click()
    expect(anna.link("paging.newer")).to_be_visible()
    anna.link("paging.newer").click()
    expect(anna.page.locator(".folder__subject")).to_have_text(newest)
    anna.page.locator("main [name=q]").fill("niemawcaletakiego")
    anna.page.locator("main [name=q]").press("Enter")
    expect(anna.page.locator(".empty")).to_be_visible()
    anna.link("archive.showAll").click()
    expect(anna.page.locator(".folder")).not_to_have_count(0)
    # What was searched for is open.
    anna.page.locator("main [name=q]").fill("bułki dla szkoły")
    anna.page.locator("main [name=q]").press("Enter")
    expect(anna.page.locator(".folder")).to_have_count(1)
    expect(anna.page.locator(".entry")).to_have_count(2)
    expect(anna.page.locator(".entry__body").first).to_be_visible()


def test_a_conversation_opens_by_one_press_with_who_read_and_took_it(office):
    anna = office.sign_in("anna@biuro.example")
    open_card(anna)
    taken = anna.page.locator(".entry", has=anna.page.locator(".entry__readers", has_text="Piotr Kłos")).filter(
        has_text=anna.words["archive.takenBy"])
    folder = anna.page.locator(".folder", has=taken).first
    entry = folder.locator(taken).first
    expect(entry).to_be_hidden()
    folder.locator("summary.folder__head").click()
    expect(entry).to_be_visible()
    digest = entry.locator(".digest").first
    expect(digest).to_be_hidden()
    entry.locator("summary.proof__open").first.click()
    expect(digest).to_be_visible()
    # By the keyboard too.
    folder.locator("summary.folder__head").press("Enter")
    expect(entry).to_be_hidden()


def test_the_strip_says_whom_to_call_and_leads_to_what_is_open(office):
    anna = office.sign_in("anna@biuro.example")
    open_card(anna)
    strip = anna.page.locator("#strip")
    expect(strip).to_contain_text("Piotr Kłos")
    expect(strip.locator("a[href^='tel:']")).to_be_visible()
    expect(strip.locator("a[href='mailto:piotr@piekarnia.example']")).to_be_visible()
    strip.locator("a[href*='show=unanswered']").click()
    expect(anna.page.locator(".folder__subject").filter(has_text="Mąka z Czech")).to_be_visible()
    strip.locator("a[href*='show=untaken']").click()
    expect(anna.page.locator(".folder__subject").filter(has_text="Mąka z Czech")).to_have_count(0)
    expect(anna.page.locator(".folder")).not_to_have_count(0)
    # A question of the client's, asked meanwhile, is counted without a reload.
    piotr = office.sign_in("piotr@piekarnia.example")
    before = strip.locator("a[href*='show=unanswered']").text_content()
    piotr.ask("Jeszcze jedno pytanie", "Kiedy termin?")
    expect(strip.locator("a[href*='show=unanswered']")).not_to_have_text(before)


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
    anna.page.locator("a.row__link").filter(has_text="Bułki dla szkoły").click()
    expect(anna.page.locator("article.message")).to_have_count(2)
    expect(anna.page.locator("form")).to_have_count(0)
    expect(anna.page.locator("#body")).to_be_disabled()
    anna.link("clientView.leave").click()
    expect(anna.heading).to_have_text(FIRM)
    piotr.open("/")
    piotr.expect_unread(unread)


# Each with the firm that is viewed: tomasz has another one beside it.
VIEWED = [
    ("piotr@piekarnia.example", "Piekarnia Kłos"),
    ("tomasz@meble.example", "Meble Dąb sp. z o.o."),
    ("noa@studio.example", "Studio Noa"),
]


@pytest.mark.parametrize(("email", "firm"), VIEWED)
def test_the_view_shows_what_the_client_sees_on_each_page_of_the_menu(office, email, firm):
    client, anna = office.sign_in(email), office.sign_in("anna@biuro.example")
    client.choose_language("pl")
    anna.search_firms(firm)
    anna.firm_list.get_by_role("link", name=firm, exact=True).click()
    anna.link("firms.viewAs").click()
    code = re.search(r"/firms/(\w+)", anna.path).group(1)
    for place in ("home.title", "messages.title", "files.title"):
        for person in (client, anna):
            person.page.locator(".top .nav a", has_text=person.words[place]).click()
            person.await_ready()
        if email.startswith("tomasz"):
            client.open(f"{client.path.split('?')[0]}?firm={code}")
        expect(anna.page.locator(".top [data-unread]").first).to_have_text(
            client.page.locator(".top [data-unread]").first.text_content())
        assert anna.page.locator("main").inner_text() == client.page.locator("main").inner_text(), place
        groups = client.page.locator(".files__group").count()
        for group in range(groups if place == "files.title" else 0):
            for person in (client, anna):
                person.page.locator(".files__group").nth(group).click()
                person.await_ready()
            assert anna.page.locator("main").inner_text() == client.page.locator("main").inner_text(), group
