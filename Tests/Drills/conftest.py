"""Drills share the office, its server and its browserless people with the tests in Tests/Browser."""

import pytest

from server import BINARY, Server


def pytest_sessionstart(session):
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing: build first (bin/drill does)", returncode=1)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """The demo office on its first day, made once; no drill writes to it."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    with Server(folder):
        pass
    return folder
