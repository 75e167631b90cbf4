"""Requests written byte by byte, unlike any browser's (security section 0, facts 5 and 6)."""

import contextlib
import socket
import urllib.parse

import pytest

from server import Server, copy_of

HEADERS = (b"content-security-policy:", b"x-content-type-options: nosniff", b"referrer-policy: no-referrer")


@pytest.fixture(scope="module")
def slow_server(demo_folder, tmp_path_factory):
    """A server with short timeouts and few connections."""
    settings = {"SKRYTKA_IDLE_SECONDS": "2", "SKRYTKA_MAXIMUM_CONNECTIONS": "16"}
    with Server(copy_of(demo_folder, tmp_path_factory.mktemp("slow") / "data"), settings=settings) as server:
        yield server


def answer(server, request, timeout=15):
    """Returns the response until the server closes the connection, or the expected part has arrived."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=timeout) as connection:
        connection.sendall(request)
        received = b""
        with contextlib.suppress(TimeoutError):
            while chunk := connection.recv(65536):
                received += chunk
        return received


def status(response):
    return int(response.split(b" ", 2)[1])


def host(server):
    return f"localhost:{server.port}".encode()


def get(server, head):
    return answer(server, head.replace(b"HOST", host(server)) + b"Connection: close\r\n\r\n")


@pytest.mark.parametrize("head, expected", [
    (b"GET /sign-in HTTP/1.1\r\nHost: HOST\r\n", 200),
    (b"GET /sign-in HTTP/1.1\r\n", 421),
    (b"GET /sign-in HTTP/1.1\r\nHost: evil.example\r\n", 421),
    (b"GET /sign-in HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n", 421),
    (b"GET http://HOST/sign-in HTTP/1.1\r\nHost: HOST\r\n", 421),
    (b"GET http://evil.example/sign-in HTTP/1.1\r\nHost: HOST\r\n", 421),
    (b"OPTIONS * HTTP/1.1\r\nHost: HOST\r\n", 421),
    (b"GET //sign-in HTTP/1.1\r\nHost: HOST\r\n", 404),
    (b"GET /sign-in/ HTTP/1.1\r\nHost: HOST\r\n", 404),
    (b"TRACE /sign-in HTTP/1.1\r\nHost: HOST\r\n", 405),
    (b"GET /.git/HEAD HTTP/1.1\r\nHost: HOST\r\n", 404),
    (b"GET /assets/../../Package.swift HTTP/1.1\r\nHost: HOST\r\n", 404),
])
def test_only_plain_requests_for_our_host_are_answered(server, head, expected):
    response = get(server, head)
    assert status(response) == expected
    for header in HEADERS:
        assert header in response.lower()


@pytest.mark.parametrize("request_bytes", [
    b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    b"GET /sign-in HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b\r\n\r\n",
    b"GET /sign-in HTTP/1.1\r\nHost : HOST\r\n\r\n",
    b"no request at all\r\n\r\n",
])
def test_what_is_no_http_gets_one_refusal_with_our_headers(server, request_bytes):
    response = answer(server, request_bytes.replace(b"HOST", host(server)))
    assert response.count(b"HTTP/1.1 ") == 1
    assert status(response) == 400
    for header in HEADERS:
        assert header in response.lower()


@pytest.mark.parametrize("name, expected", [
    (b"User-Agent", 200), (b"Accept-Language", 200), (b"Accept", 200), (b"Cookie", 200), (b"Connection", 200), (b"X-Other", 200),
    (b"Host", 421),
])
def test_a_header_of_marks_is_answered_as_if_it_were_not_there(server, name, expected):
    """One letter and 12 kB of combining marks; the framework itself refuses more."""
    marks = "a" + "\u0345\u0301\u0316\u0327" * 1_500
    own = b"" if name == b"Host" else b"Host: HOST\r\n"
    response = answer(server, (b"GET /sign-in HTTP/1.1\r\n" + own).replace(b"HOST", host(server)) + name + b": " + marks.encode()
                      + b"\r\nX-End: 1\r\n\r\n", timeout=2)
    assert status(response) == expected


def test_an_address_of_marks_is_no_site_of_ours(server):
    marks = "\u0345\u0301\u0316\u0327" * 5_000
    for path in (marks.encode(), urllib.parse.quote(marks[:8_000]).encode()):
        response = answer(server, b"GET /attachments/a" + path + b" HTTP/1.1\r\nHost: " + host(server)
                          + b"\r\nConnection: close\r\n\r\n", timeout=5)
        assert status(response) in (400, 421, 431)


@pytest.mark.parametrize("broken", [
    b"zz\r\ncsrf=\r\n0\r\n\r\n",
    b"-5\r\ncsrf=\r\n0\r\n\r\n",
    b"5\r\ncsrf=0\r\n\r\n",
    b"5\r\ncsrf=garbage\r\n0\r\n\r\n",
    b"5\ncsrf=\n0\n\n",
    b"FFFFFFFFFFFFFFFFF\r\ncsrf=",
    b"5\r\ncsrf=\r\n0\r\nno header\r\n\r\n",
])
@pytest.mark.parametrize("path, kind", [
    (b"/sign-in", b"application/x-www-form-urlencoded"), (b"/uploads?name=a.txt", b"application/octet-stream"),
])
def test_a_body_in_broken_chunks_is_refused_and_no_failure_of_ours(server, path, kind, broken):
    head = (b"POST " + path + b" HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nContent-Type: " + kind
            + b"\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n").replace(b"HOST", host(server))
    response = answer(server, head + broken)
    # After a broken body nothing may follow; a request refused for its token gets that response.
    assert response.count(b"HTTP/1.1 ") == 1
    assert status(response) in ((400,) if path == b"/sign-in" else (400, 401, 403))
    for header in HEADERS:
        assert header in response.lower()


def test_a_body_that_breaks_off_is_nobodys_failure(server):
    form = (b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nContent-Type: application/x-www-form-urlencoded"
            b"\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ncs").replace(b"HOST", host(server))
    before = server.output
    with socket.create_connection(("127.0.0.1", server.port), timeout=15) as connection:
        connection.sendall(form)
        connection.shutdown(socket.SHUT_WR)
        received = connection.recv(65536)
    assert received == b"" or status(received) == 400
    assert get(server, b"GET /sign-in HTTP/1.1\r\nHost: HOST\r\n").startswith(b"HTTP/1.1 200")
    assert "a request failed" not in server.output.removeprefix(before)


def test_slow_headers_and_slow_bodies_are_given_up(slow_server):
    """With timeouts of two seconds: the half request is closed, the half form is answered or closed."""
    assert answer(slow_server, b"GET /sign-in HTTP/1.1\r\nHost: ") == b""
    form = (b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ncsrf=")
    response = answer(slow_server, form.replace(b"HOST", host(slow_server)))
    assert response == b"" or status(response) in (400, 408)


def test_a_connection_too_many_waits_until_one_is_free(slow_server):
    """Sixteen connections are accepted; the seventeenth is answered as soon as one of them ends."""
    request = b"GET /healthz HTTP/1.1\r\nHost: " + host(slow_server) + b"\r\nConnection: close\r\n\r\n"
    held = [socket.create_connection(("127.0.0.1", slow_server.port)) for _ in range(16)]
    try:
        late = socket.create_connection(("127.0.0.1", slow_server.port), timeout=15)
        late.sendall(request)
        held.pop().close()
        assert status(late.recv(65536)) == 200
        late.close()
    finally:
        for connection in held:
            connection.close()
