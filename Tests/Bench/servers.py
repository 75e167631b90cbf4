"""The measured programs: how they start, and what they use."""

import contextlib
import dataclasses
import os
import resource
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARIES = ROOT / ".build" / "package" / "release"
SKRYTKA = BINARIES / "skrytka"
BARE = BINARIES / "Bare"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclasses.dataclass
class Running:
    process: subprocess.Popen
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self) -> float:
        """Returns the user and system time so far, of the program and its child processes."""
        total = 0.0
        for pid in [self.process.pid, *children(self.process.pid)]:
            with contextlib.suppress(OSError):
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
                total += (int(fields[11]) + int(fields[12])) / TICKS
        return total

    def memory(self) -> float:
        """Returns the resident memory in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0

    def forget_peak(self) -> None:
        """Resets the peak memory."""
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def peak_memory(self) -> float:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0

    def settle(self) -> None:
        """Waits until the server is idle: after the start it sweeps its folder."""
        before = -1.0
        for _ in range(60):
            now = self.cpu_seconds()
            if now - before < 0.02:
                return
            before = now
            time.sleep(0.5)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def start(command: list, port: int, path: str = "/") -> Running:
    running = Running(subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.DEVNULL), port)
    # The first start of a big office builds the search index.
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and running.process.poll() is None:
        try:
            urllib.request.urlopen(running.url + path, timeout=2).read()
            return running
        except urllib.error.HTTPError:
            return running
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"bench: {command[0]} does not answer")


def serve(folder: Path) -> Running:
    port = free_port()
    return start([SKRYTKA, "serve", "--data", folder, "--port", port], port, "/healthz")


def hello() -> Running:
    port = free_port()
    return start([BARE, "hello", port], port)


def nginx(folder: Path, files: Path) -> Running:
    """Starts nginx with fast settings: sendfile, a worker for each core, no access log."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "nginx.conf"
    configuration.write_text(f"""
        daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/error.log crit;
        {"user root;" if os.getuid() == 0 else ""}
        events {{ worker_connections 4096; }}
        http {{
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
            client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
            server {{
                listen 127.0.0.1:{port};
                location = /hello {{ return 200 "hello"; }}
                location / {{ root {files}; }}
            }}
        }}
        """)
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return start([program, "-p", folder, "-c", configuration, "-e", folder / "error.log"], port, "/hello")


def allow_many_files() -> None:
    """Raises the limit of open files: 5,000 streams need as many descriptors on both sides."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65_536), most))


def run(*command) -> str:
    done = subprocess.run([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()
