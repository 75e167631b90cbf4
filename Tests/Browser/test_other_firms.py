"""Story 7: another firm's objects do not exist for a client; a link to a file waits for the sign-in."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from files import a_pdf
from office import Office

BAKERY = "Piekarnia Kłos"
NOWHERE = "0123456789abc"  # a code of the right form, of no row


@pytest.fixture(scope="module")
def letter(browser, server):
    """Sends the bakery a letter with a file: returns its address, and the file's."""
    office = Office(browser, server.base)
    anna = office.sign_in("anna@biuro.example")
    anna.send_notice("Tylko dla piekarni", "Poufne.", to=[BAKERY], files=[a_pdf("Poufne.pdf")])
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.open_message("Tylko dla piekarni")
    yield piotr.path, piotr.file_link("Poufne.pdf").get_attribute("href")
    office.close()


def body_of(response):
    """Returns the page without the values that differ in every response: the request's id and the form's token."""
    return re.sub(r'(name="csrf" (?:value|content)=")[^"]*|(<bdi class="code"[^>]*>)[^<]*', r"\1\2", response.text())


@pytest.mark.parametrize("outsider", ["ewa@przewozy.example", "noa@studio.example", "tomasz@meble.example"])
def test_a_client_of_another_firm_gets_what_he_would_get_for_nothing(office, letter, outsider):
    page, file = letter
    other = office.sign_in(outsider)
    for path in (page, file):
        theirs = other.context.request.get(path)
        nothing = other.context.request.get(f"{path.rsplit('/', 1)[0]}/{NOWHERE}")
        assert (theirs.status, nothing.status) == (404, 404)
        assert body_of(theirs) == body_of(nothing)
        assert {name: value for name, value in theirs.headers.items() if name not in ("date", "x-request-id")} \
            == {name: value for name, value in nothing.headers.items() if name not in ("date", "x-request-id")}
    other.open(page, status=404)
    expect(other.page.locator("body")).not_to_contain_text("Poufne")
    expect(other.page.locator("body")).not_to_contain_text("Kłos")
    expect(other.page.get_by_role("link")).not_to_have_count(0)


def test_an_accountant_of_other_firms_gets_it_too(office, letter):
    page, file = letter
    ola = office.sign_in("ola@biuro.example")
    anna = office.sign_in("anna@biuro.example")
    anna.search_firms("Przewozy Ewa Nowak")
    name = anna.row("Przewozy Ewa Nowak").get_by_role("link", name="Przewozy Ewa Nowak", exact=True)
    foreign = name.get_attribute("href")
    ola.open(foreign, status=404)
    # The bakery is hers: the file opens, but the client's page of it is not for employees.
    assert ola.context.request.get(file).status == 200


def test_a_file_of_the_office_pages_is_not_for_clients(office, letter):
    piotr = office.sign_in("piotr@piekarnia.example")
    for path in ("/office/firms", "/office/questions", "/office/broadcasts", f"/office/conversations/{NOWHERE}"):
        piotr.open(path, status=404)


def test_signed_out_the_link_of_a_file_asks_and_then_goes_on_to_the_file(office, letter):
    _, file = letter
    visitor = office.visitor()
    visitor.page.goto(file)
    visitor.expect_path("/sign-in")
    visitor.field("fields.email").fill("piotr@piekarnia.example")
    visitor.field("fields.password").fill("demo-skrytka-2026")
    visitor.button("open.signIn.submit").click()
    with visitor.page.expect_download() as download:
        visitor.link("open.taking.take").click()
    assert download.value.suggested_filename == "Poufne.pdf"


def test_signed_out_no_byte_of_a_file_comes(office, letter):
    _, file = letter
    visitor = office.visitor()
    answer = visitor.context.request.get(file, max_redirects=0)
    assert answer.status in (302, 303) and b"%PDF" not in answer.body()
    piotr = office.sign_in("piotr@piekarnia.example")
    assert piotr.context.request.get(file).status == 200
    piotr.open("/")
    piotr.sign_out()
    assert piotr.context.request.get(file, max_redirects=0).status in (302, 303)


@pytest.mark.parametrize("next", ["//evil.example/", "https:evil.example", "/\\evil.example", "/%09/evil.example",
                                  "https://evil.example/", "javascript:alert(1)"])
def test_the_sign_in_leads_nowhere_else(office, next):
    visitor = office.visitor()
    visitor.page.goto("/sign-in?next=" + quote(next, safe=""))
    visitor.sign_in("piotr@piekarnia.example")
    visitor.expect_path("/")


def test_a_wrong_password_and_an_unknown_address_sound_the_same(office):
    visitor = office.visitor()
    visitor.recorder.expect(422)
    said = []
    for email in ("ewa@przewozy.example", "nobody@nowhere.example"):
        visitor.open("/sign-in")
        visitor.field("fields.email").fill(email)
        visitor.field("fields.password").fill("not-the-right-password")
        visitor.button("open.signIn.submit").click()
        error = visitor.page.locator("#sign-in-error")
        expect(error).to_be_visible()
        expect(visitor.field("fields.email")).to_have_value(email)
        said.append(error.text_content())
    assert said[0] == said[1]


def test_an_unknown_address_is_a_page_with_a_way_on(office):
    for person in (office.visitor(), office.sign_in("piotr@piekarnia.example"), office.sign_in("anna@biuro.example")):
        person.open("/no/such/page", status=404)
        expect(person.heading).to_be_visible()
        person.page.locator("main").get_by_role("link").last.click()
        expect(person.heading).to_be_visible()
