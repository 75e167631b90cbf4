"""A running response stops when the right to it ends (security 3.2: within five seconds)."""

import json
import re
import socket
import urllib.request

from caller import Caller

SIZE = 40 * 1024 * 1024


def test_a_download_in_progress_ends_with_the_session(server):
    piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
    expect_cut(server, piotr, lambda: piotr.post("/sign-out", []))


def test_a_download_in_progress_ends_when_its_person_is_disabled(server):
    anna = Caller(server.base).sign_in("anna@biuro.example")
    firm = re.search(r'href="/office/firms/([0-9a-z]{13})"', anna.get("/office/firms?q=piekarnia.example"))[1]
    people = anna.get(f"/office/firms/{firm}/people")
    person = re.search(rf'href="/office/firms/{firm}/people/([0-9a-z]{{13}})"><bdi>Piotr', people)[1]
    anna.get(f"/office/firms/{firm}/people/{person}")
    piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
    expect_cut(server, piotr, lambda: anna.post(f"/office/people/{person}/disabling", [("firm", firm)]))


def expect_cut(server, piotr, revoke):
    """Piotr downloads a large file slowly; revoking the right cuts it off."""
    piotr.get("/conversations/new")
    firm = re.search(r'name="firm" value="([0-9a-z]{13})"', piotr.get("/conversations/new"))[1]
    key = upload(piotr, "wielki.txt", b"a" * SIZE)
    letter = [("firm", firm), ("subject", "Wielki plik"), ("body", "W załączniku."), ("files", key)]
    page = piotr.post("/conversations", letter)
    path = re.search(r'href="(/attachments/[^"]+)"', page)[1].replace("&amp;", "&")

    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
        request = f"GET {path} HTTP/1.1\r\nHost: localhost:{server.port}\r\nCookie: {cookie(piotr)}\r\n\r\n"
        connection.sendall(request.encode())
        received = len(connection.recv(64 * 1024))
        revoke()
        # Reads on slowly, like a phone on a train, for longer than the server may take to notice.
        while chunk := read_some(connection):
            received += len(chunk)
            assert received < SIZE, "the whole file came, though the right to it had ended"
    assert received < SIZE


def read_some(connection):
    """Reads at most 6 MB a second: the file alone would take seven seconds."""
    select_for = 0.01
    connection.settimeout(20)
    try:
        chunk = connection.recv(64 * 1024)
    except ConnectionResetError:
        return b""
    wait(select_for)
    return chunk


def wait(seconds):
    """Pauses a slow reader, not the test: nothing is expected after it."""
    with socket.socket() as nobody:
        nobody.settimeout(seconds)
        nobody.bind(("127.0.0.1", 0))
        nobody.listen()
        try:
            nobody.accept()
        except TimeoutError:
            pass


def upload(person, name, content):
    headers = {"Origin": person.base, "Sec-Fetch-Site": "same-origin", "X-CSRF-Token": person.token,
               "Content-Type": "application/octet-stream"}
    request = urllib.request.Request(f"{person.base}/uploads?name={name}", content, headers)
    with person.opener.open(request, timeout=60) as response:
        return json.load(response)["key"]


def cookie(person):
    jar = next(handler for handler in person.opener.handlers if hasattr(handler, "cookiejar")).cookiejar
    return "; ".join(f"{each.name}={each.value}" for each in jar)
