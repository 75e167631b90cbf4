"""A disk that does not keep what was written ends the server, before anybody is answered."""

import subprocess
from http.client import HTTPException

import pytest

from caller import Caller, ask, hidden_fields
from server import Server, copy_of


def test_a_failed_fsync_ends_the_process_and_nothing_was_answered(demo_folder, strace, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    server = Server(data).start()
    piotr = Caller(server.base).sign_in("piotr@piekarnia.example")
    form = hidden_fields(piotr.get("/conversations/new"), "/conversations")
    tracer = subprocess.Popen(
        [strace, "-f", "-p", str(server.process.pid), "-o", "/dev/null",
         "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=1+"], stderr=subprocess.PIPE, text=True)
    assert "attached" in tracer.stderr.readline()
    with pytest.raises((OSError, HTTPException)):
        piotr.post("/conversations", [*form, ("subject", "Dysk"), ("body", "Czy dotarło?")])
    assert server.process.wait(10) == 1
    tracer.communicate(timeout=10)
    assert "the disk did not keep what was written" in server.output.splitlines()[-1]
    # The restarted server works with what the disk really has.
    with Server(data) as again:
        ask(Caller(again.base).sign_in("piotr@piekarnia.example"), "Po awarii")
