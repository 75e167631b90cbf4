"""The people of the demo office in their browsers, with verbs in the office's own words."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from recorder import Recorder, cookie_faults
from server import AHEAD
from words import Words

PASSWORD = "demo-skrytka-2026"
LANGUAGE_OF = {"noa@studio.example": "he", "dana@biuro.example": "he"}
# Any firm on the first page of the list that gets notices.
ANY_FIRM = "Apteka Rumianek"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 860}
# Moves the browser's clock with the program's. Playwright's own clock would hide when a page was loaded.
CLOCK_AHEAD = """
globalThis.Date = class extends Date {
  static now() { return super.now() + AHEAD; }
  constructor(...given) { super(...(given.length ? given : [globalThis.Date.now()])); }
};
"""


class Office:
    """Opens a browser for each person, and checks at the end that none of them met an error.

    `waiting` keeps the browsers of signed-in people for the next test of the same server, because signing in takes
    longer than most of what a test does."""

    def __init__(self, browser, base, waiting=None):
        self.browser = browser
        self.base = base
        self.waiting = waiting
        self.people = []

    def visitor(self, language="pl", viewport=DESK, **options):
        """Returns a visitor who has not signed in, in a separate browser."""
        options.setdefault("locale", {"pl": "pl-PL", "en": "en-GB", "he": "he-IL"}.get(language, language))
        context = self.browser.new_context(
            viewport=viewport, timezone_id="Europe/Warsaw", base_url=self.base, accept_downloads=True,
            reduced_motion="reduce", **options,
        )
        if AHEAD:
            context.add_init_script(CLOCK_AHEAD.replace("AHEAD", str(AHEAD * 1000)))
        scripted = options.get("java_script_enabled", True)
        person = Person(context, Recorder(context, self.base), Words(language), scripted)
        self.people.append(person)
        return person

    def sign_in(self, email, password=PASSWORD, **options):
        options.setdefault("language", LANGUAGE_OF.get(email, "pl"))
        key = (email, password, repr(sorted(options.items())))
        if self.waiting and self.waiting.get(key):
            person = self.waiting[key].pop()
            self.people.append(person)
            person.come_back()
        else:
            person = self.visitor(**options)
        if not person.is_signed_in:
            person.sign_in(email, password)
        person.key = key
        return person

    def close(self, keep=False):
        """Closes the browsers. `keep` after a passed test: signed-in people stay signed in for the next one."""
        problems = []
        for person in self.people:
            problems += [*person.recorder.problems, *cookie_faults(person.context.cookies())]
            if keep and person.key and person.is_signed_in and self.waiting is not None:
                person.leave()
                self.waiting.setdefault(person.key, []).append(person)
            else:
                person.context.close()
        self.people = []
        assert not problems, "\n".join(dict.fromkeys(problems))


@dataclass
class Person:
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

    # Letters

    def open_message(self, subject):
        """Opens a letter from the list of letters."""
        self.open("/conversations")
        self.page.get_by_role("link", name=subject, exact=True).first.click()
        expect(self.heading).to_have_text(subject)

    def message(self, text):
        """Returns the message of the open letter with this text."""
        return self.page.locator("article.message").filter(has_text=text)

    def attach(self, *files, within=None, photo=False):
        form = within or self.page.locator("form[data-uploads]")
        before = form.locator("[data-uploads-list] > li").count()
        source = form.locator(".photo-button input" if photo else ".file-button:not(.photo-button) input")
        source.set_input_files(list(files))
        expect(form.locator("[data-uploads-list] input[name=files]:enabled")).to_have_count(before + len(files))
        for file in files:
            expect(form.locator("[data-uploads-list]")).to_contain_text(file["name"])

    def answer(self, text, *files, photo=False):
        form = self.page.locator("form#answer")
        self.field("messages.answer", form).fill(text)
        if files:
            self.attach(*files, within=form, photo=photo)
        self.button("messages.send", form).click()
        expect(self.message(text)).to_be_visible()

    def ask(self, subject, text, *files, photo=False):
        """Sends a client's own question to the office."""
        self.open("/conversations")
        self.link("messages.write").click()
        form = self.page.locator("form[data-composer]")
        self.field("fields.subject", form).fill(subject)
        self.field("fields.body", form).fill(text)
        if files:
            self.attach(*files, within=form, photo=photo)
        self.button("messages.send", form).click()
        expect(self.heading).to_have_text(subject)
        expect(self.message(text)).to_be_visible()

    def file_link(self, name):
        return self.page.locator("a.attachment").filter(has_text=name).first

    def download(self, name):
        """Downloads a file of the open letter; returns the name under which it was saved, and its bytes."""
        with self.page.expect_download() as pending:
            self.file_link(name).click()
        download = pending.value
        with open(download.path(), "rb") as saved:
            return download.suggested_filename, saved.read()

    # The office's list of firms

    def search_firms(self, text):
        """Types into the search of the list and waits for its result."""
        if self.path.split("?")[0] != "/office/firms":
            self.open("/office/firms")
        self.field("firms.search").fill(text)
        expect(self.firm_list).to_have_attribute("data-search", text)

    @property
    def firm_list(self):
        return self.page.locator("#firm-list")

    @property
    def bar(self):
        return self.page.get_by_role("region", name=self.words["selection.label"])

    def firms(self):
        """Returns the names on the page in their order."""
        return self.firm_list.locator("tbody th[scope=row] a:not(.row-write)").all_text_contents()

    def row(self, firm):
        return self._row_of(self.firm_list, firm)

    def report_row(self, firm):
        return self._row_of(self.page.locator("#report"), firm)

    def _row_of(self, table, firm):
        return table.locator("tbody tr").filter(has=self.page.get_by_role("link", name=firm, exact=True))

    def tick(self, *firms):
        for firm in firms:
            self.row(firm).get_by_role("checkbox").check()

    def untick(self, *firms):
        for firm in firms:
            self.row(firm).get_by_role("checkbox").uncheck()

    def expect_selected(self, number):
        expect(self.bar.locator("[data-selection-count]")).to_have_text(self.words.counted("selection.count", number))

    def select_all_matching(self):
        self.page.locator("[data-select-page]").check()
        self.bar.locator("[data-selection-all]").click()

    def open_firm(self, firm):
        self.search_firms(firm)
        self.row(firm).get_by_role("link", name=firm, exact=True).click()
        expect(self.heading).to_have_text(firm)

    def open_letter(self, firm, subject):
        """Opens one of a firm's letters from its card."""
        self.open_firm(firm)
        self.page.get_by_role("link", name=subject, exact=True).first.click()
        expect(self.heading).to_have_text(subject)

    # Notices

    @property
    def composer(self):
        return self.page.locator("form#composer")

    def compose(self, subject, text, files=()):
        """Opens the sheet for the ticked firms and fills it in."""
        self.button("broadcasts.action", self.bar).click()
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.field("fields.subject", self.composer).fill(subject)
        self.field("fields.body", self.composer).fill(text)
        if files:
            self.attach(*files, within=self.composer)

    def check(self):
        self.button("broadcasts.next", self.composer).click()
        expect(self.heading).to_have_text(self.words["broadcasts.check.title"])

    @property
    def send_button(self):
        return self.page.locator("form[action='/office/broadcasts']").get_by_role("button")

    def send(self):
        self.send_button.click()
        self.expect_path(r"/office/broadcasts/[0-9a-z]{13}")

    def send_notice(self, subject, text, to, files=()):
        """Sends a notice to one or more firms by name; ends on the report."""
        self.open("/office/firms")
        for firm in to:
            self.search_firms(firm)
            self.tick(firm)
        self.expect_selected(len(to))
        self.compose(subject, text, files)
        self.check()
        self.send()

    def open_report(self, subject):
        self.open("/office/broadcasts")
        self.page.get_by_role("link", name=subject, exact=True).first.click()
        expect(self.heading).to_have_text(subject)

    # Client questions

    def question(self, subject):
        return self.page.locator("li.question").filter(has=self.page.get_by_role("link", name=subject, exact=True))

    def open_question(self, subject):
        self.open("/office/questions")
        self.question(subject).get_by_role("link").click()
        expect(self.heading).to_have_text(subject)

    # Account

    def choose_language(self, language):
        self.open(self.page.locator(".top__person a[href$='/account']").get_attribute("href"))
        form = self.page.locator("form.account__language")
        form.get_by_role("combobox").select_option(language)
        form.get_by_role("button").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        self.words = Words(language)
