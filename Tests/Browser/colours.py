"""Colours as the browser paints them, whatever notation the page writes them in."""

PAINTED = """color => { const canvas = new OffscreenCanvas(1, 1).getContext("2d"); canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) }"""
HEAD = "getComputedStyle(document.querySelector('.top')).backgroundColor"


def goes_on_around_the_page(person):
    """Expects the colour that a phone shows around a client's page to be that of the page's head."""
    around = person.page.evaluate(PAINTED, person.page.locator("meta[name=theme-color]").get_attribute("content"))
    for scheme in ("dark", "light"):
        person.page.emulate_media(color_scheme=scheme)
        assert person.page.evaluate(PAINTED, person.page.evaluate(HEAD)) == around, scheme
