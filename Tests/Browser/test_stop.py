"""A stop does not hang, whatever clients and the disk do, and loses nothing that was answered."""

import http.client
import itertools
import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse

from caller import hidden_fields, token_of
from office import PASSWORD
from server import Server

# The promise is 8 seconds; the rest is for a busy machine.
ENDED_WITHIN = 8 + 4


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
