"""A person at a proxy without a browser: signs in, asks a question, listens to a stream."""

import http.client
import re
import urllib.parse

from caller import hidden_fields
from office import PASSWORD

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Visitor:
    """A client of the proxy, with separate cookies."""

    def __init__(self, proxy):
        self.proxy = proxy
        self.cookies = {}
        self.token = None

    def ask(self, method, path, body=None, headers=None, host=None):
        """Returns the status, the headers and the bytes of a response on a new connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.proxy.https, timeout=30)
        connection.sock = self.proxy.connect()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        own = {"Host": host or self.proxy.host, "Cookie": cookies, "Origin": self.proxy.base}
        connection.request(method, path, body, own | (headers or {}))
        response = connection.getresponse()
        content = response.read()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
            self.cookie_texts = [*getattr(self, "cookie_texts", []), cookie]
        if found := re.search(rb'<meta name="csrf" content="([^"]*)">', content):
            self.token = found[1].decode()
        connection.close()
        return response.status, response.headers, content


def sign_in(proxy, email, headers=None):
    visitor = Visitor(proxy)
    assert visitor.ask("GET", "/sign-in")[0] == 200
    status, answer, _ = post(visitor, "/sign-in", [("email", email), ("password", PASSWORD)], headers)
    assert status == 303 and answer["Location"].startswith("/")
    assert visitor.ask("GET", "/")[0] in (200, 303)
    return visitor


def post(visitor, path, fields, headers=None):
    body = urllib.parse.urlencode([*fields, ("csrf", visitor.token)])
    return visitor.ask("POST", path, body, FORM | (headers or {}))


def ask_question(visitor, subject, files=()):
    _, _, page = visitor.ask("GET", "/conversations/new")
    fields = [("subject", subject), ("body", "Treść pytania"), *[("files", key) for key in files]]
    page = page.decode()
    fields += [field for field in hidden_fields(page, "/conversations") if field[0] == "firm"]
    status, answer, content = post(visitor, "/conversations", fields)
    assert status == 303, content
    return answer["Location"]


def await_text(stream, text):
    received = b""
    while text not in received:
        chunk = stream.recv(65536)
        assert chunk, f"the stream ended without {text}:\n{received.decode(errors='replace')}"
        received += chunk
