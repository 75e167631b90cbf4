"""Checks a page for errors that a program can find."""

import re

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from words import LANGUAGES

AXE = AXE_FILE_PATH.read_text()
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
# Further rows of a list come from the same template, and would take axe longer than all the rest.
PLACES = {"exclude": [["tbody tr:nth-child(n+16)"], ["li:nth-child(n+16)"]]}
LEFT_OVER = re.compile(r".{0,40}(?:\[\[|\]\]|\{\{|\}\})")
UNFILLED = re.compile(r"\{\w+\}")


def faults_of_words(page, language):
    """Yields a wrong language or direction, and unfilled tags or placeholders."""
    html = page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", LANGUAGES[language])
    if page.evaluate("getComputedStyle(document.body).direction") != LANGUAGES[language]:
        yield "runs the wrong way"
    if found := LEFT_OVER.search(page.content()):
        yield f"has a tag left over: {found[0]}"
    if found := UNFILLED.search(page.locator("body").inner_text()):
        yield f"has an unfilled place: {found[0]}"


def faults_of_look(page, width):
    """Yields a page wider than its screen, and the findings of axe."""
    # Compares with the requested width, not innerWidth: a phone's browser widens its window for a wide page.
    needed = page.evaluate("document.scrollingElement.scrollWidth")
    if needed > width:
        yield f"is {needed} wide"
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    for violation in page.evaluate("([places, rules]) => axe.run(places, rules)", [PLACES, RULES])["violations"]:
        places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3])
        yield f"{violation['id']} ({violation['impact']}), {violation['help']}: {places}"
