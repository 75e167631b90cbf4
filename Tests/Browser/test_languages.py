"""Story 10: the language belongs to the person, and to a visitor who chooses one."""

import pytest
from playwright.sync_api import expect

from words import LANGUAGES


@pytest.mark.parametrize("email, language", [
    ("noa@studio.example", "he"), ("dana@biuro.example", "he"),
    ("piotr@piekarnia.example", "pl"), ("anna@biuro.example", "pl"),
])
def test_the_language_is_the_persons_and_not_the_browsers(office, email, language):
    person = office.visitor(language="en")
    person.sign_in(email)
    expect(person.page.locator("html")).to_have_attribute("lang", language)
    expect(person.page.locator("html")).to_have_attribute("dir", LANGUAGES[language])


def test_a_visitor_chooses_the_language_of_the_way_in(office):
    visitor = office.visitor(language="pl")
    visitor.open("/sign-in")
    for language, direction in LANGUAGES.items():
        visitor.page.locator(f".languages a[lang={language}]").click()
        expect(visitor.page.locator("html")).to_have_attribute("lang", language)
        expect(visitor.page.locator("html")).to_have_attribute("dir", direction)


def test_a_chosen_language_stays_and_follows_to_another_device(office):
    ewa = office.sign_in("ewa@przewozy.example")
    ewa.choose_language("en")
    ewa.open("/")
    expect(ewa.page.locator("html")).to_have_attribute("lang", "en")
    phone = office.visitor(language="pl")
    phone.sign_in("ewa@przewozy.example")
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")


def test_the_israeli_client_reads_answers_and_is_seen_in_hebrew(office):
    dana = office.sign_in("dana@biuro.example")
    dana.open("/office/firms")
    firm = next(name for name in dana.firms() if "Noa" in name or "נועה" in name)
    dana.send_notice("דיווח מע״מ", "נא להעביר מסמכים עד **15.12**.", to=[firm])
    noa = office.sign_in("noa@studio.example")
    noa.open_message("דיווח מע״מ")
    noa.answer("הועבר, תודה.")
    expect(dana.report_row(firm)).to_contain_text("הועבר, תודה.")
