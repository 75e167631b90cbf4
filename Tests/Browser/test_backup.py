"""A backup is made while people write, verified and restored, and the office works with it; damage is always named."""

import hashlib
import json
import shutil
import socket
import sqlite3
import stat
import subprocess
import threading
from http.client import HTTPException

import pytest

from caller import Caller, hidden_fields
from server import BINARY, ROOT, Server, clean_environment, copy_of, free_port, run


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


def one_line(done, *parts):
    """Checks that a failure is one sentence that names the path, with status 1."""
    assert done.returncode == 1, done.stdout + done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("skrytka: ") and "error:" not in done.stderr, done.stderr
    for part in parts:
        assert str(part) in done.stderr, done.stderr


@pytest.fixture(scope="module")
def stopped(demo_folder, tmp_path_factory):
    """A data folder without a running server."""
    return copy_of(demo_folder, tmp_path_factory.mktemp("stopped") / "data")


@pytest.fixture(scope="module")
def sound(stopped, tmp_path_factory):
    """A good backup of it; no test writes to it."""
    target = tmp_path_factory.mktemp("backups")
    done = run("backup", target, "--data", stopped)
    assert done.returncode == 0, done.stderr
    [backup] = target.iterdir()
    return backup


@pytest.fixture
def backup(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "backup")


def ask(person, subject):
    form = hidden_fields(person.get("/conversations/new"), "/conversations")
    person.post("/conversations", [*form, ("subject", subject), ("body", "Czy dotarło?")])
    assert subject in person.title


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
    subjects = {row[2] for row in tables(backup / "office.sqlite")["conversation"]}
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


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def any_file(folder):
    return next(path for path in sorted((folder / "files").rglob("*")) if path.is_file() and path.stat().st_size)


def test_a_flipped_bit_is_found_in_a_file(backup, tmp_path):
    flip(any_file(backup))
    one_line(run("backup", "--check", backup), any_file(backup).name, "has changed", "is damaged")
    one_line(run("restore", backup, "--data", tmp_path / "back"), "is damaged")
    assert not (tmp_path / "back" / "office.sqlite").exists()


def test_a_flipped_bit_is_found_in_the_database(backup):
    flip(backup / "office.sqlite")
    one_line(run("backup", "--check", backup), "office.sqlite has changed")


def test_a_truncated_database_is_found(backup):
    whole = (backup / "office.sqlite").read_bytes()
    (backup / "office.sqlite").write_bytes(whole[: len(whole) // 2])
    one_line(run("backup", "--check", backup), "office.sqlite has changed or is cut off")


def test_a_damaged_database_is_found_even_under_a_manifest_that_fits(backup):
    database = backup / "office.sqlite"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM person WHERE id = 1")
    connection.commit()
    connection.close()
    digest = hashlib.sha256(database.read_bytes()).hexdigest()
    sums = (backup / "SHA256SUMS").read_text().splitlines(keepends=True)
    sums[0] = f"{digest}  office.sqlite\n"
    (backup / "SHA256SUMS").write_text("".join(sums))
    manifest = json.loads((backup / "manifest.json").read_text())
    manifest["databaseSHA256"] = digest
    manifest["sumsSHA256"] = hashlib.sha256("".join(sums).encode()).hexdigest()
    (backup / "manifest.json").write_text(json.dumps(manifest))
    one_line(run("backup", "--check", backup), "references", "is damaged")


def test_a_missing_file_and_a_strange_one_are_found(backup):
    lost = any_file(backup)
    lost.rename(backup / "files" / "stranger")
    one_line(run("backup", "--check", backup), f"{lost.name} is missing", "files/stranger does not belong")


@pytest.mark.parametrize("content, words", [
    (None, "has no manifest.json"), ("{", "cannot be understood"), ('{"format": 99}', "newer skrytka"),
    ('{"format": 1, "program": "99.1"}', "made by a newer skrytka, 99.1")])
def test_a_manifest_that_is_none_is_refused(content, words, backup, tmp_path):
    manifest = backup / "manifest.json"
    manifest.unlink() if content is None else manifest.write_text(content)
    one_line(run("backup", "--check", backup), words)
    one_line(run("restore", backup, "--data", tmp_path / "back"), words)


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


def test_each_missing_or_changed_file_is_named_and_the_rest_is_copied(stopped, tmp_path):
    data = copy_of(stopped, tmp_path / "data")
    lost, changed, *rest = [path for path in sorted((data / "files").rglob("*")) if path.is_file()]
    lost.unlink()
    flip(changed)
    done = run("backup", tmp_path / "backups", "--data", data)
    one_line(done, f"{lost.name} is missing", f"{changed.name} is not what", "not complete")
    [partial] = (tmp_path / "backups").iterdir()
    assert partial.name.endswith(".partial") and not (partial / "manifest.json").exists()
    assert all((partial / "files" / path.parent.name / path.name).exists() for path in rest)
    sick = run("doctor", "--data", data, "--deep")
    assert sick.returncode == 1 and lost.name in sick.stdout and changed.name in sick.stdout
    assert "2 problems found" in sick.stderr


def test_places_that_are_none_are_refused_in_one_line(stopped, tmp_path):
    one_line(run("backup", stopped / "backups", "--data", stopped), "inside the data folder")
    one_line(run("backup", tmp_path / "backups", "--data", tmp_path / "nothing"), "holds no office")
    assert not (tmp_path / "nothing").exists() and not (tmp_path / "backups").exists()
    (tmp_path / "file").write_text("")
    one_line(run("backup", tmp_path / "file" / "backups", "--data", stopped), "cannot be made")
    assert run("backup").returncode == 2
    assert run("backup", tmp_path, "--check", tmp_path).returncode == 2


@pytest.fixture
def strace():
    return shutil.which("strace") or pytest.fail("strace is missing: bin/setup --tests")


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


def test_a_failed_fsync_ends_the_process_and_nothing_was_answered(demo_folder, strace, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    server = Server(data).start()
    piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
    form = hidden_fields(piotr.get("/conversations/new"), "/conversations")
    tracer = subprocess.Popen(
        [strace, "-f", "-p", str(server.process.pid), "-o", "/dev/null",
         "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=1+"], stderr=subprocess.PIPE, text=True)
    assert "attached" in tracer.stderr.readline()
    with pytest.raises((OSError, HTTPException)):
        piotr.post("/conversations", [*form, ("subject", "Dysk"), ("body", "Czy dotarło?")])
    assert server.process.wait(10) == 1
    tracer.communicate(timeout=10)
    assert "the disk did not keep what was written" in server.output.splitlines()[-1]
    # The restarted server works with what the disk really has.
    with Server(data) as again:
        ask(Caller(again.base).sign_in("piotr@piekarnia.example"), "Po awarii")


def test_the_socket_is_for_this_user_alone_and_a_stale_one_is_no_obstacle(demo_folder, tmp_path):
    # Longer than a socket's path may be.
    data = copy_of(demo_folder, tmp_path / ("długa-nazwa-" * 8) / "data")
    assert len(str(data / "socket").encode()) > 107
    left = socket.socket(socket.AF_UNIX)
    folder = tmp_path / "s"
    folder.symlink_to(data)
    left.bind(str(folder / "socket"))
    left.close()
    with Server(data) as server:
        assert stat.S_IMODE((data / "socket").stat().st_mode) == 0o600
        added = run("staff", "add", "--name", "Iga Nowa", "--email", "iga@biuro.example", "--data", data)
        assert added.returncode == 0, added.stderr
        assert added.stdout.startswith(f"{server.base}/activation/")
        again = run("staff", "add", "--name", "Iga Nowa", "--email", "iga@biuro.example", "--data", data)
        one_line(again, "this person is in the office")
    assert not (data / "socket").exists()


def test_a_command_beside_another_command_is_refused(stopped):
    import fcntl
    with open(stopped / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        one_line(run("doctor", "--data", stopped), "another skrytka holds the folder")


def test_a_server_that_is_told_to_stop_does_not_wait_for_a_command(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    with Server(data):
        idle = socket.socket(socket.AF_UNIX)
        idle.connect(str(data / "socket"))
    idle.close()


@pytest.mark.parametrize("is_served", [False, True])
def test_the_doctor_finds_a_healthy_office_well(is_served, demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    if is_served:
        with Server(data):
            done = run("doctor", "--data", data, "--deep")
    else:
        done = run("doctor", "--data", data, "--deep")
    assert done.returncode == 0, done.stdout + done.stderr
    for subject in ["SQLite", "Durability", "Database", "References", "Schema", "Journal", "Files", "Orphans", "Clock",
                    "Backup", "Disk", "Rights", "User", "Open files", "PDF", "Address", "Proxy", "Certificate"]:
        assert any(line[13:].startswith(f"{subject}:") for line in done.stdout.splitlines()), (subject, done.stdout)


def test_the_doctor_says_what_is_wrong_with_the_folder_and_the_certificate(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    data.chmod(0o755)
    (data / "skrytka.conf").write_text("SKRYTKA_BASE_URL=https://portal.example\n")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3",
         "-subj", "/CN=other.example", "-addext", "subjectAltName=DNS:other.example", "-keyout", key,
         "-out", certificate], check=True, capture_output=True)
    sick = run("doctor", "--data", data, "--certificate", certificate)
    assert sick.returncode == 1
    for words in ["open to others", "it is not for portal.example", "no proxy is trusted"]:
        assert words in sick.stdout, sick.stdout
    assert sick.stderr.strip().splitlines()[-1].endswith("what to do stands under each")


@pytest.fixture
def own_certificates(tmp_path):
    """Makes two of one name, the older one and its renewal: (key, certificate) each."""
    made = []
    for name in ("older", "renewed"):
        key, certificate = tmp_path / f"{name}.key", tmp_path / f"{name}.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "90",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
            check=True, capture_output=True)
        made.append((key, certificate))
    return made


def test_the_doctor_notices_a_proxy_that_still_shows_the_certificate_before(demo_folder, own_certificates, tmp_path):
    data, port = copy_of(demo_folder, tmp_path / "data"), free_port()
    (data / "skrytka.conf").write_text(
        f"SKRYTKA_BASE_URL=https://localhost:{port}\nSKRYTKA_TRUSTED_PROXY=127.0.0.1\n")
    (data / "skrytka.conf").chmod(0o600)
    (key, older), (_, renewed) = own_certificates
    proxy = subprocess.Popen(
        ["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-key", key, "-cert", older, "-www"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert any("ACCEPT" in line for line in proxy.stdout)
        sick = run("doctor", "--data", data, "--certificate", renewed)
        assert sick.returncode == 1 and "still shows another one" in sick.stdout and "reload" in sick.stdout
        assert run("doctor", "--data", data, "--certificate", older).returncode == 0
    finally:
        proxy.kill()
        proxy.communicate()
    # No server answers there, so only the file is checked, as before.
    assert run("doctor", "--data", data, "--certificate", renewed).returncode == 0


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


@pytest.mark.parametrize("is_served", [False, True])
def test_a_file_is_declared_lost_and_found_again_also_while_the_office_is_served(is_served, demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    lost = any_file(data)
    content = lost.read_bytes()
    lost.unlink()
    server = Server(data).start() if is_served else None
    try:
        one_line(run("backup", tmp_path / "one", "--data", data), "not complete")
        one_line(run("files", "lost", "nothing", "--why", "Dysk", "--data", data), "no file is called nothing")
        one_line(run("files", "lost", lost.name, "--why", " ", "--data", data), "--why")
        done = run("files", "lost", lost.name, "--why", "Dysk padł", "--data", data)
        assert done.returncode == 0, done.stderr
        one_line(run("files", "lost", lost.name, "--why", "Dysk", "--data", data), "declared lost before")
        whole = run("backup", tmp_path / "two", "--data", data)
        assert whole.returncode == 0, whole.stderr
        one_line(run("files", "found", lost.name, "--data", data), "not on the disk")
        lost.write_bytes(content)
        assert run("files", "found", lost.name, "--data", data).returncode == 0
        assert run("doctor", "--data", data, "--deep").returncode == 0
    finally:
        if server:
            server.stop()
