"""Story 5: the client reads, and the office sees it; the client downloads the file, answers, and asks."""

import re

from playwright.sync_api import expect

from files import a_pdf, a_photo
from office import PHONE

BAKERY = "Piekarnia Kłos"
FURNITURE = "Meble Dąb sp. z o.o."
READER = "Piotr"


def test_the_badge_is_right_in_every_open_tab_and_counts_down_as_messages_are_read(office):
    anna = office.sign_in("anna@biuro.example")
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE)
    second = piotr.tab()
    second.open("/account")
    waiting = piotr.unread()
    second.expect_unread(waiting)

    anna.send_notice("Nowy numer telefonu biura", "Od poniedziałku dzwonią Państwo pod nowy numer.", to=[BAKERY])
    piotr.expect_unread(waiting + 1)
    second.expect_unread(waiting + 1)

    piotr.open_message("Nowy numer telefonu biura")
    piotr.expect_unread(waiting)
    second.expect_unread(waiting)


def test_only_the_message_that_was_on_the_screen_is_read_and_the_head_sees_who_and_when(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Terminy w grudniu", "VAT do 27 grudnia.", to=[BAKERY])
    anna.send_notice("Urlop opiekuna", "Zastępuje Dana.", to=[BAKERY])
    piotr = office.sign_in("piotr@piekarnia.example")
    waiting = piotr.unread()

    anna.open_letter(BAKERY, "Terminy w grudniu")
    letter = anna.message("VAT do 27 grudnia.")
    expect(letter.locator(".message__receipt")).to_have_count(0)
    piotr.open_message("Terminy w grudniu")
    piotr.expect_unread(waiting - 1)
    expect(letter.locator(".message__receipt")).to_contain_text(READER)
    expect(letter.locator(".message__receipt")).to_contain_text(":")

    anna.open_letter(BAKERY, "Urlop opiekuna")
    expect(anna.message("Zastępuje Dana.").locator(".message__receipt")).to_have_count(0)
    piotr.open_message("Urlop opiekuna")
    piotr.expect_unread(waiting - 2)


def test_the_list_says_what_a_firm_waits_for_until_it_has_happened(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Terminy w grudniu", "VAT do 27 grudnia.", to=[FURNITURE])
    tomasz = office.sign_in("tomasz@meble.example")
    anna.search_firms("meble")
    reason = anna.row(FURNITURE).locator(".cell-waits")
    expect(reason).to_contain_text(anna.words["firms.waits.reading"])
    waiting = reason.locator(".detail").text_content()
    tomasz.open_message("Terminy w grudniu")
    expect(reason.locator(".detail")).not_to_have_text(waiting)


def test_messages_lists_the_unread_first_and_a_look_at_the_list_reads_nothing(office):
    anna = office.sign_in("anna@biuro.example")
    ewa = office.sign_in("ewa@przewozy.example", viewport=PHONE)
    waiting = ewa.unread()
    anna.send_notice("Starsze i nieprzeczytane", "Poczeka.", to=["Przewozy Ewa Nowak"])
    ewa.expect_unread(waiting + 1)
    ewa.ask("Nowsze, ale własne", "Czy doszło?")
    # On the first page the files to download stand among them.
    rows = ewa.page.locator("li.row:not(:has(a[href^='/files']))")
    for path in ("/conversations", "/"):
        ewa.open(path)
        unread = rows.evaluate_all("rows => rows.map(row => row.classList.contains('row--unread'))")
        assert unread == sorted(unread, reverse=True) and sum(unread) >= 1 and not all(unread)
        expect(rows.filter(has_text="Starsze i nieprzeczytane")).to_have_class(re.compile("row--unread"))
    ewa.expect_unread(waiting + 1)
    assert ewa.unread() == sum(unread)


def test_a_tab_in_the_background_reads_nothing(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Bez pośpiechu", "Przeczytają Państwo, kiedy będzie czas.", to=[BAKERY])
    anna.send_notice("Od razu", "To jest na wierzchu.", to=[BAKERY])
    piotr = office.sign_in("piotr@piekarnia.example")
    waiting = piotr.unread()
    behind = piotr.tab()
    behind.page.add_init_script(
        "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
        "Object.defineProperty(document, 'hidden', {get: () => true});"
    )
    behind.open_message("Bez pośpiechu")
    # The tab in front is read last, so the one behind has had enough time by then.
    piotr.open_message("Od razu")
    piotr.expect_unread(waiting - 1)
    anna.open_letter(BAKERY, "Bez pośpiechu")
    expect(anna.message("kiedy będzie czas").locator(".message__receipt")).to_have_count(0)


def test_the_client_takes_the_file_and_the_office_sees_it(office):
    anna = office.sign_in("anna@biuro.example")
    file = a_pdf("Instrukcja KSeF.pdf")
    anna.send_notice("KSeF krok po kroku", "W załączniku.", to=[BAKERY], files=[file])
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE)
    piotr.open_message("KSeF krok po kroku")
    name, content = piotr.download("Instrukcja KSeF.pdf")
    assert name == "Instrukcja KSeF.pdf"
    assert content == file["buffer"]

    anna.open_report("KSeF krok po kroku")
    expect(anna.report_row(BAKERY)).to_contain_text("Instrukcja KSeF.pdf")
    expect(anna.report_row(BAKERY)).to_contain_text(READER)


def test_an_answer_reaches_the_office_while_it_looks(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Remanent", "Prosimy o spis z natury.", to=[BAKERY])
    anna.open_letter(BAKERY, "Remanent")
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE)
    waiting = piotr.unread()
    piotr.open_message("Remanent")
    piotr.expect_unread(waiting - 1)
    piotr.answer("Wyślę jutro rano.")
    expect(anna.message("Wyślę jutro rano.")).to_be_visible()
    anna.answer("Dziękujemy!")
    expect(piotr.message("Dziękujemy!")).to_be_visible()
    piotr.expect_unread(waiting - 1)
    expect(anna.message("Dziękujemy!").locator(".message__receipt")).to_contain_text(READER)


def test_a_question_of_his_own_carries_a_photo_from_the_phone(office):
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE, has_touch=True, is_mobile=True)
    photo = a_photo("paragon z paliwem.png")
    piotr.ask("Paragon za paliwo", "Czy to można odliczyć?", photo, photo=True)
    expect(piotr.file_link("paragon z paliwem.png")).to_be_visible()

    anna = office.sign_in("anna@biuro.example")
    anna.open_question("Paragon za paliwo")
    assert anna.download("paragon z paliwem.png") == ("paragon z paliwem.png", photo["buffer"])


def test_what_was_typed_stays_when_the_office_writes_meanwhile(office):
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Umowa najmu", "Czy umowa się zmieniła?", to=[BAKERY])
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Umowa najmu")
    piotr.field("messages.answer").fill("Piszę właśnie odpowiedź")
    anna.open_letter(BAKERY, "Umowa najmu")
    anna.answer("Chodzi o lokal przy rynku.")
    expect(piotr.message("Chodzi o lokal przy rynku.")).to_be_visible()
    expect(piotr.field("messages.answer")).to_have_value("Piszę właśnie odpowiedź")
    expect(piotr.field("messages.answer")).to_be_focused()


def test_on_paper_a_letter_is_the_letter_alone(office):
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Pytanie o fakturę z hurtowni")
    expect(piotr.page.locator("form#answer")).to_be_visible()
    piotr.page.emulate_media(media="print")
    for furniture in (".top nav", ".back", "form#answer"):
        expect(piotr.page.locator(furniture).first).to_be_hidden()
    # The author of the letter is shown above it.
    expect(piotr.page.locator(".top .brand")).to_be_visible()
    expect(piotr.heading).to_be_visible()
    message = piotr.message("jest inna ilość mąki niż w dostawie")
    for part in (".message__author", ".message__time", ".message__body"):
        expect(message.locator(part)).to_be_visible()
    piotr.page.emulate_media(media="screen")
