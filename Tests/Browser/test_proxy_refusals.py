"""What the shipped configurations of nginx and Caddy refuse: other names, old TLS, large bodies, invalid requests."""

import http.client
import re
import socket
import ssl
import subprocess
import urllib.error
import urllib.request

import pytest

from proxies import NAME, Caddy, assert_no_key_is_logged, own_refusal
from visitor import FORM, Visitor, sign_in


@pytest.fixture(scope="module")
def piotr(proxy):
    return sign_in(proxy, "piotr@piekarnia.example")


@pytest.mark.parametrize("path, size", [("/conversations", 2 * 1024 * 1024), ("/uploads?name=a.txt", 102 * 1024 * 1024)])
def test_too_large_a_body_is_refused(piotr, path, size):
    with piotr.proxy.connect() as connection:
        cookies = "; ".join(f"{name}={value}" for name, value in piotr.cookies.items())
        head = (f"POST {path} HTTP/1.1\r\nHost: {piotr.proxy.host}\r\nCookie: {cookies}\r\nOrigin: {piotr.proxy.base}\r\n"
                f"X-CSRF-Token: {piotr.token}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {size}\r\n\r\n")
        connection.sendall(head.encode())
        block = b"a" * 65536
        try:
            for _ in range(size // len(block)):
                connection.sendall(block)
        except OSError:
            pass
        try:
            answer = connection.recv(4096)
        except OSError:
            answer = b""
        assert answer == b"" or answer.split(b" ")[1] in (b"413", b"400", b"502"), answer


def test_another_host_gets_no_certificate_and_under_our_name_a_refusal(proxy):
    with pytest.raises((ssl.SSLError, ConnectionError)):
        proxy.connect("evil.example")
    for path in ("/", "/sign-in", "/activation/thisisasecretlinkofsomebody"):
        status, headers, content = Visitor(proxy).ask("GET", path, host="evil.example")
        assert status == 421
        own_refusal(headers, content, "Tego nie da się otworzyć")


def test_what_the_proxy_refuses_itself_is_said_in_plain_words(proxy, piotr):
    status, headers, content = Visitor(proxy).ask("GET", "/metrics")
    assert status == 404
    own_refusal(headers, content, "Tego nie da się otworzyć")
    assert "max-age" in headers["Strict-Transport-Security"]
    status, headers, content = piotr.ask("POST", "/conversations", b"a" * (1024 * 1024 + 1), FORM)
    if isinstance(proxy, Caddy):
        # Caddy notices it while it forwards the body; now and then the program has refused it before.
        assert status in (400, 413, 502)
    else:
        assert status == 413
        own_refusal(headers, content, "To jest za duże")


@pytest.mark.parametrize("version, name", [("-tls1_3", "TLSv1.3"), ("-tls1_2", "TLSv1.2")])
def test_both_good_versions_of_tls_are_offered(proxy, version, name):
    assert f"Protocol  : {name}" in handshake(proxy, version) or f"New, {name}" in handshake(proxy, version)


@pytest.mark.parametrize("version", ["-tls1_1", "-tls1"])
def test_old_versions_of_tls_are_not(proxy, version):
    assert "New, (NONE)" in handshake(proxy, version, "-cipher", "ALL:@SECLEVEL=0")


def handshake(proxy, *options):
    return subprocess.run(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{proxy.https}", "-servername", NAME, *options],
        input="", capture_output=True, text=True, timeout=30).stdout


@pytest.mark.parametrize("request_bytes", [
    b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
    b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    b"POST /sign-in HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    b"GET /sign-in HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n",
    b"GET /sign-in HTTP/1.1\r\nHost : HOST\r\n\r\n",
    b"GET /sign-in HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n\r\n",
])
def test_a_request_that_can_be_read_in_two_ways_gets_one_answer(proxy, request_bytes):
    with proxy.connect() as connection:
        connection.settimeout(10)
        connection.sendall(request_bytes.replace(b"HOST", proxy.host.encode()))
        received = b""
        try:
            while chunk := connection.recv(65536):
                received += chunk
                if b"</html>" in received:
                    break
        except (TimeoutError, socket.timeout, ssl.SSLError, ConnectionError):
            pass
        assert len(re.findall(rb"HTTP/1\.[01] \d\d\d", received)) <= 1
        assert b"evil.example" not in received
        if received:
            assert int(received.split(b" ", 2)[1]) in (200, 303, 400, 403, 404, 411, 421, 501, 502), received[:200]


def test_plain_http_refuses_a_form_and_sends_nothing_on(proxy):
    for method in ("POST", "PUT", "DELETE"):
        connection = http.client.HTTPConnection("127.0.0.1", proxy.http, timeout=30)
        connection.request(method, "/sign-in?next=secretword", b"password=x", {"Host": NAME} | FORM)
        response = connection.getresponse()
        content = response.read()
        assert response.status == 405 and response.headers["Location"] is None
        own_refusal(response.headers, content, "Tego nie da się otworzyć")
        assert response.headers["Strict-Transport-Security"] is None
        connection.close()
    assert_no_key_is_logged(proxy)


def test_plain_http_leads_to_tls_by_the_portals_own_name(proxy):
    request = urllib.request.Request(f"http://127.0.0.1:{proxy.http}/sign-in", headers={"Host": "evil.example"})

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    with pytest.raises(urllib.error.HTTPError) as redirect:
        urllib.request.build_opener(Stay, urllib.request.ProxyHandler({})).open(request)
    assert redirect.value.code == 301
    assert redirect.value.headers["Location"] == f"https://{NAME}/sign-in"
