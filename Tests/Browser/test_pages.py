"""Story 10 and the design: every page in each language and direction, accessible, no wider than its screen."""

from pathlib import Path

import pytest

from judge import faults_of_look, faults_of_words
from office import DESK, PHONE
from pages import everybody
from words import LANGUAGES

PICTURES = Path(__file__).parent / ".artifacts"
SMALLEST = {"width": 320, "height": 640}
# Each page is opened once for each language, and then checked in each of these views.
VIEWS = {
    "pl": [("light", DESK), ("dark", DESK), ("light", PHONE)],
    "en": [("light", SMALLEST)],
    "he": [("light", DESK), ("light", PHONE), ("dark", PHONE)],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page(office, language, record_property):
    wrong, looked = [], 0
    for role, person, pages in everybody(office, language):
        for name, visit in pages.items():
            page = f"{role}-{name}"
            person.page.set_viewport_size(DESK)
            visit(person)
            person.await_ready()
            wrong += [f"{page} {fault}" for fault in faults_of_words(person.page, language)]
            for scheme, size in VIEWS.get(language, VIEWS["he"]):
                person.page.set_viewport_size(size)
                person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                looked += 1
                view = f"{language}-{scheme}-{size['width']}"
                wrong += [f"{page}, {view}: {fault}" for fault in faults_of_look(person.page, size["width"])]
                take_picture(person.page, view, page)
            person.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    record_property("looked at by axe", looked)
    assert not wrong, "\n".join(wrong)


def take_picture(page, view, name):
    folder = PICTURES / view
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)
