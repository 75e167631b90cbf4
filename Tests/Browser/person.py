"""A person of the demo office in a browser, with verbs in the office's own words."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from firm_list import FirmList
from letters import Letters
from notices import Notices
from recorder import Recorder
from words import Words

PASSWORD = "demo-skrytka-2026"


@dataclass
class Person(Letters, FirmList, Notices):
    """One browser, with one page in front; `page` may be used directly where no verb fits."""

    context: object
    recorder: Recorder
    words: Words
    scripted: bool = True
    key: object = None

    def __post_init__(self):
        self.page = self.context.new_page()

    def tab(self):
        """Returns the same person in another tab of the same browser."""
        return Person(self.context, self.recorder, self.words, self.scripted)

    def come_back(self):
        """Opens the first page in its current language; signs in if the session has ended meanwhile."""
        self.open("/")
        self.words = Words(self.page.locator("html").get_attribute("lang"))

    def leave(self):
        """Leaves every page, so that nothing is read or requested while the person waits."""
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.page.goto("about:blank")
        self.recorder.forget()

    @property
    def is_signed_in(self):
        return self.page.locator(".top__person").count() > 0

    # Looking around

    def open(self, path, status=200):
        if status >= 400:
            self.recorder.expect(status)
        response = self.page.goto(path)
        assert response.status == status, f"{path} answered {response.status}, not {status}"
        self.await_ready()
        return self.page

    def await_ready(self):
        """Waits until the page's scripts are attached: a test is faster than a person."""
        if self.scripted:
            expect(self.page.locator("html")).to_have_attribute("data-ready", "")

    def button(self, key, within=None):
        return (within or self.page).get_by_role("button", name=self.words[key], exact=True)

    def link(self, key, within=None):
        return (within or self.page).get_by_role("link", name=self.words[key], exact=True)

    def field(self, key, within=None):
        return (within or self.page).get_by_label(self.words[key], exact=True)

    @property
    def heading(self):
        return self.page.get_by_role("heading", level=1)

    @property
    def flash(self):
        return self.page.locator(".flashes")

    def expect_path(self, pattern):
        expect(self.page).to_have_url(re.compile(rf"^https?://[^/]+{pattern}(?:[?#].*)?$"))

    @property
    def path(self):
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    # Coming and going

    def sign_in(self, email, password=PASSWORD):
        """Signs in on the sign-in page, opening it unless it is open already."""
        if not self.path.startswith("/sign-in"):
            self.open("/sign-in")
        self.field("fields.email").fill(email)
        self.field("fields.password").fill(password)
        self.button("open.signIn.submit").click()
        expect(self.page.locator(".top__person")).to_be_visible()
        self.await_ready()

    def sign_out(self):
        self.page.locator(".top__person > summary").click()
        self.button("frame.signOut", self.page.locator(".top__person")).click()
        self.expect_path("/sign-in")

    def activate(self, link, password):
        """Activates an account: the link, a password twice the usual length, the first page."""
        self.open(link)
        self.field("fields.newPassword").fill(password)
        self.button("open.activation.submit").click()

    # The badge

    @property
    def badge(self):
        return self.page.locator(".top__person > summary [data-unread]")

    def unread(self):
        """Returns the number of unread messages on the badge."""
        return int(self.badge.text_content()) if self.badge.is_visible() else 0

    def expect_unread(self, number):
        if number == 0:
            expect(self.badge).to_be_hidden()
        else:
            expect(self.badge).to_have_text(str(number))

    # Account

    def choose_language(self, language):
        self.open(self.page.locator(".top__person a[href$='/account']").get_attribute("href"))
        form = self.page.locator("form.account__language")
        form.get_by_role("combobox").select_option(language)
        form.get_by_role("button").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        self.words = Words(language)
