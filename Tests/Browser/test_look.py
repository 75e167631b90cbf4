"""Pictures of every page for people to look at, and the one thing about them that a machine can judge."""

from pathlib import Path

import pytest

from office import DESK, PHONE
from pages import everybody

ARTIFACTS = Path(__file__).parent / ".artifacts"
SMALLEST = {"width": 320, "height": 640}


@pytest.mark.parametrize("language, scheme, size", [
    ("pl", "light", DESK), ("pl", "dark", DESK), ("he", "light", DESK),
    ("pl", "light", PHONE), ("he", "dark", PHONE), ("en", "light", SMALLEST),
], ids=lambda value: str(value["width"]) if isinstance(value, dict) else value)
def test_no_page_is_wider_than_its_screen(office, language, scheme, size):
    folder = ARTIFACTS / f"{language}-{scheme}-{size['width']}"
    folder.mkdir(parents=True, exist_ok=True)
    wide = []
    for role, person, pages in everybody(office, language, color_scheme=scheme, viewport=size):
        for name, visit in pages.items():
            visit(person)
            person.page.screenshot(path=folder / f"{role}-{name}.png", full_page=True)
            # Against the asked width, not innerWidth: a phone's browser widens its window for a wide page.
            width = person.page.evaluate("document.scrollingElement.scrollWidth")
            if width > size["width"]:
                wide.append(f"{role}/{name} is {width} wide")
    assert not wide, "\n".join(wide)


def test_a_clients_first_load_is_small(office):
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE)
    session = piotr.context.new_cdp_session(piotr.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    loaded = []
    session.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    piotr.open("/")
    assert 0 < sum(loaded) < 60_000, f"{sum(loaded)} bytes"
