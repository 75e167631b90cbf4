"""The program behind the shipped configurations of nginx and Caddy, over TLS, by the portal's name."""

import re
import sqlite3
import urllib.request

import pytest

from visitor import Visitor, ask_question, await_text, sign_in


@pytest.fixture(scope="module")
def piotr(proxy):
    return sign_in(proxy, "piotr@piekarnia.example")


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
