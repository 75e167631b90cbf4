"""The machine's clock jumps while a server runs, and between two starts."""

import contextlib
import glob
import sqlite3
import time
import urllib.request
import uuid

import pytest

from caller import Caller
from server import Server, copy_of, until

AHEAD = "Zegar serwera przeskoczył do przodu"
BACK = "Zegar serwera cofnął się"
SILENCE = "Serwer nie działał ponad 30 dni"


@pytest.fixture
def faketime(tmp_path):
    """Returns a file, and settings that give a program the time in it: `+40d` is forty days from now."""
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1") or pytest.fail("faketime is missing: bin/setup --tests")
    file = tmp_path / "time"
    file.write_text("+0")
    # Swift finds its arguments next to the environment, which must not move: libfaketime must not add to it.
    shared = uuid.uuid4().hex
    return file, {
        "LD_PRELOAD": found[0], "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_SHARED": f"/faketime_sem_{shared} /faketime_shm_{shared}",
    }


def is_doubted(server):
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics") as answer:
        return "skrytka_clock_doubted 1\n" in answer.read().decode()


def alarm(person):
    return person.get("/office/questions")


def test_a_jump_under_a_running_server_ends_nothing_until_the_clock_agrees_again(demo_folder, faketime, tmp_path):
    file, settings = faketime
    with Server(copy_of(demo_folder, tmp_path / "data"), settings=settings) as server:
        anna, marek = (Caller(server.base).sign_in(f"{name}@biuro.example") for name in ("anna", "marek"))
        assert "Zegar serwera" not in alarm(anna)
        # Forward only: libfaketime also moves the program's timers, and one that is set back would wait for days.
        # ClockJudgeTests tests a clock that goes back.
        file.write_text("+3d")
        until(lambda: is_doubted(server))
        # An employee's session ends after sixteen hours at most.
        assert AHEAD in alarm(anna) and "Zegar serwera" not in alarm(marek)
        piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
        assert piotr.get("/conversations")
        file.write_text("+0")
        until(lambda: not is_doubted(server))
        assert "Zegar serwera" not in alarm(anna)
        assert server.output.count("the clock is doubted") == 1


def test_a_start_after_more_than_thirty_days_cleans_nothing_until_the_head_confirms(demo_folder, faketime, tmp_path):
    file, settings = faketime
    data = copy_of(demo_folder, tmp_path / "data")

    def drafts():
        with contextlib.closing(sqlite3.connect(f"file:{data}/office.sqlite?mode=ro", uri=True)) as office:
            return office.execute("SELECT count(*) FROM draft WHERE subject = 'Szkic'").fetchone()[0]

    with Server(data, settings=settings):
        pass
    with contextlib.closing(sqlite3.connect(data / "office.sqlite", isolation_level=None)) as office:
        office.execute(
            "INSERT INTO draft (key, personId, subject, subjectWords, body, words, createdAt, changedAt)"
            " SELECT ?1, id, 'Szkic', 'szkic', '', '', ?2, ?2 FROM person LIMIT 1",
            ("s" * 40, int(time.time() * 1000)))
    # Two weeks without a running server are no reason for doubt.
    file.write_text("+5d")
    with Server(data, settings=settings) as server:
        assert not is_doubted(server)
    assert drafts() == 1
    file.write_text("+36d")
    with Server(data, settings=settings) as server:
        anna = Caller(server.base).sign_in("anna@biuro.example")
        assert is_doubted(server) and SILENCE in alarm(anna)
    assert drafts() == 1
    # A restart does not end the doubt.
    with Server(data, settings=settings) as server:
        anna = Caller(server.base).sign_in("anna@biuro.example")
        assert SILENCE in alarm(anna) and drafts() == 1
        anna.post("/office/clock/confirmation", [])
        assert SILENCE not in alarm(anna) and not is_doubted(server)
        assert "Potwierdzono zegar serwera" in anna.get("/office/audit")
    with Server(data, settings=settings) as server:
        until(lambda: drafts() == 0)


def test_a_clock_that_was_put_back_between_two_starts_is_doubted_and_fails_nothing(demo_folder, faketime, tmp_path):
    file, settings = faketime
    data = copy_of(demo_folder, tmp_path / "data")
    file.write_text("-2d")
    with Server(data, settings=settings) as server:
        anna = Caller(server.base).sign_in("anna@biuro.example")
        assert BACK in alarm(anna)
        for path in ("/office/firms", "/office/broadcasts", "/office/imports", "/office/audit", "/office/staff"):
            assert anna.get(path)
        anna.post("/office/clock/confirmation", [])
        assert "Zegar serwera" not in alarm(anna)
