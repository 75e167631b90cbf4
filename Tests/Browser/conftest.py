"""Fixtures: the browser, one demo office for each file and its people with their browsers, a data folder without a
server, a backup, a proxy."""

import contextlib
import itertools
import os
import shutil
import sqlite3

import pytest
from playwright.sync_api import expect, sync_playwright

# Their checks then say what they found, as those of the tests do.
pytest.register_assert_rewrite("caller", "proxies", "server", "visitor")

from office import Office
from proxies import Caddy, Nginx
from server import BINARY, Server, copy_of, run

expect.set_options(timeout=10_000)


def pytest_sessionstart(session):
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing: build first (bin/test does)", returncode=1)


def pytest_terminal_summary(terminalreporter):
    passed = terminalreporter.getreports("passed")
    looked = sum(number for report in passed for name, number in report.user_properties if name == "looked at by axe")
    if looked:
        terminalreporter.write_line(f"axe found nothing in {looked} views of pages")


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium") or pytest.exit("Chromium is missing: bin/setup --tests", returncode=1)
    # Chromium's own sandbox needs a user other than root, and often fails inside a container.
    sandboxed = os.geteuid() != 0 and not os.environ.get("CI")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[] if sandboxed else ["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """The demo office on its first day, made once; no test writes to it."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    with Server(folder):
        pass
    # Most tests are not about undoing a send: it goes at once.
    with contextlib.closing(sqlite3.connect(folder / "office.sqlite", isolation_level=None)) as office:
        office.execute("UPDATE office SET undoSeconds = 0")
    return folder


@pytest.fixture
def data(demo_folder, tmp_path):
    """The demo office's data folder, for one test."""
    return copy_of(demo_folder, tmp_path / "data")


@pytest.fixture(scope="module")
def stopped(demo_folder, tmp_path_factory):
    """A data folder without a running server."""
    return copy_of(demo_folder, tmp_path_factory.mktemp("stopped") / "data")


@pytest.fixture(scope="module")
def sound(stopped, tmp_path_factory):
    """A good backup of the stopped folder; no test writes to it."""
    target = tmp_path_factory.mktemp("backups")
    done = run("backup", target, "--data", stopped)
    assert done.returncode == 0, done.stderr
    [backup] = target.iterdir()
    return backup


@pytest.fixture(scope="module")
def server(demo_folder, tmp_path_factory):
    """A separate demo office for each file of tests."""
    with Server(copy_of(demo_folder, tmp_path_factory.mktemp("office") / "data")) as server:
        yield server


@pytest.fixture(scope="module")
def waiting(server):
    """The browsers of signed-in people between tests, by person."""
    waiting = {}
    yield waiting
    for person in itertools.chain(*waiting.values()):
        person.context.close()


@pytest.fixture
def office(request, browser, server, waiting):
    office = Office(browser, server.base, waiting)
    failed_before = request.session.testsfailed
    yield office
    office.close(keep=request.session.testsfailed == failed_before)


@pytest.fixture
def strace():
    return shutil.which("strace") or pytest.fail("strace is missing: bin/setup --tests")


@pytest.fixture(scope="module", params=[Nginx, Caddy], ids=["nginx", "caddy"])
def proxy(request, demo_folder, tmp_path_factory):
    """The program behind each proxy, on a demo office for each file."""
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
