"""The server notices an older database, or a lost log, at the start; no newer file is destroyed by it."""

import os
import shutil
import sqlite3
import time

import pytest

from caller import Caller, hidden_fields
from server import Server, copy_of, office_time, run

DAYS = 24 * 3600


def rows(data, sql, *values):
    connection = sqlite3.connect(f"file:{data / 'office.sqlite'}?immutable=1", uri=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def place(data, key):
    return data / "files" / key[:2] / key


def send_five_files(base):
    """A client asks five questions, each with a file."""
    piotr = Caller(base).sign_in("piotr@piekarnia.example")
    keys = []
    for number in range(5):
        form = hidden_fields(piotr.get("/conversations/new"), "/conversations")
        keys.append(piotr.upload(f"nowszy-{number}.txt", f"Nowszy plik {number}.".encode())["key"])
        piotr.post("/conversations", [
            *form, ("subject", f"Nowsze {number}"), ("body", "W pliku."), ("files", keys[-1])])
    return keys


def refused(data, command="demo"):
    done = run(command, "--data", data, *(["--port", "0"] if command == "demo" else []))
    assert done.returncode == 1, done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1 and "--accept-older" in done.stderr, done.stderr
    return done.stderr


@pytest.fixture
def exchanged(demo_folder, tmp_path):
    """Returns a folder with the database from before five files were uploaded, a week ago; and the newer database."""
    data = copy_of(demo_folder, tmp_path / "data")
    with Server(data):
        pass
    older = shutil.copy(data / "office.sqlite", tmp_path / "older.sqlite")
    with Server(data) as server:
        keys = send_five_files(server.base)
    newer = shutil.copy(data / "office.sqlite", tmp_path / "newer.sqlite")
    ago = time.time() - 7 * DAYS
    for key in keys:
        os.utime(place(data, key), (ago, ago))
    shutil.copy(older, data / "office.sqlite")
    return data, newer, keys


def test_an_older_database_is_refused_by_every_command_and_nothing_is_destroyed(exchanged):
    data, newer, keys = exchanged
    before = sorted(path for path in (data / "files").rglob("*"))
    for command in ("demo", "doctor"):
        assert "older than what this folder has answered" in refused(data, command)
    assert sorted(path for path in (data / "files").rglob("*")) == before
    shutil.copy(newer, data / "office.sqlite")
    with Server(data):
        assert all(place(data, key).read_text().startswith("Nowszy plik") for key in keys)


def test_an_accepted_older_database_puts_newer_files_into_quarantine_and_they_come_back_with_the_newer_one(exchanged):
    data, newer, keys = exchanged
    with Server(data, options=["--accept-older"]):
        orphans = [data / "files" / ".orphans" / key for key in keys]
        deadline = time.monotonic() + 20
        while not all(path.exists() for path in orphans) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert all(path.exists() and path.with_suffix(".json").exists() for path in orphans)
        assert not any(place(data, key).exists() for key in keys)
    [(entry,)] = rows(data, "SELECT detail FROM auditEvent WHERE action = 'olderAccepted'")
    assert "expected" in entry
    # The right database is put back; its journal differs from that of the accepted one.
    shutil.copy(newer, data / "office.sqlite")
    refused(data)
    with Server(data, options=["--accept-older"]):
        assert all(place(data, key).exists() for key in keys)
    assert list((data / "files" / ".orphans").iterdir()) == []
    assert run("doctor", "--deep", "--data", data).returncode == 0


def test_a_lost_log_is_noticed(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    server = Server(data).start()
    before = (data / "journal.head").read_text()
    send_five_files(server.base)
    deadline = time.monotonic() + 10
    while (data / "journal.head").read_text() == before and time.monotonic() < deadline:
        time.sleep(0.05)
    # The mark is written at most half a second later; the last of five questions may be missing in it.
    server.kill()
    assert (data / "office.sqlite-wal").stat().st_size > 0
    kept = copy_of(data, tmp_path / "kept")
    for name in ("office.sqlite-wal", "office.sqlite-shm"):
        (data / name).unlink()
    assert "older than what this folder has answered" in refused(data)
    # With its log it is complete: a database that is ahead of the mark is right.
    with Server(kept):
        pass
    assert rows(kept, "SELECT count(*) FROM conversation WHERE subject LIKE 'Nowsze %'") == [(5,)]


def test_an_older_database_beside_the_log_of_a_newer_one_is_noticed_and_the_log_is_set_aside(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    with Server(data):
        pass
    older = shutil.copy(data / "office.sqlite", tmp_path / "older.sqlite")
    with Server(data) as server:
        send_five_files(server.base)
    server = Server(data).start()
    send_five_files(server.base)
    server.kill()
    assert (data / "office.sqlite-wal").stat().st_size > 0
    kept = copy_of(data, tmp_path / "kept")
    shutil.copy(older, data / "office.sqlite")
    before = {path.name: path.read_bytes() for path in data.glob("office.sqlite*")}
    for command in ("demo", "doctor"):
        assert "older than the office.sqlite-wal beside it" in refused(data, command)
    assert {path.name: path.read_bytes() for path in data.glob("office.sqlite*")} == before
    with Server(data, options=["--accept-older"]):
        pass
    assert (data / "office.sqlite-wal.aside").read_bytes() == before["office.sqlite-wal"]
    assert run("doctor", "--data", data).returncode == 0
    assert rows(data, "SELECT count(*) FROM conversation WHERE subject LIKE 'Nowsze %'") == [(0,)]
    # With its own log the newer one is complete.
    with Server(kept):
        pass
    assert rows(kept, "SELECT count(*) FROM conversation WHERE subject LIKE 'Nowsze %'") == [(10,)]


def test_the_quarantine_is_cleared_by_the_server_after_thirty_days(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    orphans = data / "files" / ".orphans"
    orphans.mkdir()
    old, young, without = (orphans / (letter * 40) for letter in "oyw")
    for path, days in ((old, 31), (young, 29), (without, None)):
        path.write_text("Sierota.")
        if days:
            since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(office_time().timestamp() - days * DAYS))
            path.with_suffix(".json").write_text(f'{{"reason":"no row of the database named it","since":"{since}"}}')
    with Server(data):
        deadline = time.monotonic() + 20
        while old.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not old.exists() and not old.with_suffix(".json").exists()
    assert young.exists() and young.with_suffix(".json").exists()
    # Its month begins now.
    assert without.exists() and without.with_suffix(".json").exists()
