"""Story 10 and the look: every page in each language, in its direction, whole, usable by everybody, no wider than its screen."""

from pathlib import Path

import pytest

from judge import faults_of_look, faults_of_words
from office import DESK, PHONE
from pages import everybody
from words import LANGUAGES

PICTURES = Path(__file__).parent / ".artifacts"
SMALLEST = {"width": 320, "height": 640}
# Each page is visited once a language and then looked at in each of these ways.
VIEWS = {
    "pl": [("light", DESK), ("dark", DESK), ("light", PHONE)],
    "en": [("light", SMALLEST)],
    "he": [("light", DESK), ("light", PHONE)],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page(office, language):
    wrong, pages_seen, looked = [], 0, 0
    for role, person, pages in everybody(office, language):
        for name, visit in pages.items():
            page = f"{role}-{name}"
            person.page.set_viewport_size(DESK)
            visit(person)
            person.await_ready()
            pages_seen += 1
            wrong += [f"{page} {fault}" for fault in faults_of_words(person.page, language)]
            for scheme, size in VIEWS[language]:
                person.page.set_viewport_size(size)
                person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                looked += 1
                wrong += [f"{page}, {scheme}, {size['width']}: {fault}" for fault in faults_of_look(person.page, size['width'])]
                take_picture(person.page, language, scheme, size, page)
            person.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert not wrong, "\n".join(wrong)
    print(f"axe: {pages_seen} pages in {language}, {looked} views: nothing found")


def take_picture(page, language, scheme, size, name):
    folder = PICTURES / f"{language}-{scheme}-{size['width']}"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)
