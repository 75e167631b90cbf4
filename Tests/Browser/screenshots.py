"""Takes the README's pictures again, into docs/screenshots: bin/screenshots"""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from office import Office
from server import ROOT, Server

FOLDER = ROOT / "docs" / "screenshots"
DESK = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 1.5, "is_mobile": True, "has_touch": True}


def firm_list(office):
    anna = office.sign_in("anna@biuro.example", **DESK)
    names = anna.firms()
    anna.tick(names[1], names[2], names[4])
    anna.expect_selected(3)
    anna.page.mouse.move(0, 0)
    anna.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    return anna


def client_phone(office):
    piotr = office.sign_in("piotr@piekarnia.example", **PHONE)
    expect(piotr.page.locator("li.row--unread")).not_to_have_count(0)
    return piotr


def inbox_in_hebrew(office):
    noa = office.sign_in("noa@studio.example", **PHONE)
    noa.open("/conversations")
    return noa


def report(office):
    anna = office.sign_in("anna@biuro.example", **DESK)
    anna.open("/office/broadcasts")
    anna.page.locator(".row__link").first.click()
    expect(anna.page.locator("#report")).to_be_visible()
    anna.await_ready()
    return anna


PICTURES = {
    "report": report, "firm-list": firm_list, "client-phone-pl": client_phone, "inbox-he": inbox_in_hebrew,
}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    sandboxed = os.geteuid() != 0 and not os.environ.get("CI")
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder) / "data") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[] if sandboxed else ["--no-sandbox"])
        office = Office(browser, server.base)
        for name, scene in PICTURES.items():
            picture = FOLDER / f"{name}.png"
            scene(office).page.screenshot(path=picture)
            print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1024} KB")
        office.close()
        browser.close()


if __name__ == "__main__":
    main()
