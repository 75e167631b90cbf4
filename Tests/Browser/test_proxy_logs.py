"""No log of nginx or Caddy has a link that is a key, or a searched word."""

from proxies import assert_no_key_is_logged, own_refusal
from visitor import Visitor, await_text, sign_in


def test_links_that_are_keys_and_searched_words_are_not_logged(proxy):
    visitor = Visitor(proxy)
    visitor.ask("GET", "/activation/thisisasecretlinkofsomebody")
    visitor.ask("GET", "/sign-in?next=%2Foffice%2Ffirms%3Fq%3Dsecretword")
    visitor.ask("GET", "/healthz")
    log = proxy.log.read_text()
    assert "/healthz" in log and "/activation/-" in log
    assert_no_key_is_logged(proxy)


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
