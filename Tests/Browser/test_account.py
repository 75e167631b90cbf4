"""A person's own page: the signed-in browsers, and the password."""

import pytest
from playwright.sync_api import expect

from office import PASSWORD

EWA = "ewa@przewozy.example"
LONGER = "cztery koła i szara plandeka"


def devices(person):
    return person.page.locator("li.session")


@pytest.fixture
def two_of_ewa(office):
    """Returns the same person in two browsers, which no other test uses."""
    both = [office.visitor(), office.visitor()]
    for each in both:
        each.sign_in(EWA)
    return both


def test_each_browser_is_listed_and_any_can_be_signed_out_from_another(two_of_ewa):
    here, there = two_of_ewa
    here.open("/account")
    expect(devices(here)).to_have_count(2)
    expect(here.page.get_by_text(here.words["account.thisDevice"], exact=True)).to_have_count(1)
    devices(here).get_by_role("button").click()
    expect(devices(here)).to_have_count(1)
    there.page.goto("/conversations")
    there.expect_path("/sign-in")
    here.open("/conversations")
    here.sign_out()
    here.page.goto("/conversations")
    here.expect_path("/sign-in")


def test_all_devices_are_signed_out_at_once_and_the_browser_stays_known(two_of_ewa):
    here, there = two_of_ewa
    here.open("/account")
    known = here.page.locator("li.browser")
    expect(known.filter(has_text=here.words["account.thisBrowser"])).to_have_count(1)
    here.button("account.endOthers").click()
    expect(here.flash).to_contain_text(here.words["flash.sessionsEnded"])
    expect(devices(here)).to_have_count(1)
    expect(known).to_have_count(1)
    there.page.goto("/")
    there.expect_path("/sign-in")
    here.button("account.endAll").click()
    here.expect_path("/sign-in")
    here.sign_in(EWA)
    here.open("/account")
    expect(known).to_have_count(1)


def test_a_new_password_ends_the_other_browsers_and_replaces_the_old_one(office, two_of_ewa):
    here, there = two_of_ewa
    here.recorder.expect(422)
    here.open("/account")
    for current, new, error in (
        ("not-the-right-one", LONGER, "#current-error"),
        (PASSWORD, PASSWORD, "#password-error"),
        (PASSWORD, "przewozy ewa nowak", "#password-error"),
    ):
        here.field("fields.currentPassword").fill(current)
        here.field("fields.newPassword").fill(new)
        here.button("account.changePassword").click()
        expect(here.page.locator(error)).to_be_visible()
    here.field("fields.currentPassword").fill(PASSWORD)
    here.field("fields.newPassword").fill(LONGER)
    here.button("account.changePassword").click()
    expect(devices(here)).to_have_count(1)
    there.page.goto("/")
    there.expect_path("/sign-in")
    office.sign_in(EWA, LONGER)


def test_what_is_typed_as_a_password_can_be_looked_at(office):
    visitor = office.visitor()
    visitor.open("/sign-in")
    password = visitor.field("fields.password")
    password.fill("widać mnie")
    expect(password).to_have_attribute("type", "password")
    visitor.button("fields.showPassword").click()
    expect(password).to_have_attribute("type", "text")
    visitor.button("fields.hidePassword").click()
    expect(password).to_have_attribute("type", "password")
