"""The e-mail part of the office's settings, as its head fills it in without a browser."""

import re
from html import unescape

from caller import Caller
from postfix import PASSWORD, SENDER, USER
from words import Words

HEAD = "anna@biuro.example"
WORDS = Words("pl")


class Head(Caller):
    def set_mail(self, **changes):
        """Saves the settings; those of the Postfix of the tests, with changes."""
        fields = {"host": "localhost", "port": "587", "security": "starttls", "user": USER, "password": PASSWORD,
                  "senderName": "Biuro Rachunkowe Anna Lis", "senderAddress": SENDER}
        return self.post("/office/settings/mail", [*(fields | {k: str(v) for k, v in changes.items()}).items()])

    def test_mail(self):
        """Sends a test; returns the page."""
        return self.post("/office/settings/mail/tests", [])

    def outcome(self, **changes):
        """Saves settings and tests them; returns what failed, by its name in the language file, and the server's words."""
        self.set_mail(**changes)
        page = self.test_mail()
        shown = unescape(re.search(r'class="mail-test__outcome".*?</div>', page, re.DOTALL)[0])
        reply = re.search(r'<bdi dir="ltr">(.*?)</bdi></p></details>', shown)
        reply = reply and reply[1]
        if WORDS["mailSettings.passed"] in shown:
            return "accepted", reply
        for name, sentence in WORDS.under("mailSettings.failure").items():
            if sentence in shown:
                assert WORDS[f"mailSettings.remedy.{name}"] in shown
                return name, reply
        raise AssertionError(shown)
