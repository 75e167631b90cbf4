"""People who write to the office at once, and record whether each request was answered, refused or interrupted."""

import hashlib
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException

from caller import Caller, hidden_fields

RECEIVING = 62


class AnswerAsItIs(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Hand(Caller):
    """A person without redirects, who sees the response to a form itself, not the next page."""

    def __init__(self, base):
        super().__init__(base)
        # With separate handlers: one that is added to two openers works in the second alone.
        self.still = urllib.request.build_opener(
            AnswerAsItIs, urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.cookies))

    def press(self, path, fields=(), body=None):
        """Returns the status, address and text of a response; a missing one raises OSError or HTTPException."""
        headers = {"Origin": self.base, "Sec-Fetch-Site": "same-origin"}
        if body is None:
            body = urllib.parse.urlencode([*fields, ("csrf", self.token)]).encode()
        else:
            headers |= {"X-CSRF-Token": self.token, "Content-Type": "application/octet-stream"}
        request = urllib.request.Request(self.base + path, body, headers)
        try:
            with self.still.open(request, timeout=30) as answer:
                return answer.status, answer.headers.get("Location"), answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Location"), answer.read().decode()


class Writer:
    """Repeats one kind of request. `done` were acknowledged, `refused` were answered with a refusal, `open` were not
    answered; `pages` are the failed page requests between."""

    def __init__(self, base, name):
        self.base = base
        self.name = name
        self.count = 0
        self.done, self.refused, self.open, self.pages = {}, [], [], []

    def run(self, stopping):
        step = self.begin
        while not stopping.is_set():
            try:
                step()
                step = self.next_turn
            except (AssertionError, TypeError) as page:
                # A page was refused, or lacks its form: this is recorded and repeated.
                self.pages.append(str(page)[:200])
                stopping.wait(0.1)
                step = self.begin
            except (OSError, HTTPException):
                # The server is gone: the current request stays open.
                return

    def next_turn(self):
        self.count += 1
        self.turn(f"{self.name} {self.count}")

    def begin(self):
        self.person = Hand(self.base).sign_in(self.email)

    def turn(self, mark):
        self.open.append(mark)
        status, place, text = self.write(mark)
        self.open.remove(mark)
        if status in (200, 201, 204, 303):
            self.done[mark] = self.fact(place, text)
        else:
            self.refused.append((mark, status))
            self.again()

    def again(self):
        """Begins again with a fresh page after a refusal."""

    def fact(self, place, text):
        return None

    def are_kept(self, base):
        """Checks what only the portal itself can show."""

    def found(self, database, mark):
        """Returns how often it is stored."""
        [(count,)] = database.execute(self.query, [mark])
        return count


class Answers(Writer):
    email = "piotr@piekarnia.example"
    query = "SELECT count(*) FROM message JOIN content ON content.id = contentId WHERE body = ?"

    def begin(self):
        super().begin()
        page = self.person.get("/conversations")
        self.letter = next(path for path, subject in letters(page) if "Bułki dla szkoły" in subject)
        self.again()

    def again(self):
        self.form = hidden_fields(self.person.get(self.letter), f"{self.letter}/messages")

    def write(self, mark):
        return self.person.press(f"{self.letter}/messages", [*self.form, ("body", mark)])


class Questions(Writer):
    """Asks questions with a file each, which is on the disk first."""
    email = "ewa@przewozy.example"
    query = """SELECT count(*) FROM conversation JOIN message ON conversationId = conversation.id
               JOIN attachment USING (contentId) WHERE subject = ?"""

    def begin(self):
        super().begin()
        self.form = hidden_fields(self.person.get("/conversations/new"), "/conversations")

    def write(self, mark):
        self.bytes = f"{mark}\n".encode() * 500
        name = mark.replace(" ", "-")
        status, place, text = self.person.press(f"/uploads?name={name}.txt", body=self.bytes)
        if status != 201:
            return status, place, text
        key = json.loads(text)["key"]
        return self.person.press(
            "/conversations", [*self.form, ("subject", mark), ("body", "W załączeniu."), ("files", key)])

    def fact(self, place, text):
        return hashlib.sha256(self.bytes).digest()


class Notices(Writer):
    """Sends notices to all firms: all letters of each are stored, or none."""
    email = "anna@biuro.example"

    def write(self, mark):
        check = self.person.post("/office/broadcasts/check", [
            ("all", "1"), ("matching", ""), ("subject", mark), ("body", "Do **wszystkich**."),
        ])
        return self.person.press("/office/broadcasts", hidden_fields(check, "/office/broadcasts"))

    def found(self, database, mark):
        [(sends, letters)] = database.execute(
            """SELECT count(DISTINCT broadcast.id), count(message.id) FROM broadcast
               LEFT JOIN conversation ON broadcastId = broadcast.id
               LEFT JOIN message ON conversationId = conversation.id WHERE broadcast.subject = ?""", [mark])
        assert letters in (0, sends * RECEIVING), f"{mark}: {letters} letters of {sends} sends"
        return sends


class Receipts(Writer):
    """Reads waiting messages one by one."""
    email = "noa@studio.example"

    def turn(self, mark):
        for path, _ in letters(self.person.get("/conversations")):
            for place in re.findall(r'data-receipt="([^"]+)"', self.person.get(path)):
                self.path = path
                super().turn(place)

    def write(self, mark):
        return self.person.press(mark)

    def fact(self, place, text):
        return self.path

    def found(self, database, mark):
        return 1 if mark in self.done else 0

    def are_kept(self, base):
        person = Hand(base).sign_in(self.email)
        for mark, path in list(self.done.items())[-5:]:
            assert mark not in person.get(path), f"{mark} was read, and is not"


class SignIns(Writer):
    """Signs in with one browser after another; an open session stays open."""
    email = "tomasz@meble.example"

    def begin(self):
        self.browsers = getattr(self, "browsers", {})

    def write(self, mark):
        person = Hand(self.base)
        person.get("/sign-in")
        self.browsers[mark] = person
        return person.press("/sign-in", [("email", self.email), ("password", "demo-skrytka-2026")])

    def found(self, database, mark):
        return 1 if mark in self.done else 0

    def are_kept(self, base):
        for mark in list(self.done)[-3:]:
            person = self.browsers[mark]
            person.base = base
            person.get("/")
            assert not person.address.endswith("/sign-in"), f"{mark} was signed in, and is not"


KINDS = (Answers, Questions, Notices, Receipts, SignIns)


def letters(page):
    """Returns the conversations of a list, as (path, subject)."""
    return re.findall(r'<a class="row__link[^"]*" href="(/conversations/[^"?#]+)[^"]*"[^>]*>(.*?)</a>', page, re.DOTALL)
