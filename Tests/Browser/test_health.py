"""The information for the administrator: health, figures, and a log of one JSON object on each line."""

import json
import socket
import sqlite3
import time
import urllib.error
import urllib.request

from caller import Caller
from server import Server, copy_of, free_port


class Plain(Server):
    """A server that is ready when it sends any response."""

    def answers(self):
        try:
            urllib.request.urlopen(f"{self.base}/healthz", timeout=2).close()
        except urllib.error.HTTPError:
            return True
        except (urllib.error.URLError, OSError):
            return False
        return True


def status(base, path="/healthz"):
    try:
        with urllib.request.urlopen(base + path, timeout=5) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def lines(server):
    """Returns the log; lines that are not JSON are for the people of the demo."""
    return [json.loads(line) for line in server.output.splitlines() if line.startswith("{")]


def eventually(found, seconds=20):
    deadline = time.monotonic() + seconds
    while not found() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert found()


def overwrite_a_page(data):
    """Damages a page in the middle of the messages' texts, which nothing reads at the start."""
    file = data / "office.sqlite"
    database = sqlite3.connect(file)
    [(text,)] = database.execute("SELECT body FROM content WHERE length(body) > 200 ORDER BY id LIMIT 1 OFFSET 10")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    content = bytearray(file.read_bytes())
    page = content.index(text.encode()[:100]) // 4096 * 4096
    content[page:page + 64] = bytes(64)
    file.write_bytes(content)


def test_a_damaged_database_is_found_after_the_start_and_health_says_so(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    overwrite_a_page(data)
    with Plain(data) as server:
        eventually(lambda: status(server.base)[0] == 503)
        assert "damaged" in status(server.base)[1]
        eventually(lambda: [line for line in lines(server) if line["level"] == "critical"])
        [line] = [line for line in lines(server) if line["level"] == "critical"]
        assert "restore" in line["message"] and line["found"]
        assert "skrytka_database_damaged 1" in status(server.base, "/metrics")[1]
        # The server continues with what can be read.
        assert status(server.base, "/sign-in")[0] == 200


def test_a_whole_database_is_looked_at_and_health_stays(demo_folder, tmp_path):
    with Server(copy_of(demo_folder, tmp_path / "data")) as server:
        eventually(lambda: "skrytka_database_check_age_seconds" in status(server.base, "/metrics")[1])
        assert status(server.base) == (200, "ok\n")


def test_who_closes_the_connection_in_the_middle_makes_no_error(demo_folder, tmp_path):
    with Server(copy_of(demo_folder, tmp_path / "data"), settings={"SKRYTKA_REQUEST_LOG": "on"}) as server:
        piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
        piotr.get("/files")
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in piotr.cookies)
        common = f"Host: localhost:{server.port}\r\nCookie: {cookies}\r\nOrigin: {server.base}\r\n" \
                 f"Sec-Fetch-Site: same-origin\r\nX-CSRF-Token: {piotr.token}\r\n"
        upload = f"POST /uploads?name=tajne-imie.txt HTTP/1.1\r\n{common}Content-Type: application/octet-stream\r\n"
        for head, start in (
            (f"{upload}Content-Length: 1000000\r\n\r\n", b"x" * 5000),
            (f"{upload}Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 100),
            (f"POST /sign-in HTTP/1.1\r\n{common}Content-Type: application/x-www-form-urlencoded\r\n"
             "Content-Length: 1000\r\n\r\n", b"email=piotr"),
            (f"GET /files.zip HTTP/1.1\r\n{common}\r\n", b""),
            (f"GET /events HTTP/1.1\r\n{common}\r\n", b""),
        ):
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                connection.sendall(head.encode() + start)
                if not start:
                    assert connection.recv(100)
                # Half of the connections end by a reset, like those of a killed program.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        eventually(lambda: sum(line.get("route") == "/uploads" for line in lines(server)) == 2)
        eventually(lambda: any(line.get("route") == "/files.zip" for line in lines(server)))
    log = lines(server)
    assert [line for line in log if line["level"] in ("error", "critical")] == []
    assert "tajne-imie" not in server.output and "piekarnia.example" not in json.dumps(log)


def test_the_request_log_has_a_line_for_each_request_and_nothing_of_anybody(demo_folder, tmp_path):
    with Server(copy_of(demo_folder, tmp_path / "data"), settings={"SKRYTKA_REQUEST_LOG": "on"}) as server:
        Caller(server.base).sign_in("piotr@piekarnia.example").get("/search?q=tajemnica")
        assert status(server.base, "/activation/tajny-klucz")[0] in (404, 410)
    log = [line for line in lines(server) if line["message"] == "request"]
    routes = [(line["method"], line["route"], line["status"]) for line in log]
    assert ("POST", "/sign-in", 303) in routes and ("GET", "/search", 200) in routes
    assert any(route == "/activation/{token}" for _, route, _ in routes)
    for line in log:
        assert isinstance(line["ms"], (int, float)) and line["request"] and line["at"].endswith("Z")
        assert isinstance(line.get("bytes", 0), int)
    for word in ("tajemnica", "tajny-klucz", "piekarnia.example"):
        assert word not in json.dumps(log)


class Unheard(Server):
    """Its log goes to a full disk, from which nothing can be read either."""
    output = "not kept"


def test_a_log_that_cannot_be_written_stops_nothing(demo_folder, tmp_path):
    data, port = copy_of(demo_folder, tmp_path / "data"), free_port()
    (tmp_path / f"data.{port}.log").symlink_to("/dev/full")
    server = Unheard(data, settings={"SKRYTKA_REQUEST_LOG": "on"}).start(port)
    piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
    for _ in range(3):
        assert piotr.get("/conversations") and status(server.base) == (200, "ok\n")
    assert server.process.poll() is None
    server.stop()
