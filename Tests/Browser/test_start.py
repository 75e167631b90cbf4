"""A start that fails reports the reason and ends; a server that is told to stop while it starts ends too."""

import os
import signal
import threading

import pytest

from server import Server, copy_of, failed, free_port, run, start


def test_a_taken_port_ends_a_second_office_with_one_sentence_and_leaves_its_folder_alone(server, demo_folder, tmp_path):
    other = copy_of(demo_folder, tmp_path / "other")
    before = {path: path.stat().st_mtime_ns for path in other.rglob("*")}
    refused = run("demo", "--data", other, "--port", server.port)
    assert refused.returncode == 1
    [line] = refused.stderr.strip().splitlines()
    assert f"port {server.port} of 127.0.0.1 is taken" in line and "--port" in line and refused.stdout == ""
    assert {path: path.stat().st_mtime_ns for path in other.rglob("*")} == before
    with Server(other):
        pass


def test_of_two_offices_that_start_at_once_on_one_port_one_serves_and_the_other_ends(demo_folder, tmp_path):
    """Both servers may find the port free when they check it."""
    port = free_port()
    both = [start(copy_of(demo_folder, tmp_path / name), port=port) for name in ("one", "other")]
    errors = {}
    ended = threading.Event()

    def watch(process):
        errors[process] = process.stderr.read()
        ended.set()

    watchers = [threading.Thread(target=watch, args=[process]) for process in both]
    for watcher in watchers:
        watcher.start()
    try:
        assert ended.wait(60), "both serve"
    finally:
        for process in both:
            process.terminate()
        for watcher in watchers:
            watcher.join(60)
    assert sorted(process.wait(60) for process in both) == [0, 1], errors
    [loser] = [process for process in both if process.returncode == 1]
    assert "is taken by another program" in errors[loser].splitlines()[-1]


@pytest.mark.parametrize("options, words", [
    (["--port", "70000"], "there is no port 70000"), (["--port", "8080", "--host", "nothing.invalid"], "--host"),
    (["--port", "8080", "--host", "203.0.113.7"], "no address of this computer")])
def test_a_place_where_nothing_can_listen_is_named(options, words, tmp_path):
    refused = run("serve", "--data", tmp_path / "data", *options)
    assert refused.returncode == 1 and words in refused.stderr
    assert not (tmp_path / "data").exists()


def test_a_socket_for_commands_that_cannot_be_made_ends_the_server(data):
    (data / "socket" / "something").mkdir(parents=True)
    failed(start(data), "the socket in the data folder cannot be used")


def test_a_part_of_the_server_that_fails_ends_all_of_it(data, strace):
    """The admin socket stops accepting connections."""
    process = start(data, under=[strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=accept",
                                 "-e", "inject=accept:error=EINVAL:when=1+"])
    failed(process, "the desk for commands failed", "ended by itself")


@pytest.mark.parametrize("call", ["openat", "flock", "bind", "listen", "fdatasync", "epoll_create1"])
def test_a_server_that_is_told_to_stop_while_it_starts_ends(call, data, strace):
    """Sends the signal at the first call of this kind, on any thread."""
    process = start(data, under=[strace, "-f", "-qq", "-e", f"trace={call}", "-e", "signal=none",
                                 "-e", f"inject={call}:delay_exit=20000"])
    line = next(line for line in process.stderr if f"{call}(" in line)
    [child] = open(f"/proc/{process.pid}/task/{process.pid}/children").read().split()
    os.kill(int(child), signal.SIGTERM)
    process.communicate(timeout=60)
    # Ended by the signal, which strace reports as its own, or by itself if it had the time.
    assert process.returncode in (0, -signal.SIGTERM), line
    with Server(data):
        pass
