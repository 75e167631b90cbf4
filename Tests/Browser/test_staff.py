"""The head's people: a person is away, a person is disabled (J8)."""

import re

import pytest
from playwright.sync_api import expect

from presses import Presses, job


def firms_of(person):
    person.open("/office/firms")
    return person.page.locator(".lid__count").first.text_content()


@pytest.mark.journey
def test_a_deputy_takes_over_in_three_presses_and_gives_back_in_one(office):
    anna = office.sign_in("anna@biuro.example")
    ola = office.sign_in("ola@biuro.example")
    before = firms_of(ola)
    with job("J8", anna):
        anna.firm_list.get_by_role("link", name="Marek Wilk", exact=True).first.click()
        form = anna.page.locator("#deputy-form")
        form.locator("[name=deputy]").press_sequentially("Ola")
        expect(form.locator("[name=deputy] option:checked")).to_have_text("Ola Zych")
        today = anna.page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Europe/Warsaw'})")
        form.locator("[name=from]").fill(today)
        form.locator("[name=until]").fill("2099-08-14")
        anna.button("staff.check", form).click()
        plan = anna.page.locator("#deputy-plan")
        expect(plan).to_contain_text("Ola Zych")
        expect(plan).to_contain_text("Marek Wilk")
        assert firms_of(ola) == before, "looking at it changes nothing"
        anna.button("staff.confirm", plan).click()
        expect(anna.flash).to_contain_text(anna.words["flash.saved"])
    assert firms_of(ola) != before

    anna.open("/office/staff")
    presses = Presses(anna)
    anna.page.get_by_role("button", name=re.compile(re.escape(anna.words["staff.endDeputy"]))).click()
    expect(anna.page.locator("#deputies-title + .empty")).to_be_visible()
    assert presses.count == 1
    assert firms_of(ola) == before


def test_who_is_disabled_is_out_everywhere_at_once(office):
    anna = office.sign_in("anna@biuro.example")
    ewa = office.sign_in("ewa@przewozy.example")
    ewa.open("/conversations")
    anna.open("/office/firms?q=przewozy")
    anna.firm_list.get_by_role("link", name="Przewozy Ewa Nowak", exact=True).click()
    anna.link("firms.tab.people").click()
    anna.page.locator(".people__name a", has_text="Ewa Nowak").click()
    anna.button("person.disable").click()
    expect(anna.button("person.enable")).to_be_visible()
    # The session has ended: the next request leads to the sign-in.
    ewa.page.goto("/conversations")
    ewa.expect_path("/sign-in")
    anna.button("person.enable").click()
    expect(anna.button("person.disable")).to_be_visible()
    ewa.sign_in("ewa@przewozy.example")


def test_a_forgotten_password_waits_for_the_head(office):
    visitor = office.visitor()
    visitor.open("/sign-in")
    visitor.button("open.signIn.forgotten").click()
    visitor.field("fields.email").fill("noa@studio.example")
    visitor.button("open.passwordReset.submit").click()
    expect(visitor.page.get_by_role("status")).to_be_visible()
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/outbox")
    anna.page.locator("li.mail").filter(has_text="noa@studio.example").get_by_role("button").click()
    expect(anna.page.locator("#link")).to_have_value(re.compile("/activation/"))
