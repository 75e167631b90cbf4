"""The program under test: one process on one data folder, started, awaited and stopped by its own pid."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
BINARY = ROOT / os.environ.get("SKRYTKA_BINARY", ".build/debug/skrytka")
READY_WITHIN = 60
STOPPED_WITHIN = 15
OFFICE_ZONE = ZoneInfo("Europe/Warsaw")
FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")
# The office's local time at which the tests begin, such as "2028-02-29 23:55"; the present by default.
DAY = os.environ.get("SKRYTKA_TEST_DAY")
AHEAD = round(datetime.fromisoformat(DAY).replace(tzinfo=OFFICE_ZONE).timestamp() - time.time()) if DAY else 0


def office_time():
    """Returns the time of the program under test."""
    return datetime.fromtimestamp(time.time() + AHEAD, OFFICE_ZONE)


def clock(seconds):
    """Returns the environment of a process whose clock is ahead by seconds, or as written in a file."""
    given = {"FAKETIME_TIMESTAMP_FILE": str(seconds), "FAKETIME_NO_CACHE": "1"} if isinstance(seconds, Path) \
        else {"FAKETIME": f"{seconds:+}"}
    # Swift finds its arguments next to the environment, which must not move: libfaketime must not add to it.
    shared = uuid.uuid4().hex
    return given | {
        "LD_PRELOAD": str(FAKETIME), "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_SHARED": f"/faketime_sem_{shared} /faketime_shm_{shared}",
    }


def clean_environment():
    """Returns the environment without the product's settings, so that a developer's own do not affect the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SKRYTKA_")}
    return kept | clock(AHEAD) if AHEAD else kept


def run(*arguments, timeout=60):
    """Runs a command of the program to its end."""
    return subprocess.run(
        [BINARY, *map(str, arguments)], cwd=ROOT, env=clean_environment(),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout,
    )


def one_line(done, *parts):
    """Checks that a failure is one sentence that names the path, with status 1."""
    assert done.returncode == 1, done.stdout + done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("skrytka: ") and "error:" not in done.stderr, done.stderr
    for part in parts:
        assert str(part) in done.stderr, done.stderr


def start(data, *, port=None, under=(), settings=None):
    """Starts a server without waiting for it."""
    return subprocess.Popen(
        [*map(str, under), str(BINARY), "demo", "--data", str(data), "--port", str(port or free_port())], cwd=ROOT,
        env=clean_environment() | (settings or {}), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)


def failed(process, *words):
    """Checks that a server ended by itself with status 1, and that its last line is the reason."""
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1, errors
    last = errors.strip().splitlines()[-1]
    assert last.startswith("skrytka: ") and all(word in last for word in words), errors


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(look, within=40):
    deadline = time.monotonic() + within
    while not look():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.2)


class Server:
    def __init__(self, data, command="demo", under=(), settings=None, options=()):
        """`under` is a command that runs the program, such as strace with its options; `settings` are SKRYTKA_…"""
        self.options = options
        self.settings = settings or {}
        self.data = Path(data)
        self.command = command
        self.under = under
        self.process = None

    @property
    def base(self):
        return f"http://localhost:{self.port}"

    @property
    def output(self):
        return self.log.read_text(errors="replace")

    def start(self, port=None):
        self.port = port or free_port()
        self.log = self.data.parent / f"{self.data.name}.{self.port}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*self.under, BINARY, self.command, "--data", self.data, "--port", str(self.port), *self.options],
                cwd=ROOT, env=clean_environment() | self.settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        self.await_ready()
        return self

    def await_ready(self):
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline:
            if self.answers():
                return
            try:
                self.process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"skrytka {self.command} ended at once with {self.process.returncode}:\n{self.output}")
        self.kill()
        raise AssertionError(f"skrytka {self.command} was not ready in {READY_WITHIN} s:\n{self.output}")

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.base}/healthz", timeout=2) as response:
                return response.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        """Ends the server like a service manager; its exit status must be a success."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"skrytka did not stop in {STOPPED_WITHIN} s after SIGTERM:\n{self.output}") from None
        assert status == 0, f"skrytka ended with {status}:\n{self.output}"

    def kill(self):
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, failure, *_):
        if failure:
            self.kill()
        else:
            self.stop()


def copy_of(seed, folder):
    """Copies a stopped server's data folder, without a socket that may be left in it."""
    def sockets(parent, names):
        return [name for name in names if (Path(parent) / name).is_socket()]
    return Path(shutil.copytree(seed, folder, ignore=sockets))
