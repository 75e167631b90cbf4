"""A simulated machine with a real systemd, for the time of a drill."""

import contextlib
import os
import subprocess
import time
from pathlib import Path


class NoMachine(Exception):
    """The reason why no machine can be made here."""


def forget_services():
    """Removes what the services of an earlier machine left in the kernel: which addresses a unit forbids is kept with its
    control group, and would hold for the next machine too. A group with a process stays."""
    for left in sorted(Path("/sys/fs/cgroup").glob("*/system.slice/**/*skrytka*"), reverse=True):
        with contextlib.suppress(OSError):
            left.rmdir()


class Machine:
    """Separate namespaces for mounts, processes and the network, over a temporary copy of this system."""

    def __init__(self, room):
        self.room = room
        self.said = room.parent / "machine.log"

    def __enter__(self):
        if os.geteuid() != 0 or not Path("/lib/systemd/systemd").exists():
            raise NoMachine("a machine with systemd of its own needs root, and the package systemd")
        forget_services()
        self.room.mkdir()
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                ["unshare", "--mount", "--pid", "--net", "--fork", "--kill-child", "--propagation", "private",
                 "bash", Path(__file__).with_name("machine.sh"), self.room],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        deadline = time.monotonic() + 30
        while self.run("systemctl", "is-active", "drill.target").stdout.strip() != "active":
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                raise NoMachine(f"no systemd comes up in namespaces here: {self.said.read_text(errors='replace')[-500:]}")
            time.sleep(0.2)
        return self

    def __exit__(self, *_):
        # When its first process ends, so do all others, and the mounts.
        self.process.kill()
        self.process.wait()

    @property
    def first(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return children[0] if children else str(self.process.pid)

    def run(self, *command, given=subprocess.DEVNULL, timeout=120):
        """Runs a command on the machine, as root."""
        return subprocess.run(
            ["nsenter", "--target", self.first, "--mount", "--pid", "--net", "--root", "--wd", *map(str, command)],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"},
            stdin=given, capture_output=True, text=True, timeout=timeout)

    def give(self, path):
        """Copies a file into the machine; returns its path there."""
        place = f"/run/{path.name}"
        with path.open("rb") as file:
            done = self.run("cp", "/dev/stdin", place, given=file)
        assert done.returncode == 0, done.stderr
        return place

    def must(self, *command):
        done = self.run(*command)
        assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}\n{self.told()}"
        return done.stdout

    def told(self):
        """Returns systemd's status of the services."""
        return self.run("systemctl", "status", "--full", "skrytka*").stdout + self.said.read_text(errors="replace")[-3000:]

    def shows(self, unit, what):
        """Returns a property of a unit, from systemd."""
        return self.must("systemctl", "show", unit, f"--property={what}", "--value").strip()

    def answers(self):
        ask = "import urllib.request as web; web.urlopen('http://127.0.0.1:8080/healthz', timeout=5)"
        return self.run("python3", "-c", ask).returncode == 0

    def await_that(self, holds, why, within=30):
        deadline = time.monotonic() + within
        while not holds():
            assert time.monotonic() < deadline, f"{why}\n{self.told()}"
            time.sleep(0.2)
