"""An office imports what its bookkeeping program exports: JPK, declarations and UPO, many at once."""

import base64
import io
import zipfile

import pytest
from playwright.sync_api import expect

from files import TAX_FILES, a_pdf, jpk, nip, upo
from server import run

CARRIER = "2222222222"

# Simulates dropping files: the event contains their bytes.
DROP = """(form, files) => {
  const data = new DataTransfer();
  for (const { name, text } of files) data.items.add(new File([Uint8Array.from(atob(text), (each) => each.charCodeAt(0))], name));
  for (const kind of ["dragenter", "dragover", "drop"]) form.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
}"""


def archive(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return packed.getvalue()


def start_drop(person, files):
    form = person.page.locator("[data-tax-imports]")
    form.evaluate(DROP, [{"name": name, "text": base64.b64encode(content).decode()} for name, content in files.items()])


def drop(person, files):
    """Drops files onto the open page; waits for the end."""
    start_drop(person, files)
    expect(person.page.locator("[data-tax-imports-list] > li")).to_have_count(0)


def result(person, name):
    return person.page.locator("[data-tax-imports-results] > li").filter(has_text=name)


@pytest.fixture
def anna(office):
    person = office.sign_in("anna@biuro.example")
    person.open("/office/imports")
    return person


@pytest.mark.journey
def test_many_files_and_an_archive_come_at_once_and_a_bad_one_stops_no_other(anna):
    for status in (415, 422):
        anna.recorder.expect(status)
    declaration, other = jpk(), jpk(CARRIER)
    packed = archive({"luty/upo.xml": upo(declaration), "luty/zepsuty.xml": b"<a/>", "luty/przewozy.xml": other})
    drop(anna, {"piekarnia.xml": declaration, "umowa.xml": a_pdf()["buffer"], "zly.xml": b"<Rok>", "luty.zip": packed})
    expect(anna.page.locator("[data-tax-imports-results] > li")).to_have_count(6)
    expect(result(anna, "piekarnia.xml")).to_contain_text("Piekarnia Kłos")
    expect(result(anna, "upo.xml")).to_contain_text(anna.words["taxImports.paired"])
    expect(result(anna, "przewozy.xml")).to_contain_text("Przewozy Ewa Nowak")
    for refused in ("umowa.xml", "zly.xml", "zepsuty.xml"):
        expect(result(anna, refused)).to_contain_text(anna.words["taxImports.refused"])
    expect(anna.page.locator("[data-tax-imports-status]")).to_contain_text("3")
    # The list below shows them without a reload, and the document has its receipt.
    document = anna.page.locator("#imports li").filter(has_text="piekarnia.xml")
    expect(document).to_contain_text("UPO")
    document.get_by_role("link").click()
    expect(anna.heading).to_contain_text("JPK_V7M (3)")
    expect(anna.page.get_by_role("link", name="UPO z")).to_be_visible()
    with anna.page.expect_download() as pending:
        anna.link("taxImports.original").click()
    with open(pending.value.path(), "rb") as saved:
        assert saved.read() == declaration


def test_a_file_of_no_firm_waits_for_the_head_who_gives_it_to_one(anna, office):
    drop(anna, {"pit.xml": (TAX_FILES / "deklaracja_pit.xml").read_bytes()})
    expect(result(anna, "pit.xml")).to_contain_text(anna.words["taxImports.unmatched"])
    result(anna, "pit.xml").get_by_role("link").click()
    anna.await_ready()
    anna.field("firms.search").fill("przewozy")
    anna.field("firms.search").press("Enter")
    anna.page.locator("#assign").get_by_role("button", name="Przewozy Ewa Nowak").click()
    expect(anna.page.locator(".page-head__over")).to_have_text("Przewozy Ewa Nowak")
    # It has only a PESEL, and nothing of it was sent: its firm can still be changed.
    expect(anna.page.locator("#assign-title")).to_have_text(anna.words["taxImports.move"])
    ola = office.sign_in("ola@biuro.example")
    ola.open("/office/imports")
    expect(ola.page.locator("#imports")).not_to_contain_text("Przewozy")


def test_an_upo_is_paired_by_a_person_or_is_given_its_period(anna):
    drop(anna, {"samo upo.xml": upo(b"lost")})
    expect(result(anna, "samo upo.xml")).to_contain_text(anna.words["taxImports.unpaired"])
    result(anna, "samo upo.xml").get_by_role("link").click()
    anna.await_ready()
    anna.field("taxImports.span").select_option("m2")
    anna.field("taxImports.year").fill("2026")
    anna.page.locator("#date").get_by_role("button").click()
    expect(anna.heading).to_contain_text("luty 2026")
    page = anna.path
    anna.open("/office/imports")
    drop(anna, {"jeszcze raz.xml": jpk()})
    anna.open(page.split("?")[0])
    anna.page.locator("#pair li").filter(has_text="jeszcze raz.xml").get_by_role("button").click()
    expect(anna.page.locator("#pair")).to_contain_text("Anna Lis")
    expect(anna.page.locator("#date")).to_have_count(0)


def test_the_same_file_twice_is_told(anna):
    content = jpk()
    drop(anna, {"raz.xml": content})
    drop(anna, {"dwa.xml": content})
    # The second is shown as the existing file, under its first name.
    expect(anna.page.locator("[data-tax-imports-results] > li")).to_have_count(2)
    expect(result(anna, anna.words["taxImports.known"])).to_have_count(1)


def test_a_file_that_comes_after_the_session_has_ended_says_so_and_stays_named(office):
    anna = office.visitor()
    anna.sign_in("anna@biuro.example")
    anna.open("/office/imports")
    anna.context.clear_cookies()
    anna.recorder.expect(401)
    start_drop(anna, {"po czasie.xml": jpk()})
    row = anna.page.locator("[data-tax-imports-list] > li")
    expect(row).to_contain_text("po czasie.xml")
    expect(row.get_by_role("alert")).to_have_text(anna.words["errors.signedOut"])
    expect(anna.page.locator("[data-tax-imports-results] > li")).to_have_count(0)


def test_who_searches_while_files_come_keeps_what_was_typed(anna):
    anna.field("firms.search").fill("nie skończone")
    drop(anna, {"w tle.xml": jpk(), "notatki.txt": b"x", "skan.pdf": b"x"})
    expect(anna.page.locator("#imports-list")).to_contain_text("w tle.xml")
    expect(anna.field("firms.search")).to_have_value("nie skończone")
    expect(anna.field("firms.search")).to_be_focused()
    # Other files are skipped and counted.
    passed = anna.words["taxImports.passed"].replace("{passed}", "2")
    expect(anna.page.locator("[data-tax-imports-status]")).to_contain_text(passed)


def test_the_browser_asks_who_leaves_while_a_file_goes_up(anna):
    held = []
    address = "**/office/imports?name=*"
    anna.page.route(address, lambda route: held.append(route))
    with anna.page.expect_request(address):
        start_drop(anna, {"w drodze.xml": jpk()})
    assert asks_to_stay(anna)
    held[0].continue_()
    expect(anna.page.locator("[data-tax-imports-list] > li")).to_have_count(0)
    assert not asks_to_stay(anna)
    anna.page.unroute(address)


def asks_to_stay(person):
    return person.page.evaluate("""() => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    }""")


# The command line


def test_the_command_takes_files_and_archives_while_the_office_is_served(server, tmp_path):
    (tmp_path / "jpk.xml").write_bytes(jpk())
    packed = archive({"a/jpk.xml": jpk(nip(9000)), "zly.xml": b"<a/>"})
    (tmp_path / "luty.zip").write_bytes(packed)
    answer = run("import", tmp_path / "jpk.xml", tmp_path / "luty.zip", "--data", server.data)
    assert answer.returncode == 1, answer.stdout
    lines = answer.stdout.splitlines()
    assert lines[0].startswith("jpk.xml: taken in: JPK_V7M (3), 2026-02-01 to 2026-02-28, Piekarnia Kłos")
    assert lines[1].startswith("luty.zip: jpk.xml: taken in") and "no firm with this number" in lines[1]
    complaints = answer.stderr.splitlines()
    assert complaints[0].startswith("luty.zip: zly.xml: ") and "1 of 3 files were not taken in" in complaints[1]
    again = run("import", tmp_path / "jpk.xml", "--data", server.data)
    assert again.returncode == 0 and "is there already" in again.stdout
    missing = run("import", tmp_path / "none.xml", "--data", server.data)
    assert missing.returncode == 1 and len(missing.stderr.strip().splitlines()) == 1
