"""The messages to a service manager: of the start, the work and the end."""

import os
import socket
import subprocess

import pytest

from server import Server, copy_of, failed, start


class Manager:
    """A service manager's socket; a name with @ at the beginning is an abstract one."""

    def __init__(self, name):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + name[1:] if name.startswith("@") else name)
        self.socket.settimeout(60)

    def hears(self, word):
        while True:
            said = self.socket.recv(4096).decode()
            if word in said.splitlines():
                return said


@pytest.mark.parametrize("is_abstract", [False, True])
def test_a_service_manager_hears_of_the_start_the_work_and_the_end(is_abstract, data, tmp_path):
    name = f"@skrytka-{os.getpid()}" if is_abstract else str(tmp_path / "n")
    manager = Manager(name)
    server = Server(data, settings={"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "400000"}).start()
    manager.hears("READY=1")
    for _ in range(3):
        manager.hears("WATCHDOG=1")
    server.stop()
    manager.hears("STOPPING=1")


def test_a_start_that_fails_is_never_called_ready(server, demo_folder, tmp_path):
    manager = Manager(str(tmp_path / "n"))
    other = copy_of(demo_folder, tmp_path / "other")
    process = start(other, port=server.port, settings={"NOTIFY_SOCKET": str(tmp_path / "n")})
    failed(process, "is taken")
    manager.socket.setblocking(False)
    with pytest.raises(BlockingIOError):
        manager.hears("READY=1")


def test_a_server_that_hangs_is_not_called_alive(data, tmp_path):
    """The threads that serve requests are stopped; the one that talks to the manager is not."""
    manager = Manager(str(tmp_path / "n"))
    with Server(data, settings={"NOTIFY_SOCKET": str(tmp_path / "n"), "WATCHDOG_USEC": "400000"}) as server:
        manager.hears("WATCHDOG=1")
        threads = [task for task in os.listdir(f"/proc/{server.process.pid}/task")
                   if open(f"/proc/{server.process.pid}/task/{task}/comm").read().startswith("NIO-")]
        assert threads
        tracer = subprocess.Popen(
            ["strace", "-qq", "-o", "/dev/null", *[part for task in threads for part in ("-p", task)],
             "-e", "trace=epoll_wait,epoll_pwait", "-e", "inject=epoll_wait,epoll_pwait:delay_enter=30000000"])
        try:
            # After the pending messages there is silence for more than four times the interval.
            manager.socket.settimeout(1.6)
            with pytest.raises(TimeoutError):
                for _ in range(20):
                    manager.hears("WATCHDOG=1")
        finally:
            tracer.kill()
            tracer.wait()
        manager.socket.settimeout(60)
        manager.hears("WATCHDOG=1")
