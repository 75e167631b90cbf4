"""axe finds nothing on any page, in any language, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import everybody
from words import LANGUAGES

OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(office, language, scheme):
    found, pages_seen = [], 0
    for role, person, pages in everybody(office, language, color_scheme=scheme):
        for name, visit in pages.items():
            visit(person)
            pages_seen += 1
            for violation in Axe().run(person.page, options=OPTIONS).response["violations"]:
                places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3])
                found.append(f"{role}/{name}: {violation['id']} ({violation['impact']}), {violation['help']}: {places}")
    assert not found, "\n".join(found)
    print(f"axe: {pages_seen} pages in {language}, {scheme}: nothing found")
