"""Start and stop under a service manager: a failing start reports the reason and ends, a stop does not hang."""

import http.client
import itertools
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.parse

import pytest

from caller import hidden_fields, token_of
from office import PASSWORD
from server import BINARY, ROOT, Server, clean_environment, copy_of, free_port, run

# The promise is 8 seconds; the rest is for a busy machine.
ENDED_WITHIN = 8 + 4


@pytest.fixture
def strace():
    return shutil.which("strace") or pytest.fail("strace is missing: bin/setup --tests")


@pytest.fixture
def data(demo_folder, tmp_path):
    return copy_of(demo_folder, tmp_path / "data")


def start(data, *, port=None, under=(), settings=None):
    """Starts a server without waiting for it."""
    return subprocess.Popen(
        [*map(str, under), str(BINARY), "demo", "--data", str(data), "--port", str(port or free_port())], cwd=ROOT,
        env=clean_environment() | (settings or {}), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)


def failed(process, *words):
    """Checks that it ended by itself with status 1, and that its last line is the reason."""
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1, errors
    last = errors.strip().splitlines()[-1]
    assert last.startswith("skrytka: ") and all(word in last for word in words), errors


# A start that fails.

def test_a_taken_port_ends_a_second_office_with_one_sentence_and_leaves_its_folder_alone(server, demo_folder, tmp_path):
    other = copy_of(demo_folder, tmp_path / "other")
    before = {path: path.stat().st_mtime_ns for path in other.rglob("*")}
    refused = run("demo", "--data", other, "--port", server.port)
    assert refused.returncode == 1
    [line] = refused.stderr.strip().splitlines()
    assert f"port {server.port} of 127.0.0.1 is taken" in line and "--port" in line and refused.stdout == ""
    assert {path: path.stat().st_mtime_ns for path in other.rglob("*")} == before
    with Server(other):
        pass


def test_of_two_offices_that_start_at_once_on_one_port_one_serves_and_the_other_ends(demo_folder, tmp_path):
    """Both servers may find the port free when they check it."""
    port = free_port()
    both = [start(copy_of(demo_folder, tmp_path / name), port=port) for name in ("one", "other")]
    errors = {}
    ended = threading.Event()

    def watch(process):
        errors[process] = process.stderr.read()
        ended.set()

    watchers = [threading.Thread(target=watch, args=[process]) for process in both]
    for watcher in watchers:
        watcher.start()
    try:
        assert ended.wait(60), "both serve"
    finally:
        for process in both:
            process.terminate()
        for watcher in watchers:
            watcher.join(60)
    assert sorted(process.wait(60) for process in both) == [0, 1], errors
    [loser] = [process for process in both if process.returncode == 1]
    assert "is taken by another program" in errors[loser].splitlines()[-1]


@pytest.mark.parametrize("options, words", [
    (["--port", "70000"], "there is no port 70000"), (["--port", "8080", "--host", "nothing.invalid"], "--host"),
    (["--port", "8080", "--host", "203.0.113.7"], "no address of this computer")])
def test_a_place_where_nothing_can_listen_is_named(options, words, tmp_path):
    refused = run("serve", "--data", tmp_path / "data", *options)
    assert refused.returncode == 1 and words in refused.stderr
    assert not (tmp_path / "data").exists()


def test_a_socket_for_commands_that_cannot_be_made_ends_the_server(data):
    (data / "socket" / "something").mkdir(parents=True)
    failed(start(data), "the socket in the data folder cannot be used")


def test_a_part_of_the_server_that_fails_ends_all_of_it(data, strace):
    """The admin socket stops accepting connections."""
    process = start(data, under=[strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=accept",
                                 "-e", "inject=accept:error=EINVAL:when=1+"])
    failed(process, "the desk for commands failed", "ended by itself")


@pytest.mark.parametrize("call", ["openat", "flock", "bind", "listen", "fdatasync", "epoll_create1"])
def test_a_server_that_is_told_to_stop_while_it_starts_ends(call, data, strace):
    """Sends the signal at the first call of this kind, on any thread."""
    process = start(data, under=[strace, "-f", "-qq", "-e", f"trace={call}", "-e", "signal=none",
                                 "-e", f"inject={call}:delay_exit=20000"])
    line = next(line for line in process.stderr if f"{call}(" in line)
    [child] = open(f"/proc/{process.pid}/task/{process.pid}/children").read().split()
    os.kill(int(child), signal.SIGTERM)
    process.communicate(timeout=60)
    # Ended by the signal, which strace reports as its own, or by itself if it had the time.
    assert process.returncode in (0, -signal.SIGTERM), line
    with Server(data):
        pass


# The messages to a service manager.

class Manager:
    """A service manager's socket; a name with @ at the beginning is an abstract one."""

    def __init__(self, name):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + name[1:] if name.startswith("@") else name)
        self.socket.settimeout(60)

    def hears(self, word):
        while True:
            said = self.socket.recv(4096).decode()
            if word in said.splitlines():
                return said


@pytest.mark.parametrize("is_abstract", [False, True])
def test_a_service_manager_hears_of_the_start_the_work_and_the_end(is_abstract, data, tmp_path):
    name = f"@skrytka-{os.getpid()}" if is_abstract else str(tmp_path / "n")
    manager = Manager(name)
    server = Server(data, settings={"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "400000"}).start()
    manager.hears("READY=1")
    for _ in range(3):
        manager.hears("WATCHDOG=1")
    server.stop()
    manager.hears("STOPPING=1")


def test_a_start_that_fails_is_never_called_ready(server, demo_folder, tmp_path):
    manager = Manager(str(tmp_path / "n"))
    other = copy_of(demo_folder, tmp_path / "other")
    process = start(other, port=server.port, settings={"NOTIFY_SOCKET": str(tmp_path / "n")})
    failed(process, "is taken")
    manager.socket.setblocking(False)
    with pytest.raises(BlockingIOError):
        manager.hears("READY=1")


def test_a_server_that_hangs_is_not_called_alive(data, tmp_path):
    """The threads that serve requests are stopped; the one that talks to the manager is not."""
    manager = Manager(str(tmp_path / "n"))
    with Server(data, settings={"NOTIFY_SOCKET": str(tmp_path / "n"), "WATCHDOG_USEC": "400000"}) as server:
        manager.hears("WATCHDOG=1")
        threads = [task for task in os.listdir(f"/proc/{server.process.pid}/task")
                   if open(f"/proc/{server.process.pid}/task/{task}/comm").read().startswith("NIO-")]
        assert threads
        tracer = subprocess.Popen(
            ["strace", "-qq", "-o", "/dev/null", *[part for task in threads for part in ("-p", task)],
             "-e", "trace=epoll_wait,epoll_pwait", "-e", "inject=epoll_wait,epoll_pwait:delay_enter=30000000"])
        try:
            # After the pending messages there is silence for more than four times the interval.
            manager.socket.settimeout(1.6)
            with pytest.raises(TimeoutError):
                for _ in range(20):
                    manager.hears("WATCHDOG=1")
        finally:
            tracer.kill()
            tracer.wait()
        manager.socket.settimeout(60)
        manager.hears("WATCHDOG=1")


# A stop that does not hang.

class Piotr:
    """A client with bare sockets."""

    def __init__(self, server):
        self.server = server
        self.cookies, self.token = {}, None
        self.ask("GET", "/sign-in")
        self.ask("POST", "/sign-in", urllib.parse.urlencode(
            [("email", "piotr@piekarnia.example"), ("password", PASSWORD), ("csrf", self.token)]))
        self.page = self.ask("GET", "/conversations/new")

    def head(self, method, path, *more):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.server.port}", f"Origin: {self.server.base}",
                 "Sec-Fetch-Site: same-origin", f"Cookie: {cookies}", f"X-CSRF-Token: {self.token}", *more]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        connection = http.client.HTTPConnection("localhost", self.server.port, timeout=60)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
                   "Origin": self.server.base, "Content-Type": kind, "X-CSRF-Token": self.token or ""}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        page = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        self.token = token_of(page) or self.token
        self.location = response.headers["Location"]
        connection.close()
        assert response.status < 400, page
        return page

    def send_large_file(self):
        """Uploads a file larger than the system's buffers for a connection. Returns its address."""
        key = re.search(r'"key":"([^"]+)"', self.ask(
            "POST", "/uploads?name=skan.txt", b"Ewidencja\n" * 3_000_000, "application/octet-stream"))[1]
        fields = [("subject", "Plik"), ("body", "Proszę"), ("files", key), ("csrf", self.token),
                  *hidden_fields(self.page, "/conversations")]
        self.ask("POST", "/conversations", urllib.parse.urlencode(fields))
        return re.findall(r'href="(/attachments/[^"?]+[^"]*)"', self.ask("GET", self.location.split("#")[0]))[0]

    def open(self, request):
        connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=60)
        connection.sendall(request)
        return connection


class Dripping:
    """Sends one byte a second until the server closes; `answer` is its response."""

    def __init__(self, connection):
        self.connection = connection
        self.thread = threading.Thread(target=self.run)
        self.answer = b""
        self.has_begun = threading.Event()
        self.thread.start()
        # The second byte follows a second after the first, by when the server has the request.
        assert self.has_begun.wait(30)

    def run(self):
        self.connection.settimeout(1)
        for count in itertools.count(1):
            try:
                self.connection.sendall(b"a")
                if count == 2:
                    self.has_begun.set()
                received = self.connection.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                return
            if not received:
                return
            self.answer += received


def test_an_end_waits_for_no_client_whatever_it_does(data):
    server = Server(data).start()
    piotr = Piotr(server)
    address = piotr.send_large_file()
    readers = [piotr.open(piotr.head("GET", address)) for _ in range(3)]
    for reader in readers:
        assert reader.recv(16).startswith(b"HTTP/1.1 200")
    stream = piotr.open(piotr.head("GET", "/events"))
    while b"event: counts" not in stream.recv(4096):
        pass
    idle = piotr.open(piotr.head("GET", "/healthz"))
    assert b"200" in idle.recv(4096)
    half = piotr.open(piotr.head("GET", "/healthz")[:-2])
    upload = Dripping(piotr.open(piotr.head("POST", "/uploads?name=a.txt", "Content-Type: application/octet-stream",
                                            "Content-Length: 1000000")))
    form = Dripping(piotr.open(piotr.head("POST", "/conversations", "Content-Length: 1000",
                                          "Content-Type: application/x-www-form-urlencoded")))
    command = socket.socket(socket.AF_UNIX)
    command.connect(str(data / "socket"))
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(ENDED_WITHIN) == 0, server.output
    for slow in (upload, form):
        slow.thread.join(30)
        assert b"503 Service Unavailable" in slow.answer and b"Retry-After" in slow.answer.title(), slow.answer
    assert b"0\r\n\r\n" in read_all(stream)
    for connection in (*readers, stream, idle, half, command):
        connection.close()
    assert "failed" not in server.output
    with Server(data):
        pass


def read_all(connection):
    received = b""
    try:
        while chunk := connection.recv(65536):
            received += chunk
    except OSError:
        pass
    return received


def test_an_end_waits_for_no_disk_and_loses_nothing_that_was_answered(data, strace):
    """A write hangs in the disk; the process ends nevertheless, and the next start has everything acknowledged
    before."""
    server = Server(data).start()
    piotr = Piotr(server)
    tracer = subprocess.Popen(
        [strace, "-f", "-p", str(server.process.pid), "-o", "/dev/null", "-e", "trace=fdatasync",
         "-e", "inject=fdatasync:delay_enter=60000000"], stderr=subprocess.PIPE, text=True)
    assert "attached" in tracer.stderr.readline()
    fields = urllib.parse.urlencode([("subject", "Dysk"), ("body", "Czy dotarło?"), ("csrf", piotr.token),
                                     *hidden_fields(piotr.page, "/conversations")]).encode()
    hanging = piotr.open(piotr.head("POST", "/conversations", "Content-Type: application/x-www-form-urlencoded",
                                    f"Content-Length: {len(fields)}") + fields)
    await_sync(server)
    server.process.send_signal(signal.SIGTERM)
    try:
        await_output(server, "what was still being done was broken off")
    finally:
        # The process ends when the tracer has released the hanging thread.
        tracer.kill()
        tracer.communicate()
    assert server.process.wait(30) == 0, server.output
    hanging.close()
    with Server(data) as again:
        Piotr(again)


def await_output(server, words):
    deadline = time.monotonic() + ENDED_WITHIN
    while words not in server.output:
        assert time.monotonic() < deadline, server.output
        os.sched_yield()


def await_sync(server):
    """Waits until a thread of the server is stopped in its tracer."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for task in os.listdir(f"/proc/{server.process.pid}/task"):
            try:
                if " t " in open(f"/proc/{server.process.pid}/task/{task}/stat").read():
                    return
            except FileNotFoundError:
                pass
    raise AssertionError("nothing was written")
