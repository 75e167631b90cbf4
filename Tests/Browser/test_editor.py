"""Messages show what was typed: the composer's buttons and keys make marks, typed characters stay unchanged."""

import pytest
from playwright.sync_api import expect

from office import ANY_FIRM

BAKERY = "Piekarnia Kłos"
SIGNS = "7. ZUS\n20. PIT 2*3*450\n- 1500 zł\n> 5000\n**nie**"


@pytest.fixture
def anna(office):
    return office.sign_in("anna@biuro.example")


def open_composer(person, subject, firm=ANY_FIRM):
    person.tick(firm)
    person.compose(subject, "")
    return person.field("fields.body", person.composer)


def press(person, key):
    person.button(f"composer.{key}", person.composer).click()


def read(place):
    """Returns the visible paragraphs and items, with their bullets."""
    lines = []
    for block in place.locator("p, h3, li").all():
        bullet = "• " if block.evaluate("block => getComputedStyle(block).listStyleType") == "disc" and block.evaluate("block => block.matches('ul > li')") else ""
        lines += [bullet + line for line in block.inner_text().split("\n")]
    return lines


def test_what_the_composer_shows_is_what_the_client_reads(office, anna):
    text = open_composer(anna, "Znaki i przyciski", BAKERY)
    text.press_sequentially("2*3*450 ")
    text.press("Control+b")
    text.press_sequentially("ważne")
    text.press("Control+b")
    text.press_sequentially(" i ")
    text.press("Control+i")
    text.press_sequentially("mniej")
    text.press("Enter")
    press(anna, "list")
    text.press_sequentially("- 1500 zł")
    text.press("Enter")
    text.press("Enter")
    press(anna, "numbers")
    text.press_sequentially("ZUS")
    text.press("Enter")
    text.press_sequentially("PIT")
    expect(anna.button("composer.numbers", anna.composer)).to_have_attribute("aria-pressed", "true")
    expect(text.locator("b")).to_have_text("ważne")
    anna.check()
    paper = anna.page.locator(".paper .prose")
    lines = ["2*3*450 ważne i mniej", "• - 1500 zł", "1. ZUS", "2. PIT"]
    assert read(paper) == lines
    expect(paper.locator("strong")).to_have_text("ważne")
    expect(paper.locator("em")).to_have_text("mniej")
    # After going back, nothing is lost.
    anna.page.go_back()
    anna.button("broadcasts.action", anna.bar).click()
    expect(text.locator("b")).to_have_text("ważne")
    assert text.inner_text().split("\n") == ["2*3*450 ważne i mniej", "- 1500 zł", "1. ZUS", "2. PIT"]
    anna.page.go_forward()
    anna.send()
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Znaki i przyciski")
    assert read(piotr.page.locator(".message__body").first) == lines


def test_typed_signs_are_never_marks(office, anna):
    open_composer(anna, "Same znaki", BAKERY).fill(SIGNS)
    anna.check()
    paper = anna.page.locator(".paper .prose")
    assert read(paper) == SIGNS.split("\n")
    expect(paper.locator("strong, em, li, h3")).to_have_count(0)
    anna.send()
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.ask("Moje znaki", "18. września\n2. października\n2*3*450")
    assert read(piotr.message("2. października").locator(".message__body")) == ["18. września", "2. października", "2*3*450"]


def test_numbers_of_a_list_are_those_typed_or_go_on_from_them(anna):
    text = open_composer(anna, "Numery")
    press(anna, "numbers")
    text.press_sequentially("7. ZUS")
    text.press("Enter")
    text.press_sequentially("20. PIT")
    text.press("Enter")
    text.press_sequentially("VAT")
    anna.check()
    paper = anna.page.locator(".paper .prose")
    assert read(paper) == ["7. ZUS", "20. PIT", "21. VAT"]
    expect(paper.locator("ol > li")).to_have_count(3)


def test_undo_goes_back_over_letters_and_marks_and_forward_again(anna):
    text = open_composer(anna, "Cofanie")
    text.press_sequentially("raz dwa")
    press(anna, "heading")
    expect(text.locator("[data-kind=heading]")).to_have_count(1)
    text.press("Control+z")
    expect(text.locator("[data-kind=heading]")).to_have_count(0)
    text.press("Control+z")
    expect(text).to_have_text("raz ")
    text.press("Control+Shift+z")
    expect(text).to_have_text("raz dwa")


def test_a_link_is_asked_for_and_shows_where_it_leads(anna):
    text = open_composer(anna, "Odnośnik")
    text.press_sequentially("https://bank.pl")
    text.press("Control+a")
    text.press("Control+k")
    address = anna.page.get_by_label(anna.words["composer.linkAddress"])
    expect(address).to_be_focused()
    expect(address).to_have_value("https://bank.pl")
    address.fill("javascript:alert(1)")
    address.press("Enter")
    expect(anna.page.get_by_role("alert").filter(has_text=anna.words["composer.linkWrong"])).to_be_visible()
    address.fill("zly.example")
    address.press("Enter")
    expect(text).to_be_focused()
    expect(text.locator("a")).to_have_attribute("href", "https://zly.example")
    anna.check()
    paper = anna.page.locator(".paper .prose")
    expect(paper.get_by_role("link")).to_have_attribute("href", "https://zly.example")
    assert read(paper) == ["https://bank.pl (https://zly.example)"]


def test_polish_and_hebrew_in_one_message_each_have_their_side(office):
    dana = office.sign_in("dana@biuro.example")
    dana.open("/office/firms")
    firm = next(name for name in dana.firms() if "Noa" in name or "נועה" in name)
    dana.send_notice("שתי שפות", "שלום לכולם\nDzień dobry\n\nKwota: 450 zł", to=[firm])
    noa = office.sign_in("noa@studio.example")
    noa.open_message("שתי שפות")
    blocks = noa.page.locator(".message__body").first.locator("p")
    expect(blocks).to_have_count(2)
    assert blocks.evaluate_all("blocks => blocks.map(block => getComputedStyle(block).direction)") == ["rtl", "ltr"]
