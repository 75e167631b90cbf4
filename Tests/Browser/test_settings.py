"""The office's own face: its head sets name, colour, logo and her photo, and everybody sees them at once."""

import re

from playwright.sync_api import expect

from colours import goes_on_around_the_page
from files import png, upload
from office import PHONE

PIOTR = "piotr@piekarnia.example"


def token(person, name):
    return person.page.evaluate("name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", name)


def width(image):
    """Returns the width of an image as it was received."""
    return image.evaluate("image => image.decode().then(() => image.naturalWidth)")


def test_a_colour_is_seen_before_it_is_saved_and_stands_on_every_page_then(office):
    anna = office.sign_in("anna@biuro.example")
    anna.page.emulate_media(color_scheme="light")
    anna.open("/office/settings")
    sample = anna.page.locator("[data-accent-sample]")
    anna.page.locator("#colour").fill("#ff4fa3")
    expect(sample).to_contain_text("#b04374")
    expect(anna.page.locator("[data-accent-sheet]")).to_have_attribute("href", re.compile(r"^/accents/\w+/ff4fa3$"))
    expect(anna.button("offices.saveColour")).to_have_css("background-color", "rgb(176, 67, 116)")
    # Nothing is taken yet.
    piotr = office.sign_in(PIOTR, viewport=PHONE)
    piotr.page.emulate_media(color_scheme="light")
    piotr.open("/")
    assert token(piotr, "--accent") == "#0d6b5a"
    anna.page.locator("[data-colour='#1f5fa8']").click()
    expect(sample).to_contain_text("#1f5fa8")
    anna.button("offices.saveColour").click()
    expect(anna.flash).to_contain_text(anna.words["flash.saved"])
    expect(anna.page.locator(".settings__saved").last).to_be_visible()
    piotr.open("/")
    assert token(piotr, "--accent") == "#1f5fa8"
    # A phone continues the head's colour around the page: what the server computes is what the browser mixes.
    goes_on_around_the_page(piotr)
    piotr.page.emulate_media(color_scheme="dark")
    assert token(piotr, "--accent") not in ("#1f5fa8", "#5cc3ad")


def test_a_logo_is_taken_and_a_broken_one_says_what_to_do(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/settings")
    anna.recorder.expect(415)
    card = anna.page.locator(".settings__logo")
    shown = anna.page.locator(".top .brand__logo")
    before = shown.get_attribute("src")
    card.locator("input[type=file]").set_input_files(upload("logo.png", b"GIF89a" + bytes(200), "image/png"))
    expect(card.locator("[data-picture-error]")).to_have_text(anna.words["errors.pictureFormat"])
    card.locator("input[type=file]").set_input_files(upload("logo.png", png(300, 200), "image/png"))
    expect(anna.flash).to_contain_text(anna.words["flash.saved"])
    assert shown.get_attribute("src") != before
    visitor = office.visitor()
    visitor.open("/sign-in")
    expect(visitor.page.locator(".brand__logo--large")).to_be_visible()
    assert width(visitor.page.locator(".brand__logo--large")) == 300


def test_a_person_of_the_office_puts_herself_in_the_picture(office):
    marek = office.sign_in("marek@biuro.example")
    marek.open("/office/account")
    face = marek.page.locator(".face")
    face.locator("input[type=file]").set_input_files(upload("ja.png", png(400, 300), "image/png"))
    expect(marek.flash).to_contain_text(marek.words["flash.saved"])
    expect(marek.page.locator(".top .avatar img")).to_be_visible()
    face.locator("#you-line").fill("VAT i leasing")
    marek.button("frame.save", face).click()
    expect(marek.flash).to_contain_text(marek.words["flash.saved"])
    piotr = office.sign_in(PIOTR, viewport=PHONE)
    piotr.open("/")
    contact = piotr.page.locator(".carer")
    expect(contact).to_contain_text("VAT i leasing")
    expect(contact.locator(".avatar img")).to_be_visible()
    assert width(contact.locator(".avatar img")) == 192
