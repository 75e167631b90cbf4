"""A signed-in person without a browser, for tests that end the server in the middle of a response."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

from office import PASSWORD


class Caller:
    def __init__(self, base):
        self.base = base
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.cookies)
        )

    def get(self, path):
        return self._send(urllib.request.Request(self.base + path))

    def post(self, path, fields):
        """Posts a form. `fields` are pairs, so that a name may be repeated; the form's token is added."""
        body = urllib.parse.urlencode([*fields, ("csrf", self.token)]).encode()
        headers = {"Origin": self.base, "Sec-Fetch-Site": "same-origin"}
        return self._send(urllib.request.Request(self.base + path, body, headers))

    def upload(self, name, content):
        """Uploads a file before its message, like the page's script; returns the server's response."""
        headers = {"Origin": self.base, "Sec-Fetch-Site": "same-origin", "X-CSRF-Token": self.token,
                   "Content-Type": "application/octet-stream", "Accept": "application/json"}
        address = f"{self.base}/uploads?{urllib.parse.urlencode({'name': name})}"
        with self.opener.open(urllib.request.Request(address, content, headers), timeout=30) as response:
            return json.load(response)

    def sign_in(self, email, password=PASSWORD):
        self.get("/sign-in")
        self.post("/sign-in", [("email", email), ("password", password)])
        return self

    def _send(self, request):
        try:
            with self.opener.open(request, timeout=30) as response:
                page = response.read().decode()
                self.address = response.url
        except urllib.error.HTTPError as refused:
            raise AssertionError(f"{request.full_url} answered {refused.code}:\n{refused.read().decode()}") from None
        self.title = unescape(re.search(r"<title>(.*?)</title>", page)[1])
        if token := token_of(page):
            self.token = token
        return page


def token_of(page):
    found = re.search(r'<meta name="csrf" content="([^"]*)">', page)
    return found and unescape(found[1])


def hidden_fields(page, action):
    """Returns the hidden fields of the form with this action, as pairs, without the token, which belongs to the
    session."""
    form = re.search(rf'<form\b[^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)[0]
    tags = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)
    return [(name, unescape(value)) for name, value in tags if name != "csrf"]


def ask(person, subject):
    """Asks the office a client's question."""
    form = hidden_fields(person.get("/conversations/new"), "/conversations")
    person.post("/conversations", [*form, ("subject", subject), ("body", "Czy dotarło?")])
    assert subject in person.title
