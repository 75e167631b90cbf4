"""A disk that fills up while a server runs: a real file system of some megabytes, in memory."""

import contextlib
import ctypes
import errno
import io
import os
import shutil
import sqlite3
import urllib.error
import urllib.parse
import urllib.request

import pytest

from caller import Caller, hidden_fields
from server import Server, copy_of, run

SIZE = 96 * 1024 * 1024
FLOOR = "24M"


@pytest.fixture
def disk(tmp_path):
    """A separate file system; only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    mounted = libc.mount(b"tmpfs", str(place).encode(), b"tmpfs", 0, f"size={SIZE}".encode())
    if mounted != 0:
        pytest.skip(f"no small disk can be mounted here ({os.strerror(ctypes.get_errno())}): not tested")
    yield place
    # A server left by a failed test must not keep the mount.
    assert libc.umount2(str(place).encode(), 2) == 0


@pytest.fixture
def office(demo_folder, disk):
    with Server(copy_of(demo_folder, disk / "data"), settings={"SKRYTKA_DISK_FLOOR": FLOOR}) as server:
        yield server


class Filler:
    """Another program's file on the same disk."""

    def __init__(self, disk):
        self.file = disk / "filler"

    def leave(self, bytes_left):
        """Uses all but this many bytes, even if some are freed meanwhile."""
        while True:
            free = shutil.disk_usage(self.file.parent).free - bytes_left
            if free < 4096:
                return
            with self.file.open("ab", buffering=0) as file, suppress_full():
                file.write(b"\0" * free)

    def go(self):
        self.file.unlink()


@contextlib.contextmanager
def suppress_full():
    try:
        yield
    except OSError as failure:
        if failure.errno != errno.ENOSPC:
            raise


def answer(caller, path, body=None, headers=None):
    """Returns the status and the text of a response, also of a refusal."""
    headers = {"Origin": caller.base, "Sec-Fetch-Site": "same-origin"} | (headers or {})
    request = urllib.request.Request(caller.base + path, body, headers)
    try:
        with caller.opener.open(request, timeout=30) as response:
            return response.status, response.read().decode(errors="replace")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(errors="replace")


def post(caller, path, fields):
    return answer(caller, path, urllib.parse.urlencode([*fields, ("csrf", caller.token)]).encode())


def upload(caller, path="/uploads", name="plik.txt", body=b"tekst\n" * 100):
    headers = {"Content-Type": "application/octet-stream", "X-CSRF-Token": caller.token, "Accept": "application/json"}
    return answer(caller, f"{path}?name={name}", body, headers)


def ask(caller, subject, body):
    form = hidden_fields(caller.get("/conversations/new"), "/conversations")
    return post(caller, "/conversations", [*form, ("subject", subject), ("body", body)])


def test_above_the_floor_files_are_refused_and_all_else_goes_on(office, disk, tmp_path):
    piotr, anna = (Caller(office.base).sign_in(email) for email in ("piotr@piekarnia.example", "anna@biuro.example"))
    assert upload(piotr)[0] == 201
    filler = Filler(disk)
    filler.leave(20 * 1024 * 1024)
    status, text = upload(piotr)
    assert status == 507 and "Wiadomości bez plików" in text
    assert upload(anna, "/office/imports", "jpk.xml", b"<JPK/>")[0] == 507
    # One of unknown length is refused too.
    chunked = upload(piotr, body=io.BytesIO(b"tekst\n" * 100))
    assert chunked[0] == 507
    taken = tmp_path / "jpk.xml"
    taken.write_text("<JPK/>")
    refused = run("import", taken, "--data", office.data)
    assert refused.returncode == 1 and "disk is nearly full" in refused.stderr and "\n" not in refused.stderr.strip()
    assert "Na dysku serwera kończy się miejsce" in anna.get("/office/questions")
    assert ask(piotr, "Bez pliku", "Działa?")[0] == 200
    ewa = Caller(office.base).sign_in("ewa@przewozy.example")
    assert post(ewa, "/sign-out", [])[0] == 200
    # Files in the watched folder stay there.
    waiting = office.data / "import" / "jpk.xml"
    waiting.write_text("<JPK/>")
    filler.go()
    assert upload(piotr)[0] == 201
    assert "Na dysku serwera kończy się miejsce" not in anna.get("/office/questions")
    assert not list((office.data / "import" / "refused").glob("jpk*.txt")) or not waiting.exists()


def test_on_a_full_disk_everybody_is_told_and_can_sign_out_and_nothing_is_lost(office, disk):
    people = [Caller(office.base).sign_in(email) for email in (
        "piotr@piekarnia.example", "ewa@przewozy.example", "tomasz@meble.example", "noa@studio.example")]
    piotr = people[0]
    form = hidden_fields(piotr.get("/conversations/new"), "/conversations")
    filler = Filler(disk)
    filler.leave(0)
    typed = "Tego tekstu nie wolno zgubić. " * 600
    full = None
    for number in range(200):
        filler.leave(0)
        status, page = post(piotr, "/conversations", [*form, ("subject", f"Pytanie {number}"), ("body", typed)])
        if status != 200:
            full = status, page
            break
    assert full and full[0] == 507, full
    assert "Tego tekstu nie wolno zgubić." in full[1] and "<textarea" in full[1]
    assert upload(piotr)[0] == 507
    assert answer(piotr, "/files.zip")[0] == 507
    assert piotr.get("/conversations")
    # However many sign out, and whoever uses the freed space.
    for person in people:
        filler.leave(0)
        status, page = post(person, "/sign-out", [])
        assert status == 200, page
        assert "/sign-in" in person.opener.open(person.base + "/").url
    with contextlib.closing(sqlite3.connect(f"file:{office.data}/office.sqlite?mode=ro", uri=True)) as database:
        ended = database.execute("SELECT count(*) FROM session WHERE endedAt IS NOT NULL").fetchone()[0]
    assert ended >= len(people)
    late = Caller(office.base)
    late.get("/sign-in")
    filler.leave(0)
    status, page = post(late, "/sign-in", [("email", "marek@biuro.example"), ("password", "demo-skrytka-2026")])
    assert status in (200, 507), page
    with urllib.request.urlopen(f"http://127.0.0.1:{office.port}/metrics") as metrics:
        assert 'code="500"' not in metrics.read().decode()
    filler.go()
    again = Caller(office.base).sign_in("piotr@piekarnia.example")
    assert upload(again)[0] == 201
    assert ask(again, "Znowu miejsce", typed)[0] == 200
    assert answer(again, "/files.zip")[0] == 200
    with contextlib.closing(sqlite3.connect(f"file:{office.data}/office.sqlite?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
