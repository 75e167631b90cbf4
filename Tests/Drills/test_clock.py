"""The clock of the machine jumps: nothing fails, nobody stays locked out, and nothing is deleted because of a wrong
time."""

import sqlite3
import time
import urllib.request

import pytest

from crowd import Crowd
from server import Server, clock, copy_of
from writers import Hand

DAY, YEAR = 24 * 3600, 366 * 24 * 3600
PAGES = {
    "anna@biuro.example": ["/office/firms", "/office/questions", "/office/broadcasts", "/office/imports",
                           "/office/staff", "/office/audit", "/office/outbox", "/office/account"],
    "piotr@piekarnia.example": ["/", "/conversations", "/files", "/account"],
}


class Clock:
    """The clock of a server, in a file that is read each time the server asks for the time."""

    def __init__(self, folder):
        self.file = folder / "clock"
        self.ahead = 0
        self.jump(0)

    def jump(self, seconds):
        """Moves the clock forward, or back for negative seconds."""
        self.ahead += seconds
        (new := self.file.with_suffix(".new")).write_text(f"{self.ahead:+}\n")
        new.replace(self.file)

    @property
    def settings(self):
        return clock(self.file)


@pytest.fixture
def clocked(demo_folder, tmp_path):
    """An office and its clock, without a server yet."""
    return copy_of(demo_folder, tmp_path / "data"), Clock(tmp_path)


def try_password(base, email, password):
    """Returns the address after a sign-in; None when it was refused."""
    person = Hand(base)
    person.get("/sign-in")
    return person.press("/sign-in", [("email", email), ("password", password)])[1]


def everybody_works(server):
    """Opens all pages and sends all forms; signs in again when a session has expired."""
    for email, pages in PAGES.items():
        person = Hand(server.base).sign_in(email)
        for page in pages:
            person.get(page)
    with Crowd(server.base, f"nach {time.monotonic()}") as crowd:
        crowd.await_more("the clock has jumped")
    assert not [refusal for refusal in crowd.refused if refusal[1] >= 500]
    return crowd


def test_no_jump_fails_anything(clocked):
    data, clock = clocked
    with Server(data, settings=clock.settings) as server:
        crowds = [everybody_works(server)]
        # A year forward and back; a day before the start; an hour, as with a wrong zone; a minute, as with NTP.
        for jump in (YEAR, -YEAR, -DAY, DAY, 3600, -3600, -60):
            clock.jump(jump)
            crowds.append(everybody_works(server))
        for crowd in crowds:
            crowd.compare(server.base, data)
        assert "panic" not in server.output and "Fatal" not in server.output


def await_doubt(server, is_doubted):
    """Waits for the server's check of the clock, every ten seconds."""
    deadline = time.monotonic() + 30
    while True:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics") as answer:
            if f"skrytka_clock_doubted {is_doubted:d}\n" in answer.read().decode():
                return
        assert time.monotonic() < deadline, f"the clock is{' not' if is_doubted else ''} doubted"
        time.sleep(0.2)


@pytest.mark.parametrize("is_noticed", [False, True], ids=["at once", "when it was noticed"])
def test_a_lock_out_never_outlasts_its_own_limit(is_noticed, clocked):
    data, clock = clocked
    with Server(data, settings=clock.settings) as server:
        clock.jump(YEAR)
        if is_noticed:
            await_doubt(server, True)
        for number in range(20):
            try_password(server.base, "ewa@przewozy.example", f"not-the-password-{number}")
        assert try_password(server.base, "ewa@przewozy.example", "demo-skrytka-2026") is None
        # The clock is set right: attempts with a future time lock nobody out for longer than they should.
        clock.jump(-YEAR)
        await_doubt(server, False)
        # Sixteen minutes at once also count as a jump, until somebody confirms that they have passed.
        clock.jump(16 * 60)
        await_doubt(server, True)
        Hand(server.base).sign_in("anna@biuro.example").post("/office/clock/confirmation", [])
        assert try_password(server.base, "ewa@przewozy.example", "demo-skrytka-2026") is not None


KEPT = {
    "unread marks of notices that end": "SELECT count(*) FROM unread",
    "drafts": "SELECT count(*) FROM draft",
    "uploads that wait": "SELECT count(*) FROM storedFile",
}


@pytest.mark.parametrize("kept", KEPT)
def test_what_a_wrong_clock_calls_old_is_not_cleaned(kept, clocked):
    data, clock = clocked
    with Server(data, settings=clock.settings) as server:
        anna = Hand(server.base).sign_in("anna@biuro.example")
        anna.post("/office/broadcasts/check", [("all", "1"), ("matching", ""), ("subject", "Szkic"), ("body", "Zostaje.")])
        assert anna.press("/uploads?name=czeka.txt", body=b"Czeka na wiadomosc.\n" * 20)[0] == 201
    before = counted(data, kept)
    assert before > 0
    # The clock's battery was empty: machine and server start a year ahead, and the server sweeps at once.
    clock.jump(YEAR)
    with Server(data, settings=clock.settings) as server:
        Hand(server.base).get("/sign-in")
        time.sleep(2)
    assert counted(data, kept) == before


def counted(data, kept):
    database = sqlite3.connect(f"file:{data}/office.sqlite?mode=ro", uri=True)
    try:
        return database.execute(KEPT[kept]).fetchone()[0]
    finally:
        database.close()
