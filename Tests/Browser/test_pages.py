"""Story 10 and the look: every page in each language, in its direction, whole, usable by everybody, no wider than its screen."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

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
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
LEFT_OVER = re.compile(r".{0,40}(?:\[\[|\]\]|\{\{|\}\})")
AXE = AXE_FILE_PATH.read_text()
UNFILLED = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page(office, language):
    wrong, pages_seen, looked = [], 0, 0
    for role, person, pages in everybody(office, language):
        for name, visit in pages.items():
            page = f"{role}-{name}"
            person.page.set_viewport_size(DESK)
            visit(person)
            person.await_ready()
            person.page.evaluate(AXE)
            pages_seen += 1
            wrong += [f"{page} {fault}" for fault in faults_of_words(person.page, language)]
            for scheme, size in VIEWS[language]:
                person.page.set_viewport_size(size)
                person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                looked += 1
                wrong += [f"{page}, {scheme}, {size['width']}: {fault}" for fault in faults_of_look(person.page, size)]
                take_picture(person.page, language, scheme, size, page)
            person.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert not wrong, "\n".join(wrong)
    print(f"axe: {pages_seen} pages in {language}, {looked} views: nothing found")


def faults_of_words(page, language):
    html = page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", LANGUAGES[language])
    if page.evaluate("getComputedStyle(document.body).direction") != LANGUAGES[language]:
        yield "runs the wrong way"
    if found := LEFT_OVER.search(page.content()):
        yield f"has a tag left over: {found[0]}"
    if found := UNFILLED.search(page.locator("body").inner_text()):
        yield f"has an unfilled place: {found[0]}"


def faults_of_look(page, size):
    # Against the asked width, not innerWidth: a phone's browser widens its window for a wide page.
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width > size["width"]:
        yield f"is {width} wide"
    for violation in page.evaluate("rules => axe.run(rules)", RULES)["violations"]:
        places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3])
        yield f"{violation['id']} ({violation['impact']}), {violation['help']}: {places}"


def take_picture(page, language, scheme, size, name):
    folder = PICTURES / f"{language}-{scheme}-{size['width']}"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)
