"""The people of the demo office, each in a browser."""

from person import PASSWORD, Person
from recorder import Recorder, cookie_faults
from server import AHEAD
from words import Words

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
