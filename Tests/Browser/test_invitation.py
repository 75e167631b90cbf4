"""A supervisor requests access to a firm for a person; the head sees who it is, and decides."""

from pathlib import Path

from playwright.sync_api import expect

from judge import faults_of_look, faults_of_words
from office import DESK, PHONE

PICTURES = Path(__file__).parent / ".artifacts"


def people_of(person):
    """Opens the people of the bakery."""
    person.open("/office/firms?q=klos")
    person.firm_list.locator("tbody th a").first.click()
    expect(person.page.locator(".subnav")).to_be_visible()
    person.link("firms.tab.people").click()
    expect(person.page.locator("#people-title")).to_be_visible()


def ask(person, name, email):
    form = person.page.locator("form#invite")
    person.field("fields.personName", form).fill(name)
    person.field("fields.email", form).fill(email)
    person.button("firms.askSubmit", form).click()
    expect(person.flash).to_contain_text(person.words["flash.accessAsked"])


def test_whom_a_supervisor_asks_for_is_let_in_or_refused_by_the_head(office):
    marek = office.sign_in("marek@biuro.example", viewport=DESK)
    people_of(marek)
    for name, email in (("Nowa Osoba", "nowa@piekarnia.example"), ("Noa L.", "noa@studio.example"),
                        ("Ola Z.", "ola@biuro.example")):
        ask(marek, name, email)
    waiting = marek.page.locator("li.people__item").filter(has_text=marek.words["people.waitsForHead"])
    expect(waiting).to_have_count(3)
    expect(marek.page.locator("main")).not_to_contain_text("נועה")
    faults = [*faults_of_words(marek.page, "pl"), *faults_of_look(marek.page, DESK["width"])]
    assert not faults, "\n".join(faults)
    marek.page.screenshot(path=PICTURES / "asked-pl-desk.png", full_page=True)

    anna = office.sign_in("anna@biuro.example", viewport=PHONE, color_scheme="dark")
    anna.open("/office/outbox")
    expect(anna.page.locator("section[aria-labelledby=invitations-title] li")).to_have_count(3)
    expect(anna.page.locator("section[aria-labelledby=invitations-title]")).to_contain_text("נועה")
    faults = [*faults_of_words(anna.page, "pl"), *faults_of_look(anna.page, PHONE["width"])]
    assert not faults, "\n".join(faults)
    anna.page.screenshot(path=PICTURES / "to-be-let-in-phone-dark.png", full_page=True)
    row = anna.page.locator("section[aria-labelledby=invitations-title] li")
    row.filter(has_text="Nowa Osoba").get_by_role("button").first.click()
    assert "/activation/" in anna.field("firms.link.label").input_value()
    anna.open("/office/outbox")
    for name in ("Noa L.", "Ola Z."):
        row.filter(has_text=name).get_by_role("button").last.click()
        expect(anna.flash).to_be_visible()
    expect(anna.page.locator("#invitations-title")).to_have_count(0)

    people_of(marek)
    expect(waiting).to_have_count(0)
    expect(marek.page.locator("li.people__item").filter(has_text="Nowa Osoba")).to_have_count(1)
