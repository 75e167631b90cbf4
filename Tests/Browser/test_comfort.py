"""Comfort for hands and eyes: sizes for fingers, the focus, titles, tables that fit, printed pages."""

import re

import pytest
from playwright.sync_api import expect

from colours import goes_on_around_the_page
from files import a_pdf
from fingers import FINGER, is_at_least, size
from office import ANY_FIRM
from words import LANGUAGES

BAKERY = "Piekarnia Kłos"


def test_what_a_finger_presses_is_large_enough(office):
    visitor = office.visitor(**FINGER)
    visitor.open("/sign-in")
    is_at_least(visitor.page.locator(".password__toggle"))
    is_at_least(visitor.button("open.signIn.forgotten"))
    piotr = office.sign_in("piotr@piekarnia.example", **FINGER)
    is_at_least(piotr.page.locator(".top__person > summary"))
    piotr.open("/conversations")
    piotr.page.locator(".row__link").first.click()
    is_at_least(piotr.page.locator(".back"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_on_a_person_of_the_demo_fills_the_form_and_one_more_signs_in(office, language):
    visitor = office.visitor(language=language)
    visitor.open("/sign-in")
    visitor.page.locator("[data-demo-person='ewa@przewozy.example']").click()
    expect(visitor.field("fields.email")).to_have_value("ewa@przewozy.example")
    expect(visitor.button("open.signIn.submit")).to_be_focused()
    # Nothing lies over the beginning of the password, in Hebrew neither.
    ends = "node => { const box = node.getBoundingClientRect(); return [box.left, box.right] }"
    toggle = visitor.page.locator(".password__toggle").evaluate(ends)
    assert toggle[0] > visitor.field("fields.password").evaluate(ends)[0] + 100
    visitor.page.keyboard.press("Enter")
    visitor.expect_path("/")


def test_the_cursor_is_where_one_types_and_the_address_goes_along(office):
    visitor = office.visitor()
    visitor.recorder.expect(422)
    visitor.open("/sign-in")
    expect(visitor.field("fields.email")).to_be_focused()
    visitor.field("fields.email").fill("piotr@piekarnia.example")
    visitor.field("fields.password").fill("nie to")
    visitor.field("fields.password").press("Enter")
    visitor.expect_path("/sign-in")
    expect(visitor.page.locator("#sign-in-error")).to_be_visible()
    expect(visitor.field("fields.password")).to_be_focused()
    visitor.button("open.signIn.forgotten").click()
    visitor.expect_path("/password-reset")
    expect(visitor.field("fields.email")).to_have_value("piotr@piekarnia.example")
    expect(visitor.page.get_by_role("status").filter(has_text=visitor.words["open.passwordReset.asked"])).to_have_count(0)


def test_titles_tell_pages_apart_say_what_waits_and_that_a_form_came_back(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open_firm(BAKERY)
    titles = set()
    for tab in anna.page.locator(".subnav__link").all():
        anna.open(tab.get_attribute("href"))
        titles.add(anna.page.title())
    assert len(titles) == 4 and all(BAKERY in title for title in titles), titles
    expect(anna.page).to_have_title(re.compile(rf"^\({anna.unread()}\) "))
    anna.recorder.expect(422)
    anna.open("/office/staff")
    form = anna.page.locator("form#add")
    anna.field("fields.personName", form).fill("Ktoś")
    anna.field("fields.email", form).fill("anna@biuro.example")
    anna.button("firms.inviteSubmit", form).click()
    expect(anna.page.locator("[aria-invalid=true]")).to_be_visible()
    expect(anna.page).to_have_title(re.compile(rf"^(\(\d+\) )?{anna.words['errors.inTitle']} "))
    anna.open("/office/imports")
    anna.open(anna.page.locator("main a[href*='/office/imports/']").first.get_attribute("href"))
    assert not re.search("[\u2066-\u2069]", anna.page.title())


def test_the_title_counts_with_the_badge(office):
    anna = office.sign_in("anna@biuro.example")
    piotr = office.sign_in("piotr@piekarnia.example")
    waiting = piotr.unread()
    anna.send_notice("Nowy tytuł", "Liczba przed tytułem.", to=[BAKERY])
    piotr.expect_unread(waiting + 1)
    expect(piotr.page).to_have_title(re.compile(rf"^\({waiting + 1}\) "))


@pytest.mark.parametrize("width", [720, 820, 999])
def test_the_firm_table_fits_a_tablet(office, width):
    anna = office.sign_in("anna@biuro.example", viewport={"width": width, "height": 1000})
    for tab in ("firms", "bookkeeping", "hr", "taxes"):
        anna.open(f"/office/firms?tab={tab}")
        card, table = (anna.page.locator(place).bounding_box() for place in (".table-card", ".table--firms"))
        assert table["width"] <= card["width"] + 1, f"{tab}: {table} in {card}"
        right = anna.page.locator(".table--firms thead th").last.bounding_box()
        assert right["x"] + right["width"] <= card["x"] + card["width"] + 1
    anna.open("/office/firms")
    for reason in anna.page.locator(".waits").all():
        assert size(reason)[1] < 60, reason.text_content()


def test_numbers_of_the_journal_stand_on_one_line(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/audit")
    heights = {size(number)[1] for number in anna.page.locator(".audit__number").all()}
    assert len(heights) == 1 and heights.pop() < 30


def test_a_green_firm_is_never_among_those_that_have_not_read(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/firms?state=unread")
    rows = anna.page.locator("#firm-list tbody tr")
    assert rows.count() > 5
    expect(anna.page.locator("#firm-list .waits--nobody")).to_have_count(0)
    anna.open("/office/firms")
    assert anna.page.locator("#firm-list .waits__reason").count() == anna.page.locator("#firm-list tbody tr").count()


def test_a_message_on_paper_says_whose_it_is_and_has_the_year_of_each_day(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Na papier", "Proszę wydrukować.", to=[BAKERY], files=[a_pdf("umowa.pdf")])
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Na papier")
    piotr.download("umowa.pdf")
    piotr.open(piotr.path)
    piotr.page.emulate_media(media="print")
    expect(piotr.page.locator(".brand__name")).to_be_visible()
    expect(piotr.page.locator(".nav")).to_be_hidden()
    dated = piotr.page.locator("article.message [data-full]")
    assert dated.count() >= 2
    for text in dated.all():
        assert re.search(r"\d{4}, \d\d:\d\d", text.get_attribute("data-full"))
        assert text.evaluate("(e) => getComputedStyle(e, '::after').content").strip('"') == text.get_attribute("data-full")
    piotr.page.emulate_media(media="screen")
    anna.open(f"{anna.path}/paper")
    anna.page.emulate_media(media="print")
    expect(anna.page.get_by_text(anna.words["report.paperHint"])).to_be_hidden()
    anna.page.emulate_media(media="screen")


def test_words_that_run_to_the_right_stand_at_the_left_of_a_hebrew_archive(office):
    dana = office.sign_in("dana@biuro.example")
    dana.page.locator("#firm-list tbody th a:not(.row-write)").first.click()
    dana.page.locator(".folder__head").first.click()
    body = dana.page.locator(".entry__body").first
    words, place = body.locator("p").first.bounding_box(), body.bounding_box()
    assert abs(words["x"] - place["x"]) < 2


def test_names_of_the_demo_stand_flush_in_hebrew(office):
    visitor = office.visitor("he")
    visitor.open("/sign-in")
    edges = [name.bounding_box() for name in visitor.page.locator(".demo-people__name bdi").all()]
    assert len({round(edge["x"] + edge["width"]) for edge in edges}) == 1


def test_without_scripts_the_office_is_told_why_it_cannot_send(office):
    anna = office.sign_in("anna@biuro.example", java_script_enabled=False)
    anna.open("/office/firms")
    expect(anna.page.locator("noscript > .notice")).to_be_visible()
    assert anna.page.locator("noscript > .notice").text_content() == anna.words["selection.script"]


def test_the_list_counts_once_and_pages_only_where_there_are_pages(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/firms")
    expect(anna.page.locator(".lid__count")).to_have_text("64 firmy")
    anna.search_firms(ANY_FIRM)
    expect(anna.page.locator(".lid__count")).to_have_text("1 firma")
    expect(anna.page.locator(".paging__text")).to_have_count(0)
    expect(anna.page.locator("#select-all")).to_have_count(0)


def test_nothing_found_keeps_the_menu(office):
    for who, menu in (("anna@biuro.example", "broadcasts.title"), ("piotr@piekarnia.example", "files.title")):
        person = office.sign_in(who)
        person.open("/nothing", status=404)
        expect(person.link(menu, person.page.locator(".nav"))).to_be_visible()


def test_the_menu_says_what_each_number_counts(office):
    anna = office.sign_in("anna@biuro.example")
    assert anna.badge.get_attribute("title") == anna.words["frame.unreadFromClients"]
    assert anna.page.locator(".nav [data-waiting]").get_attribute("title") == anna.words["frame.waiting"]
    anna.page.locator(".top__person > summary").click()
    anna.page.locator(".menu__item").filter(has_text=anna.words["frame.unreadFromClients"]).click()
    anna.expect_path("/office/questions")
    assert "show=unread" in anna.page.url
    anna.open("/office/audit")
    ring = "(e) => getComputedStyle(e).boxShadow"
    assert anna.page.locator(".top__person .avatar").evaluate(ring) != "none"


def test_the_page_can_be_kept_on_a_phone_with_its_own_colour_around_it(office):
    # The manifest and its icons are examined in ClientHomeTests.
    piotr = office.sign_in("piotr@piekarnia.example")
    assert piotr.page.request.get(piotr.page.locator("link[rel=apple-touch-icon]").get_attribute("href")).ok
    goes_on_around_the_page(piotr)


def test_notices_has_the_way_to_write_one_also_when_there_are_some(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/broadcasts")
    expect(anna.page.locator("main .row__link").first).to_be_visible()
    anna.page.locator(".page-head__actions").get_by_role("link", name="Nowe powiadomienie").click()
    anna.expect_path("/office/broadcasts/new")


def test_each_receipt_in_a_clients_files_says_what_it_is_of(office):
    tomasz = office.sign_in("tomasz@meble.example")
    tomasz.open("/files?kind=receipts")
    titles = tomasz.page.locator("main .row__subject")
    expect(titles.first).to_contain_text(re.compile(r"UPO .*JPK_V7[MK]"))
    # The form and the period tell each from the others.
    assert all(re.search(r"UPO\W+JPK\w+\W+·\W+\w+ 20\d\d", title) for title in titles.all_inner_texts())


def test_a_refused_password_is_told_in_what_it_has_and_what_helps(office):
    anna = office.sign_in("anna@biuro.example")
    anna.recorder.expect(422)
    anna.open("/office/account")
    anna.page.locator("[name=current]").fill("demo-skrytka-2026")
    anna.page.locator("[name=password]").fill("moje haslo do anna lis")
    anna.page.locator("[name=password]").press("Enter")
    expect(anna.page.locator("#password-error")).to_contain_text("Dodaj")


def test_a_table_has_another_colour_than_a_pdf_and_an_open_digest_stays_on_one_line(office):
    anna = office.sign_in("anna@biuro.example")
    anna.search_firms("klos")
    anna.page.get_by_role("link", name=BAKERY, exact=True).click()
    folder = anna.page.locator(".folder", has=anna.page.locator(".digest")).first
    folder.locator("summary.folder__head").click()
    folder.locator("summary.proof__open").first.click()
    digest = folder.locator(".digest .code").first
    expect(digest).to_be_visible()
    assert size(digest)[1] < 30, size(digest)
    colour = """kind => { const span = document.createElement("span"); span.className = "kind"; span.dataset.kind = kind;
        document.querySelector("main").append(span); return getComputedStyle(span).color; }"""
    assert anna.page.evaluate(colour, "CSV") != anna.page.evaluate(colour, "PDF")
