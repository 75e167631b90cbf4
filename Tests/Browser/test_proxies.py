"""The program behind the shipped configurations of nginx and Caddy, over TLS, by the portal's name."""

import asyncio
import base64
import hashlib
import http.client
import re
import resource
import socket
import sqlite3
import ssl
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest

from caller import hidden_fields
from office import PASSWORD
from proxies import NAME, Caddy, Nginx, Visitor
from server import Server, copy_of

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module", params=[Nginx, Caddy], ids=["nginx", "caddy"])
def proxy(request, demo_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("proxy")
    proxy = request.param(folder)
    if not proxy.program.exists():
        pytest.skip(f"{proxy.program} is missing: bin/setup --tests fetches it")
    data = copy_of(demo_folder, folder / "data")
    settings = {"SKRYTKA_BASE_URL": proxy.base, "SKRYTKA_TRUSTED_PROXY": "127.0.0.1"}
    with Server(data, settings=settings) as server:
        proxy.server = server
        proxy.start(server.port)
        yield proxy
        proxy.stop()


@pytest.fixture(scope="module")
def piotr(proxy):
    return sign_in(proxy, "piotr@piekarnia.example")


def sign_in(proxy, email, headers=None):
    visitor = Visitor(proxy)
    assert visitor.ask("GET", "/sign-in")[0] == 200
    status, answer, _ = post(visitor, "/sign-in", [("email", email), ("password", PASSWORD)], headers)
    assert status == 303 and answer["Location"].startswith("/")
    assert visitor.ask("GET", "/")[0] in (200, 303)
    return visitor


def post(visitor, path, fields, headers=None):
    body = urllib.parse.urlencode([*fields, ("csrf", visitor.token)])
    return visitor.ask("POST", path, body, FORM | (headers or {}))


def ask_question(visitor, subject, files=()):
    _, _, page = visitor.ask("GET", "/conversations/new")
    fields = [("subject", subject), ("body", "Treść pytania"), *[("files", key) for key in files]]
    page = page.decode()
    fields += [field for field in hidden_fields(page, "/conversations") if field[0] == "firm"]
    status, answer, content = post(visitor, "/conversations", fields)
    assert status == 303, content
    return answer["Location"]


def test_a_person_signs_in_with_cookies_for_this_host_and_tls_alone(piotr):
    session = [cookie for cookie in piotr.cookie_texts if cookie.startswith("__Host-skrytka=")]
    assert session and all("Secure" in cookie and "HttpOnly" in cookie for cookie in session)
    status, headers, _ = piotr.ask("GET", "/")
    assert status == 200 and "max-age" in headers["Strict-Transport-Security"]
    assert headers["Content-Security-Policy"]


def test_a_file_goes_up_and_comes_down_again_whole(piotr):
    content = b"Ewidencja\n" * 300_000
    headers = {"Content-Type": "application/octet-stream", "X-CSRF-Token": piotr.token}
    status, _, answer = piotr.ask("POST", "/uploads?name=ewidencja.txt", content, headers)
    assert status == 201
    conversation = ask_question(piotr, "Plik przez pośrednika", [re.search(rb'"key":"([^"]+)"', answer)[1].decode()])
    _, _, page = piotr.ask("GET", conversation.split("?")[0].split("#")[0])
    address = re.search(rb'href="(/attachments/[0-9a-z]{13}[^"]*)"', page)[1].decode()
    status, headers, received = piotr.ask("GET", address)
    assert status == 200 and received == content
    assert headers["Content-Disposition"].startswith("attachment")
    assert Visitor(piotr.proxy).ask("GET", address)[0] == 303


def test_the_largest_file_goes_up_and_the_largest_import(proxy, piotr):
    largest = b"a" * (100 * 1024 * 1024)
    headers = {"Content-Type": "application/octet-stream", "X-CSRF-Token": piotr.token}
    assert piotr.ask("POST", "/uploads?name=a.txt", largest, headers)[0] == 201
    anna = sign_in(proxy, "anna@biuro.example")
    assert anna.ask("GET", "/office/imports")[0] == 200
    # It is not a JPK, which the program itself reports.
    headers = {"Content-Type": "application/xml", "X-CSRF-Token": anna.token}
    assert anna.ask("POST", "/office/imports?name=a.xml", largest * 2, headers)[0] == 422


def test_a_page_hears_of_a_change_at_once(proxy):
    noa = sign_in(proxy, "noa@studio.example")
    with proxy.connect() as stream:
        cookies = "; ".join(f"{name}={value}" for name, value in noa.cookies.items())
        stream.sendall(f"GET /events HTTP/1.1\r\nHost: {proxy.host}\r\nCookie: {cookies}\r\n\r\n".encode())
        await_text(stream, b"event: counts")
        ask_question(noa, "Pytanie na żywo")
        await_text(stream, b"event: changed")


def await_text(stream, text):
    received = b""
    while text not in received:
        chunk = stream.recv(65536)
        assert chunk, f"the stream ended without {text}:\n{received.decode(errors='replace')}"
        received += chunk


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


def own_refusal(headers, content, words):
    """Checks a response of the proxy itself: in three languages, with the program's headers, without a version."""
    text = content.decode()
    assert words in text and 'lang="en"' in text and 'lang="he" dir="rtl"' in text and "<script" not in text
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    # Its style is allowed by its digest, and nothing else is.
    style = re.search("<style>(.*)</style>", text)[1].encode()
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert headers["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert not re.search(r"\d", headers["Server"] or "")


def test_what_the_proxy_refuses_itself_is_said_in_plain_words(proxy, piotr):
    status, headers, content = Visitor(proxy).ask("GET", "/metrics")
    assert status == 404
    own_refusal(headers, content, "Tego nie da się otworzyć")
    assert "max-age" in headers["Strict-Transport-Security"]
    status, headers, content = piotr.ask("POST", "/conversations", b"a" * (1024 * 1024 + 1), FORM)
    if status != 413:
        # Caddy notices it while it forwards the body, and the program reports the same.
        assert isinstance(proxy, Caddy) and status in (400, 502)
    else:
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


def test_figures_are_for_the_machine_itself(proxy):
    assert Visitor(proxy).ask("GET", "/metrics")[0] == 404
    assert Visitor(proxy).ask("GET", "/healthz")[0] == 200
    with urllib.request.urlopen(f"http://127.0.0.1:{proxy.server.port}/metrics") as response:
        assert b"skrytka_requests_total{" in response.read()


def test_the_address_of_a_visitor_is_the_proxys_word_and_not_the_visitors(proxy):
    sign_in(proxy, "ewa@przewozy.example", {"X-Forwarded-For": "203.0.113.7"})
    database = sqlite3.connect(f"file:{proxy.server.data}/office.sqlite?mode=ro", uri=True)
    addresses = {row[0] for row in database.execute("SELECT address FROM session")}
    database.close()
    assert "127.0.0.1" in addresses and "203.0.113.7" not in addresses


def test_links_that_are_keys_and_searched_words_are_not_logged(proxy):
    visitor = Visitor(proxy)
    visitor.ask("GET", "/activation/thisisasecretlinkofsomebody")
    visitor.ask("GET", "/sign-in?next=%2Foffice%2Ffirms%3Fq%3Dsecretword")
    visitor.ask("GET", "/healthz")
    log = proxy.log.read_text()
    assert "/healthz" in log and "/activation/-" in log
    assert_no_key_is_logged(proxy)


KEYS = ("thisisasecret", "secretword")


def assert_no_key_is_logged(proxy):
    logs = proxy.logs()
    assert len(logs) >= 2
    for name, text in logs.items():
        assert not [key for key in KEYS if key in text], f"{name}:\n{text}"


def test_no_log_of_the_proxy_has_a_key_also_while_the_program_is_away(proxy):
    """The program stops in the middle of responses; meanwhile links are opened and words are searched."""
    addresses = ["/activation/thisisasecretlink", "/l/thisisasecretlink", "/unsubscribe/thisisasecretlink",
                 "/callbacks/sms/thisisasecretkey", "/search?q=secretword", "/sign-in?next=%2Foffice%3Fq%3Dsecretword",
                 "/thisisasecret\x7f", "/activation/thisisasecretlink?" + "secretword" * 2000]
    noa = sign_in(proxy, "noa@studio.example")
    with proxy.connect() as stream:
        cookies = "; ".join(f"{name}={value}" for name, value in noa.cookies.items())
        stream.sendall(f"GET /events?secretword HTTP/1.1\r\nHost: {proxy.host}\r\nCookie: {cookies}\r\n\r\n".encode())
        await_text(stream, b"event: counts")
        ask_all(proxy, addresses)
        port = proxy.server.port
        proxy.server.kill()
        statuses = ask_all(proxy, addresses)
        assert 502 in statuses, statuses
        status, headers, content = Visitor(proxy).ask("GET", "/activation/thisisasecretlink")
        assert status == 502
        own_refusal(headers, content, "Portal zaraz wróci")
    assert_no_key_is_logged(proxy)
    proxy.server.start(port)
    assert Visitor(proxy).ask("GET", "/healthz")[0] == 200


def ask_all(proxy, addresses):
    """Requests each address by GET and with a body that is too large; over bare sockets, as some are invalid."""
    statuses = set()
    for address in addresses:
        for method, size in (("GET", 0), ("POST", 3 * 1024 * 1024)):
            with proxy.connect() as connection:
                head = (f"{method} {address} HTTP/1.1\r\nHost: {proxy.host}\r\nReferer: {proxy.base}{addresses[0]}\r\n"
                        f"Content-Length: {size}\r\nConnection: close\r\n\r\n")
                try:
                    connection.sendall(head.encode("latin-1") + b"a" * min(size, 65536))
                    statuses.add(int(connection.recv(4096).split(b" ")[1]))
                except (OSError, IndexError):
                    pass
    return statuses


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


STREAMS = 2000
# The number of open files that nginx-main.conf sets.
OPEN_FILES = 16384


class Streams:
    """A program that answers each request with a stream and keeps it open, for any number of them. The real one keeps
    twenty for each person, and the demo does not have a hundred people."""

    def __enter__(self):
        self.open = []
        self.loop = asyncio.new_event_loop()
        # On a separate thread, because the tests' thread may have the browser's event loop.
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        listening = asyncio.start_server(self.answer, "127.0.0.1", 0, backlog=4096)
        server = asyncio.run_coroutine_threadsafe(listening, self.loop).result()
        self.port = server.sockets[0].getsockname()[1]
        return self

    async def answer(self, reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        # Counted before the response, because a client counts those open once it has read it.
        self.open.append(writer)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: counts\n\n")

    def tell(self):
        def write():
            for writer in self.open:
                writer.write(b"event: changed\n\n")
        self.loop.call_soon_threadsafe(write)

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        for writer in self.open:
            writer.transport.abort()


def test_two_thousand_browsers_wait_for_changes_at_once(tmp_path):
    """Opens streams through nginx as shipped, from enough addresses for its limit for each address."""
    if not Nginx.program.exists():
        pytest.skip(f"{Nginx.program} is missing: bin/setup --tests fetches it")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < OPEN_FILES:
        pytest.skip(f"only {hard} files may be open here, and {OPEN_FILES} are needed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, OPEN_FILES), hard))
    streams = []
    proxy = Nginx(tmp_path)
    try:
        with Streams() as program:
            proxy.start(program.port)
            trust = ssl.create_default_context(cafile=str(proxy.chain))
            request = f"GET /events HTTP/1.1\r\nHost: {proxy.host}\r\n\r\n".encode()
            for number in range(STREAMS):
                plain = socket.create_connection(
                    ("127.0.0.1", proxy.https), timeout=60, source_address=(f"127.0.0.{2 + number // 50}", 0))
                stream = trust.wrap_socket(plain, server_hostname=NAME)
                stream.sendall(request)
                streams.append(stream)
            for stream in streams:
                await_text(stream, b"event: counts")
            assert len(program.open) == STREAMS
            program.tell()
            for stream in streams:
                await_text(stream, b"event: changed")
            proxy.stop()
    finally:
        for stream in streams:
            stream.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
