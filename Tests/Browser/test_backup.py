"""A backup is made while people write and restored, and the office works with it."""

import hashlib
import json
import sqlite3
import stat
import subprocess
import threading
from http.client import HTTPException

from caller import Caller, ask
from server import BINARY, ROOT, Server, clean_environment, copy_of, one_line, run


def tables(database):
    """Returns every row of every table, by the table's name."""
    connection = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
                 if not name.startswith("sqlite_stat")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
    finally:
        connection.close()


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted((folder / "files").rglob("*")) if path.is_file()}


class Writers:
    """Asks one question after another until stopped, and collects the acknowledged ones."""

    def __init__(self, server):
        self.server = server
        self.answered = []
        self.failed = []
        self.stopping = threading.Event()
        self.first = threading.Event()
        self.thread = threading.Thread(target=self.write)

    def write(self):
        piotr = Caller(self.server.base).sign_in("piotr@piekarnia.example")
        number = 0
        while not self.stopping.is_set():
            number += 1
            subject = f"Pytanie w trakcie kopii {number}"
            try:
                ask(piotr, subject)
            except (AssertionError, OSError, HTTPException) as failure:
                self.failed.append(failure)
                break
            self.answered.append(subject)
            self.first.set()

    def __enter__(self):
        self.thread.start()
        assert self.first.wait(30), self.failed
        return self

    def __exit__(self, *_):
        self.stopping.set()
        self.thread.join()


def test_the_drill(demo_folder, tmp_path):
    data, target, spare = copy_of(demo_folder, tmp_path / "data"), tmp_path / "backups", tmp_path / "restored"
    with Server(data) as server:
        with Writers(server) as writers:
            before = list(writers.answered)
            made = run("backup", target, "--data", data)
            after = list(writers.answered)
        assert made.returncode == 0, made.stderr
        assert writers.failed == [] and len(writers.answered) > len(before)
        assert list(data.glob("snapshot-*")) == []
    [backup] = target.iterdir()
    assert str(backup) in made.stdout and ".partial" not in backup.name

    checked = run("backup", "--check", backup, "--on", tmp_path / "spare")
    assert checked.returncode == 0, checked.stderr
    assert list((tmp_path / "spare").iterdir()) == []

    # The backup has everything acknowledged before it began, and nothing written after it ended.
    subjects = {row[2] for row in tables(backup / "office.sqlite")["everyConversation"]}
    asked = {subject for subject in subjects if "w trakcie kopii" in subject}
    assert set(before) <= asked <= set(after) | {f"Pytanie w trakcie kopii {len(after) + 1}"}

    restored = run("restore", backup, "--data", spare)
    assert restored.returncode == 0, restored.stderr
    assert (spare / "office.sqlite").read_bytes() == (backup / "office.sqlite").read_bytes()
    assert tables(spare / "office.sqlite") == tables(backup / "office.sqlite")
    assert files(spare) == files(backup) and files(backup) == files(data) and files(data)
    assert stat.S_IMODE(spare.stat().st_mode) == 0o700
    for path in [*spare.rglob("*"), *backup.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path

    with Server(spare) as again:
        piotr = Caller(again.base).sign_in("piotr@piekarnia.example")
        assert max(asked, key=lambda subject: int(subject.split()[-1])) in piotr.get("/conversations")
        assert Caller(again.base).sign_in("anna@biuro.example").get("/office/firms")


def test_an_office_at_rest_is_copied_row_for_row_and_byte_for_byte(stopped, sound, tmp_path):
    back = tmp_path / "back"
    assert run("restore", sound, "--data", back).returncode == 0
    # A backup writes one thing to the office: its own entry, after the copy was made.
    office, copy = tables(stopped / "office.sqlite"), tables(back / "office.sqlite")
    entry = [row for row in office["auditEvent"] if row not in copy["auditEvent"]]
    assert [row[3] for row in entry] == ["backedUp"]
    for name in set(office) - {"auditEvent", "sqlite_sequence"}:
        assert office[name] == copy[name], name
    assert files(back) == files(stopped)


def test_the_manifest_and_the_sums_are_what_they_say(sound):
    manifest = json.loads((sound / "manifest.json").read_text())
    sums = (sound / "SHA256SUMS").read_bytes()
    assert manifest["sumsSHA256"] == hashlib.sha256(sums).hexdigest()
    assert manifest["databaseSHA256"] == hashlib.sha256((sound / "office.sqlite").read_bytes()).hexdigest()
    last = tables(sound / "office.sqlite")["auditEvent"]
    assert manifest["journalEntries"] == len(last)
    assert manifest["journalHead"] == max(last)[-1].hex()
    assert manifest["program"] == run("--version").stdout.strip()
    assert manifest["files"] == len(sums.splitlines()) == len(files(sound)) + 1
    assert manifest["rows"] == {
        name: len(rows) for name, rows in tables(sound / "office.sqlite").items() if not name.startswith("sqlite")}
    # The backup can be checked without this program.
    assert subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=sound).returncode == 0


def test_a_folder_that_is_not_empty_is_not_restored_into(sound, stopped, tmp_path):
    before = tables(stopped / "office.sqlite")
    one_line(run("restore", sound, "--data", stopped), stopped, "is not empty")
    assert tables(stopped / "office.sqlite") == before
    (tmp_path / "back").mkdir()
    (tmp_path / "back" / "letter.txt").write_text("mine")
    one_line(run("restore", sound, "--data", tmp_path / "back"), "is not empty")
    assert [path.name for path in (tmp_path / "back").iterdir() if path.name != "lock"] == ["letter.txt"]


def test_a_restore_that_was_broken_off_is_not_served(stopped, tmp_path):
    half = copy_of(stopped, tmp_path / "half")
    (half / "restoring").touch()
    one_line(run("demo", "--data", half, "--port", 0), "broken off")


def test_places_that_are_none_are_refused_in_one_line(stopped, tmp_path):
    one_line(run("backup", stopped / "backups", "--data", stopped), "inside the data folder")
    one_line(run("backup", tmp_path / "backups", "--data", tmp_path / "nothing"), "holds no office")
    assert not (tmp_path / "nothing").exists() and not (tmp_path / "backups").exists()
    (tmp_path / "file").write_text("")
    one_line(run("backup", tmp_path / "file" / "backups", "--data", stopped), "cannot be made")
    assert run("backup").returncode == 2
    assert run("backup", tmp_path, "--check", tmp_path).returncode == 2


def test_a_full_disk_ends_a_backup_in_one_line_and_the_server_goes_on(demo_folder, strace, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    with Server(data) as server:
        full = subprocess.run(
            [strace, "-f", "-q", "-o", "/dev/null", "-e", "trace=pwrite64",
             "-e", "inject=pwrite64:error=ENOSPC:when=20+", BINARY, "backup", tmp_path / "backups", "--data", data],
            cwd=ROOT, env=clean_environment(), capture_output=True, text=True, timeout=60)
        one_line(full, "the disk is full")
        [partial] = (tmp_path / "backups").iterdir()
        assert partial.name.endswith(".partial")
        one_line(run("backup", "--check", partial), "no manifest.json")
        assert server.answers() and list(data.glob("snapshot-*")) == []
        done = run("backup", tmp_path / "more", "--data", data)
        assert done.returncode == 0, done.stderr


def test_a_folder_of_backups_is_checked_by_its_newest_and_kept_by_generations(stopped, tmp_path):
    target = tmp_path / "backups"
    for arguments in ([], ["--keep", "1d"]):
        done = run("backup", target, "--data", stopped, *arguments)
        while "is there already" in done.stderr:
            done = run("backup", target, "--data", stopped, *arguments)
        assert done.returncode == 0, done.stderr
    [backup] = target.iterdir()
    assert "Removed: " in done.stdout and str(backup) in done.stdout
    checked = run("backup", "--check", target)
    assert checked.returncode == 0, checked.stderr
    assert run("backup", target, "--keep", "7x").returncode == 2
    assert run("backup", "--check", target, "--keep", "7d").returncode == 2
