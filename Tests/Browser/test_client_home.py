"""A client's first page and files on a phone: what is most urgent first, everything under a thumb, nothing cut off."""

import re

import pytest
from playwright.sync_api import expect

from files import a_pdf
from fingers import FINGER, is_at_least, size
from office import PHONE

BAKERY = "Piekarnia Kłos"
EWA = "ewa@przewozy.example"
CLIENTS = ["piotr@piekarnia.example", EWA, "tomasz@meble.example", "noa@studio.example"]
PAGES = ["/", "/conversations", "/conversations/new", "/files", "/files?state=waiting", "/search?q=vat", "/account"]


@pytest.mark.parametrize("email", CLIENTS)
def test_every_page_of_a_client_has_the_number_of_unread_letters_in_sight_on_a_phone(office, email):
    person = office.sign_in(email, **FINGER)
    waiting = person.unread()
    for path in PAGES:
        person.open(path)
        person.expect_unread(waiting)
        at_messages = person.page.locator(".nav [data-unread]")
        if waiting:
            expect(at_messages).to_have_text(str(waiting))
            for badge in (person.badge, at_messages):
                box = badge.bounding_box()
                assert 0 <= box["x"] and box["x"] + box["width"] <= PHONE["width"], (path, box)
                assert 0 <= box["y"] and box["y"] + box["height"] <= PHONE["height"], (path, box)
        else:
            expect(at_messages).to_be_hidden()


def test_the_carer_is_called_and_written_to_by_one_press(office):
    piotr = office.sign_in("piotr@piekarnia.example", **FINGER)
    piotr.open("/")
    call, write = piotr.page.locator(".carer a[href^='tel:']"), piotr.page.locator(".carer a[href*='/conversations/new']")
    for button in (call, write):
        is_at_least(button)
        box = button.bounding_box()
        assert box["y"] + box["height"] < 260 and box["x"] + box["width"] <= PHONE["width"], box
    expect(call).to_have_accessible_name(re.compile(r"Zadzwoń: .*\d{3} \d{3} \d{3}"))
    write.click()
    piotr.expect_path("/conversations/new")


def test_the_most_urgent_stands_out_and_each_row_does_its_thing(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Umowa do podpisu", "W załączeniu.", to=[BAKERY], files=[a_pdf("umowa.pdf")])
    piotr = office.sign_in("piotr@piekarnia.example", **FINGER)
    piotr.open("/")
    todos = piotr.page.locator(".todo.row--unread")
    expect(piotr.page.locator(".todo .button--primary")).to_have_count(1)
    expect(todos.first.locator(".button--primary")).to_be_visible()
    heights = [size(row)[1] for row in todos.all()]
    assert heights[0] == max(heights) and min(heights) >= 56
    letter = todos.filter(has_text="Umowa do podpisu")
    expect(letter.locator(".clip")).to_contain_text("1")
    # No hollow circle, which looks like a choice; one sign says that it is unread.
    expect(piotr.page.locator(".todo .dot")).to_have_count(0)
    take = piotr.page.locator(".todo__action")
    is_at_least(take)
    with piotr.page.expect_download() as download:
        take.click()
    assert re.fullmatch(r"Piekarnia Kłos Pliki \d{4}-\d\d-\d\d\.zip|.*\.pdf", download.value.suggested_filename)
    # What was taken goes from the list at once.
    expect(take).to_have_count(0)
    expect(letter).to_be_visible()
    box = letter.bounding_box()
    piotr.page.mouse.click(box["x"] + box["width"] - 20, box["y"] + box["height"] / 2)
    expect(piotr.heading).to_have_text("Umowa do podpisu")


@pytest.mark.parametrize("email", CLIENTS)
def test_the_first_file_stands_high_and_the_whole_row_downloads_it(office, email):
    person = office.sign_in(email, **FINGER)
    person.open("/files")
    row = person.page.locator(".file-row").first
    assert row.bounding_box()["y"] <= 220, row.bounding_box()
    groups = [group.bounding_box() for group in person.page.locator(".files__group").all()]
    assert len(groups) <= 4 and len({round(box["y"]) for box in groups}) <= 1
    for box in groups:
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] and box["height"] >= 44, box
    for row in person.page.locator(".file-row").all()[:4]:
        assert size(row)[1] >= 56
    row = person.page.locator(".file-row:has(.files__name)").first
    for side in (0, 1):
        # What is taken loses its mark, and its row some of its height.
        person.open("/files")
        box = row.bounding_box()
        with person.page.expect_download() as download:
            person.page.mouse.click(box["x"] + 8 + side * (box["width"] - 16), box["y"] + box["height"] - 6)
        assert "." in download.value.suggested_filename


def test_a_list_that_changes_waits_until_a_press_is_over(office):
    piotr, anna = office.sign_in("piotr@piekarnia.example", **FINGER), office.sign_in("anna@biuro.example")
    anna.send_notice("Regulamin", "W załączeniu.", to=[BAKERY], files=[a_pdf("regulamin.pdf")])
    piotr.open("/files?kind=others")
    name = piotr.page.locator(".files__name").first
    name.hover()
    piotr.page.mouse.down()
    with piotr.page.expect_response(lambda response: "/files" in response.url):
        anna.send_notice("Aneks", "W załączeniu.", to=[BAKERY], files=[a_pdf("aneks.pdf")])
    piotr.page.evaluate("new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))")
    with piotr.page.expect_download() as download:
        piotr.page.mouse.up()
    assert download.value.suggested_filename == "regulamin.pdf"
    expect(piotr.page.locator(".files__name").first).to_contain_text("aneks.pdf")


def test_a_mark_says_where_something_is_new_until_it_is_taken(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Cennik", "W załączeniu.", to=[BAKERY], files=[a_pdf("cennik.pdf")])
    piotr = office.sign_in("piotr@piekarnia.example", **FINGER)
    piotr.open("/files?kind=others")
    row = piotr.page.locator(".file-row").filter(has_text="cennik.pdf")
    expect(row).to_contain_text(piotr.words["files.new"])
    expect(row.locator("use[href$='#download']")).to_have_count(1)
    with piotr.page.expect_download():
        row.locator("a").first.click()
    # At once, without a new page.
    expect(row).not_to_contain_text(piotr.words["files.new"])
    expect(row.locator("use[href$='#check']")).to_have_count(1)


@pytest.mark.parametrize("email", CLIENTS)
def test_nothing_is_wider_than_the_smallest_phone(office, email):
    person = office.sign_in(email, viewport={"width": 320, "height": 568}, is_mobile=True, has_touch=True)
    for path in PAGES:
        person.open(path)
        assert person.page.evaluate("document.scrollingElement.scrollWidth") <= 320, path
        for link in person.page.locator(".nav__link, .files__group, .top__find, .top__person > summary, .carer__way").all():
            if link.is_visible():
                assert size(link)[1] >= 44, (path, link)


def test_without_scripts_the_year_has_a_button(office):
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE, java_script_enabled=False)
    piotr.open("/files?kind=others")
    year = piotr.page.locator("[name=period] option").nth(1).get_attribute("value")
    piotr.page.get_by_label(piotr.words["files.years"]).select_option(year)
    piotr.button("files.show").click()
    piotr.expect_path("/files")
    assert f"period={year}" in piotr.page.url and "kind=others" in piotr.page.url
