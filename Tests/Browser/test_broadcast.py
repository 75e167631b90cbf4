"""Stories 3 and 4: one notice to many firms, checked, sent once, and its report while it is being read."""

import re

import pytest
from playwright.sync_api import expect

from files import a_pdf, a_photo
from office import ANY_FIRM

ACTIVE, RECEIVING = 64, 62
BAKERY = "Piekarnia Kłos"


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def figure(person):
    """The one figure of a report: in how many firms somebody has read, and of how many."""
    return person.page.locator(".report__figure")


def count(person, show):
    """The number beside one of the report's filters."""
    chip = person.page.locator("#report .chip").filter(has_text=person.words[f"report.show.{show}"])
    return chip.first.locator(".chip__count")


def test_files_show_their_progress_and_can_be_taken_away(anna):
    anna.tick(ANY_FIRM)
    anna.compose("Pliki", "W załączeniu.")
    slow = anna.context.new_cdp_session(anna.page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions",
              {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 200_000})
    big = a_pdf("Duży plik.pdf")
    big["buffer"] += b"%" + b" " * 500_000
    anna.composer.locator(".file-button input").set_input_files(big)
    upload = anna.composer.locator("[data-uploads-list] > li").filter(has_text="Duży plik.pdf")
    expect(upload.get_by_role("progressbar")).to_be_visible()
    expect(upload.get_by_role("progressbar")).not_to_have_js_property("value", 0)
    expect(upload.locator("input[name=files]:enabled")).to_have_count(1)
    slow.send("Network.emulateNetworkConditions",
              {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    anna.attach(a_photo("zdjęcie.png"), within=anna.composer)
    upload.get_by_role("button").click()
    expect(upload).to_have_count(0)
    anna.check()
    expect(anna.page.locator(".paper .attachments li")).to_have_count(1)
    expect(anna.page.locator(".paper .attachments")).to_contain_text("zdjęcie.png")


def test_a_file_that_is_not_what_it_says_is_refused_and_the_letter_stays(anna):
    anna.recorder.expect(415)
    anna.recorder.expect(422)
    anna.tick(ANY_FIRM)
    anna.compose("Program", "Nic groźnego.")
    anna.composer.locator(".file-button input").set_input_files(
        {"name": "faktura.pdf", "mimeType": "application/pdf", "buffer": b"\x7fELF" + bytes(200)})
    upload = anna.composer.locator("[data-uploads-list] > li").filter(has_text="faktura.pdf")
    expect(upload.get_by_role("alert")).to_be_visible()
    expect(upload.locator("input[name=files]:enabled")).to_have_count(0)
    expect(anna.field("fields.subject", anna.composer)).to_have_value("Program")


def test_the_check_page_says_who_gets_it_who_does_not_and_shows_each(anna):
    anna.select_all_matching()
    anna.compose("KSeF od lutego", "Prosimy **przeczytać**.", files=[a_pdf()])
    anna.check()
    expect(anna.send_button).to_contain_text(str(RECEIVING))
    expect(anna.page.locator(".section-title__count")).to_contain_text(str(RECEIVING))
    skipped = anna.page.locator(".card--wait .recipients__item")
    expect(skipped).to_have_count(ACTIVE - RECEIVING)
    for one in skipped.all():
        expect(one.locator(".detail")).not_to_be_empty()

    # Invited people who have not signed in yet get it too, and the page says so.
    expect(anna.page.locator(".recipients--long")).to_contain_text(anna.words["broadcasts.invitedNote"])

    firm = anna.page.locator(".preview-head__firm strong")
    first = firm.text_content()
    anna.link("broadcasts.check.next").click()
    expect(firm).not_to_have_text(first)
    expect(anna.page.locator(".preview-head__steps .detail")).to_contain_text("2")
    expect(anna.page.locator(".paper .attachments")).to_contain_text("Instrukcja KSeF.pdf")
    anna.link("broadcasts.check.previous").click()
    expect(firm).to_have_text(first)

    anna.link("broadcasts.check.edit").click()
    expect(anna.field("fields.subject", anna.composer)).to_have_value("KSeF od lutego")
    expect(anna.composer.locator("[data-uploads-list]")).to_contain_text("Instrukcja KSeF.pdf")
    anna.check()
    expect(anna.send_button).to_contain_text(str(RECEIVING))


def test_sent_once_however_often_the_button_is_pressed(anna):
    anna.select_all_matching()
    anna.compose("Raz a dobrze", "Tylko jeden list.")
    anna.check()
    form = anna.page.locator("form[action='/office/broadcasts']")
    fields = form.locator("input[type=hidden]").evaluate_all("fields => fields.map(each => [each.name, each.value])")
    anna.send_button.dblclick()
    anna.expect_path(r"/office/broadcasts/[0-9a-z]{13}")
    again = anna.context.request.post(
        "/office/broadcasts", form=dict(fields),
        headers={"Origin": re.match(r"https?://[^/]+", anna.page.url)[0], "Sec-Fetch-Site": "same-origin"})
    assert again.url == anna.page.url.split("#")[0]
    expect(figure(anna)).to_contain_text(str(RECEIVING))
    anna.open("/office/broadcasts")
    expect(anna.page.get_by_role("link", name="Raz a dobrze", exact=True)).to_have_count(1)


def test_the_same_notice_already_sent_today_is_said_before_the_second(anna):
    for expected in (0, 1):
        anna.open("/office/firms")
        anna.search_firms("klos")
        anna.tick(BAKERY)
        anna.compose("Dwa razy to samo", "Ten sam tekst.")
        anna.check()
        warning = anna.page.locator(".notice--wait")
        expect(warning).to_have_count(expected)
        if expected:
            warning.get_by_role("link").click()
            expect(anna.heading).to_have_text("Dwa razy to samo")
        else:
            anna.send()


@pytest.mark.journey
def test_the_report_fills_while_the_client_reads_takes_the_file_and_answers(office, anna):
    anna.search_firms("klos")
    anna.tick(BAKERY)
    anna.compose("Na żywo", "Zobaczymy.", files=[a_pdf("Na żywo.pdf")])
    anna.check()
    anna.send()
    row = anna.report_row(BAKERY)
    chart = anna.page.locator("#report").get_by_role("img")
    # It was just sent, so nothing is marked as late.
    expect(row.locator(".state--none")).to_be_visible()
    expect(figure(anna).locator("strong")).to_have_text("0")
    expect(chart.locator("rect")).to_have_class(re.compile("waiting"))

    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Na żywo")
    expect(row).to_contain_text("Piotr")
    expect(figure(anna).locator("strong")).to_have_text("1")
    piotr.download("Na żywo.pdf")
    expect(row).to_contain_text("Na żywo.pdf")
    expect(count(anna, "downloaded")).to_have_text("1")
    expect(chart.locator("rect")).to_have_class(re.compile("taken"))
    piotr.answer("Przeczytane.")
    expect(row).to_contain_text("Przeczytane.")
    expect(count(anna, "answered")).to_have_text("1")


def test_the_reports_filters_show_what_they_count(anna):
    anna.select_all_matching()
    anna.compose("Filtry", "Do wszystkich.")
    anna.check()
    anna.send()
    for chip in range(anna.page.locator("#report .chip").count()):
        anna.page.locator("#report .chip").nth(chip).click()
        current = anna.page.locator("#report .chip[aria-current]")
        expect(current).to_have_count(1)
        count = int(current.locator(".chip__count").text_content())
        rows = anna.page.locator("#report tbody tr").count()
        assert rows == count or (rows and rows < count and anna.page.locator("#report [rel=next]").count() == 1)


def test_no_letter_names_another_firm(office, anna):
    names = set(anna.firms())
    anna.page.locator("[rel=next]").click()
    expect(anna.page.locator("[rel=prev]")).to_be_visible()
    names |= set(anna.firms())
    anna.open("/office/firms")
    anna.select_all_matching()
    anna.compose("Każdy osobno", "Jeden tekst, wiele skrytek.")
    anna.check()
    anna.send()
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Każdy osobno")
    page = piotr.page.content()
    assert BAKERY in page
    assert [name for name in names - {BAKERY} if name in page] == []


def test_a_notice_is_begun_from_the_notices_and_goes_to_a_saved_filter(office, anna):
    anna.open("/office/broadcasts")
    anna.page.keyboard.press("n")
    anna.expect_path("/office/broadcasts/new")
    to = anna.page.locator("#composer-to")
    option = to.locator("option").nth(1)
    count = int(re.search(r"\((\d+)\)$", option.text_content())[1])
    assert 0 < count < 64
    to.select_option(index=1)
    anna.field("fields.subject", anna.composer).fill("Z listy powiadomień")
    anna.field("fields.body", anna.composer).fill("Do zapisanego filtra.")
    # The rare things are one press away.
    expect(anna.page.locator("#composer-expires")).to_be_hidden()
    anna.page.locator("#composer-more > summary").click()
    expect(anna.page.locator("#composer-expires")).to_be_visible()
    anna.check()
    receiving = int(re.search(r"\d+", anna.send_button.text_content())[0])
    assert receiving + anna.page.locator(".card--wait .recipients__item").count() == count
    anna.send()
    expect(anna.page.locator(".report__figure")).to_contain_text(re.compile(rf"\b{receiving}\b"))
