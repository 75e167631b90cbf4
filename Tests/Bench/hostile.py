"""A text of one letter and 120 kB of unsorted combining marks, in the fields of every route and as a field's name: how
long the slowest response takes, and how it affects others meanwhile."""

import http.client
import re
import threading
import time
import urllib.parse
from pathlib import Path

MATRIX = Path(__file__).resolve().parents[1] / "WebTests/AccessMatrix.swift"
FIELDS = ["email", "password", "name", "subject", "body", "note", "q", "tags"]
LONG = "a" + "\u0345\u0301\u0316\u0327" * 15_000
"""The limit of a head is 80 kB."""
LEFT_OUT = {"/events", "/sign-out", "/office/audit/checks"}
"""Routes that end the session or last long: the check reads the whole journal, whatever is sent."""
QUERY = "a" + "\u0345\u0301\u0316\u0327" * 1_500


def routes(method: str) -> list[str]:
    """Returns addresses from the access matrix; the codes in them are of no row."""
    patterns = re.findall(rf'\.{method}, "(/[^"]*)"', MATRIX.read_text())
    return sorted({re.sub(r":\w+", "0123456789abc", pattern).replace("**", "x") for pattern in patterns} - LEFT_OUT)


def requests(session) -> list[tuple[str, str, bytes | None, dict]]:
    """Returns the method, address, body and headers of each attack: as a visitor and as the head of the office."""
    found = []
    for cookie, token in (("", ""), (session.cookie, session.form_token)):
        headers = {"Cookie": f"skrytka={cookie}"} if cookie else {}
        for path in routes("post"):
            for name, value in [(LONG, "1"), *((field, LONG) for field in FIELDS)]:
                body = f"{name}={value}&csrf={token}".encode()
                found.append(("POST", path, body, headers | {"Content-Type": "application/x-www-form-urlencoded"}))
        encoded = urllib.parse.quote(QUERY)
        for path in routes("get"):
            found += [("GET", f"{path}?{query}", None, headers) for query in (f"q={encoded}", f"{encoded}=1", f"tag={encoded}")]
            found.append(("GET", path, None, headers | {"User-Agent": LONG[:60_000].encode(), "Accept-Language": "pl"}))
    return found


class Attacker(threading.Thread):
    """Sends the attacks one after the other, on one connection as long as it lives, and keeps the slowest responses."""

    def __init__(self, server, session, again=False):
        super().__init__()
        self.server, self.requests, self.again = server, requests(session), again
        self.slowest, self.failures, self.count, self.ending = (0.0, ""), [], 0, False

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        while not self.ending:
            for request in self.requests:
                connection = self.send(connection, *request)
                if self.ending:
                    return
            if not self.again:
                return

    def send(self, connection, method, path, body, headers):
        headers = headers | {"Origin": self.server.url, "Host": self.server.url.removeprefix("http://")}
        began = time.perf_counter()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (http.client.HTTPException, OSError):
            connection.close()
            status = 0
        taken = (time.perf_counter() - began) * 1e3
        self.count += 1
        self.slowest = max(self.slowest, (taken, f"{method} {path.split('?')[0]}"))
        if status >= 500:
            self.failures.append(f"{status} {method} {path.split('?')[0]}")
        return connection
