"""Draws the icons of the installed page from Public/images/favicon.svg: .venv/bin/python Tests/Browser/icons.py"""

import os
import shutil

from playwright.sync_api import sync_playwright

from server import ROOT

FOLDER = ROOT / "Public" / "images"
# Phones cut a maskable icon, and an apple-touch-icon, into a shape of their own: these fill the whole square.
ICONS = {"icon-192": (192, False), "icon-512": (512, False), "icon-maskable-512": (512, True), "touch-icon": (180, True)}


def main():
    mark = (FOLDER / "favicon.svg").read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"] if os.geteuid() == 0 else [])
        for name, (size, is_full) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>* {{ margin: 0 }} svg {{ display: block }}</style>{square(mark) if is_full else mark}")
            picture = FOLDER / f"{name}.png"
            page.screenshot(path=picture, omit_background=not is_full)
            print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size} bytes")
        browser.close()


def square(mark):
    """Returns the mark without its round corners."""
    assert ' rx="7"' in mark
    return mark.replace(' rx="7"', "")


if __name__ == "__main__":
    main()
