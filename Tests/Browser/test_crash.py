"""A send to many firms is complete or absent when the process is killed during it: with SIGKILL, on entering the 1st,
2nd, 4th, 8th … of its `pwrite64` calls after the request, and then of its `fdatasync` calls, until a send finishes
first. SQLite writes and syncs a database with these two calls; no other call and no number between is tested here.
Power cuts are not tested either: the system still has what the process wrote. `bin/drill kills` kills at random
moments."""

import contextlib
import shutil
import sqlite3
import subprocess
from http.client import HTTPException

import pytest

from caller import Caller, hidden_fields
from server import Server, copy_of, until

FIRMS = 62
SUBJECT = "Zmiana rachunku do wpłat ZUS"


def killed_at(server, strace, call, number, act):
    """Runs `act` with a server that is killed at its nth `call`; returns whether `act` was answered, and the server
    killed."""
    tracer = subprocess.Popen(
        [strace, "-f", "-p", str(server.process.pid), "-o", "/dev/null",
         "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}"],
        stderr=subprocess.PIPE, text=True,
    )
    attached = tracer.stderr.readline()
    assert "attached" in attached, attached
    answered = True
    try:
        act()
    except (OSError, HTTPException):
        answered = False
    killed = not answered and server.process.wait(10) is not None
    server.kill()
    tracer.communicate(timeout=10)
    return answered, killed


def sent(data, folder):
    """Returns how many sends, and how many of their letters, a killed process left on the disk; reads a copy."""
    copy = copy_of(data, folder)
    database = sqlite3.connect(copy / "office.sqlite")
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        [(sends,)] = database.execute("SELECT count(*) FROM broadcast WHERE subject = ?", [SUBJECT])
        [(letters,)] = database.execute(
            "SELECT count(*) FROM conversation JOIN message ON message.conversationId = conversation.id "
            "WHERE conversation.subject = ? AND conversation.broadcastId IN (SELECT id FROM broadcast)", [SUBJECT])
        return sends, letters
    finally:
        database.close()
        shutil.rmtree(copy)


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
def test_a_send_that_was_killed_is_there_whole_or_not_at_all(call, strace, demo_folder, tmp_path):
    outcomes = set()
    number, survived = 1, False
    while not survived:
        assert number <= 4096, f"{number} calls of {call} for one send"
        data = copy_of(demo_folder, tmp_path / f"{call}-{number}")
        server = Server(data).start()
        anna = Caller(server.base).sign_in("anna@biuro.example")
        anna.get("/office/firms")
        check = anna.post("/office/broadcasts/check", [
            ("all", "1"), ("matching", ""), ("subject", SUBJECT), ("body", "Od stycznia **nowy** rachunek."),
        ])
        send = hidden_fields(check, "/office/broadcasts")

        answered, killed = killed_at(server, strace, call, number, lambda: anna.post("/office/broadcasts", send))
        sends, letters = sent(data, tmp_path / "copy")
        assert (sends, letters) in ((0, 0), (1, FIRMS)), f"killed at {call} {number}: {sends} sends, {letters} letters"
        assert sends == 1 or not answered, f"answered, and lost at {call} {number}"
        outcomes.add(sends)

        # The person presses the same button again: now it is sent, once.
        with Server(data) as again:
            anna = Caller(again.base).sign_in("anna@biuro.example")
            anna.post("/office/broadcasts", send)
            assert SUBJECT in anna.title and "/office/broadcasts/" in anna.address
        assert sent(data, tmp_path / "copy") == (1, FIRMS)
        survived = not killed
        number *= 2
    assert 1 in outcomes
    if call == "pwrite64":
        assert 0 in outcomes, "no kill came before the commit: this test proves nothing"


def test_a_kill_while_a_send_can_be_undone_loses_nothing_and_doubles_nothing(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "waiting")
    change(data, "UPDATE office SET undoSeconds = 120")
    server = Server(data).start()
    anna = Caller(server.base).sign_in("anna@biuro.example")
    anna.get("/office/firms")
    check = anna.post("/office/broadcasts/check", [
        ("all", "1"), ("matching", ""), ("subject", SUBJECT), ("body", "Od stycznia nowy rachunek."),
    ])
    anna.post("/office/broadcasts", hidden_fields(check, "/office/broadcasts"))
    server.kill()
    assert sent(data, tmp_path / "copy") == (0, 0)

    # The time in which it could be undone passes while the program does not run.
    change(data, "UPDATE plannedSend SET dueAt = orderedAt")
    with Server(data) as again:
        anna = Caller(again.base).sign_in("anna@biuro.example")
        until(lambda: SUBJECT in anna.get("/office/broadcasts"))
    with Server(data):
        pass
    assert sent(data, tmp_path / "copy") == (1, FIRMS)


def change(data, sql):
    with contextlib.closing(sqlite3.connect(data / "office.sqlite", isolation_level=None)) as office:
        office.execute(sql)
