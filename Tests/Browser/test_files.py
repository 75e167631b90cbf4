"""J17: a client finds a file in three presses, by its year or by a search, and downloads all of them at once."""

import re
import shutil
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from office import PASSWORD, PHONE
from presses import Presses, job

EWA = "ewa@przewozy.example"
# Printouts of the demo's last three months, which depend on today's date.
LEDGER, PURCHASES = "KPiR", "VAT zakup"
DEADLINES = re.compile(r"Terminy \d\d-(\d{4})\.pdf")


def files_named(person, name):
    return person.page.locator(".files__name").filter(has_text=name)


def group(person, name):
    return person.page.locator(".files__group").filter(has_text=person.words[f"files.group.{name}"])


@pytest.mark.journey
def test_a_file_is_three_presses_away_by_its_year_or_by_a_search(office):
    ewa = office.sign_in(EWA, viewport=PHONE)
    ewa.open("/files?kind=others")
    name = max(files_named(ewa, DEADLINES).all_text_contents(), key=lambda name: DEADLINES.fullmatch(name)[1])
    year = DEADLINES.fullmatch(name)[1]
    ewa.open("/")
    with job("J17", ewa):
        ewa.link("files.title").first.click()
        group(ewa, "others").click()
        expect(group(ewa, "others")).to_have_attribute("aria-current", "true")
        with ewa.page.expect_download() as download:
            files_named(ewa, name).click()
        assert download.value.suggested_filename == name

    # The year is chosen at once where scripts run.
    ewa.page.get_by_label(ewa.words["files.years"]).select_option(year)
    expect(ewa.page).to_have_url(re.compile(f"period={year}"))
    expect(group(ewa, "others")).to_have_attribute("aria-current", "true")
    expect(files_named(ewa, name)).to_be_visible()

    ewa.open("/")
    again = Presses(ewa)
    ewa.link("files.title").first.click()
    ewa.page.locator("main input[type=search]").fill("rejestr vat zakup")
    ewa.page.keyboard.press("Enter")
    expect(ewa.page).to_have_url(re.compile("q=rejestr"))
    with ewa.page.expect_download() as download:
        files_named(ewa, PURCHASES).first.click()
    assert "VAT zakup" in download.value.suggested_filename
    assert open(download.value.path(), "rb").read(5) == b"%PDF-"
    # Typing into the field that was pressed is free; Enter is a press.
    assert again.count <= 3


@pytest.mark.journey
def test_what_waits_is_named_on_the_first_page_and_comes_as_one_archive(office, tmp_path):
    ewa = office.sign_in(EWA)
    ewa.open("/")
    ewa.page.locator("a[href*='/files?state=waiting']").click()
    waiting = ewa.page.locator(".files__name").count()
    assert waiting > 0
    with ewa.page.expect_download() as download:
        ewa.page.get_by_role("link", name=ewa.words["files.take.waiting"]).click()
    path = tmp_path / "files.zip"
    download.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == waiting
        assert all(not name.startswith("/") and ".." not in name for name in archive.namelist())
        assert any("KPiR" in name for name in archive.namelist())
    if shutil.which("unzip"):
        assert subprocess.run(["unzip", "-tqq", path], check=False).returncode == 0
    ewa.open("/files?state=waiting")
    expect(ewa.page.locator(".files__name")).to_have_count(0)
    ewa.open("/")
    expect(ewa.page.locator("a[href*='state=waiting']")).to_have_count(0)


@pytest.mark.journey
def test_a_file_clicked_after_the_session_has_ended_comes_after_the_sign_in(office):
    ewa = office.visitor()
    ewa.sign_in(EWA)
    ewa.open("/files?kind=registers")
    ewa.context.clear_cookies()
    files_named(ewa, LEDGER).first.click()
    ewa.expect_path("/sign-in")
    ewa.field("fields.email").fill(EWA)
    ewa.field("fields.password").fill(PASSWORD)
    came = []
    ewa.page.on("download", lambda download: came.append(download))
    ewa.button("open.signIn.submit").click()
    # The download does not start by itself: it takes a press.
    take = ewa.link("open.taking.take")
    expect(take).to_be_visible()
    assert came == []
    with ewa.page.expect_download() as download:
        take.click()
    assert open(download.value.path(), "rb").read(5) == b"%PDF-"


def test_a_file_is_taken_while_an_answer_is_written_without_a_question(office):
    ewa = office.sign_in(EWA)
    ewa.open("/files?kind=registers")
    ewa.page.locator(".file-row").filter(has_text=LEDGER).first.locator(".file-row__letter").click()
    ewa.await_ready()
    asked = []
    ewa.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    ewa.field("messages.answer").press_sequentially("Jeszcze nie skończone")
    with ewa.page.expect_download():
        ewa.file_link("Podatkowa księga").click()
    assert asked == []
    # The browser asks before leaving the page, and the person stays.
    ewa.link("files.title").first.click(no_wait_after=True)
    expect(ewa.field("messages.answer")).to_have_value("Jeszcze nie skończone")
    assert asked == ["beforeunload"]
    ewa.field("messages.answer").fill("")
