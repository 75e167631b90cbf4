"""What the rows measure: the server on its office, the bare framework and nginx, and the signed-in people."""

import dataclasses
import functools
import sqlite3
import urllib.parse
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import load
from codes import Codes
from load import Ask
from office import Session
from servers import Running


@dataclasses.dataclass
class World:
    app: Running
    hello: Running
    nginx: Running
    folder: Path
    sessions: list[Session]
    idle_memory: float
    seconds: float

    @functools.cached_property
    def codes(self) -> Codes:
        return Codes(self.query("SELECT bytes FROM addressKey")[0][0])

    @property
    def head(self) -> Session:
        return self.sessions[0]

    @property
    def clients(self) -> list[Session]:
        return self.sessions[20:]

    def query(self, sql: str, *arguments) -> list[tuple]:
        database = sqlite3.connect(f"file:{self.folder}/office.sqlite?mode=ro", uri=True)
        try:
            return database.execute(sql, arguments).fetchall()
        finally:
            database.close()

    def asks(self, path: str) -> list[Ask]:
        return [Ask(path, session.cookie) for session in self.clients]

    def bare(self) -> str:
        """Measures the machine's speed at this moment, for comparison."""
        seconds = max(1, self.seconds / 3)
        hello = load.wrk(self.hello, [Ask("/")], seconds).rate
        nginx = load.wrk(self.nginx, [Ask("/hello")], seconds).rate
        return f"bare {hello:,.0f}/s, nginx {nginx:,.0f}/s"

    def call(self, session: Session, path: str, form: dict | None = None) -> tuple[int, str, str]:
        """Sends a browser's request; returns the status, the redirect and the page."""
        data = urllib.parse.urlencode({**form, "csrf": session.form_token}).encode() if form is not None else None
        request = urllib.request.Request(self.app.url + path, data)
        request.add_header("Cookie", f"skrytka={session.cookie}")
        request.add_header("Origin", self.app.url)
        try:
            with urllib.request.build_opener(Stay).open(request, timeout=60) as answer:
                return answer.status, answer.headers.get("Location") or "", answer.read().decode()
        except HTTPError as error:
            return error.code, error.headers.get("Location") or "", error.read().decode(errors="replace")


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None
