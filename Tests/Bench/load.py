"""Three kinds of load: as fast as possible (wrk), at a constant rate, and streams that only listen."""

import asyncio
import dataclasses
import re
import subprocess
import time
from pathlib import Path

from servers import Running

REPLAY = Path(__file__).with_name("replay.lua")
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 60e3}


@dataclasses.dataclass
class Ask:
    """One request of a recorded list."""

    path: str
    cookie: str = ""
    form_token: str = ""
    body: str | None = None

    @property
    def line(self) -> str:
        method = "GET" if self.body is None else "POST"
        return "\t".join([method, self.path, self.cookie, self.form_token, self.body or ""])

    def wire(self, port: int) -> bytes:
        cookie = f"Cookie: skrytka={self.cookie}\r\n" if self.cookie else ""
        return f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{cookie}\r\n".encode()


@dataclasses.dataclass
class Result:
    requests: int
    rate: float
    p50: float
    p99: float
    bytes_per_second: float
    failures: int
    cpu: float
    """Milliseconds of the server's processor time for each request."""


def wrk(server: Running, asks: list[Ask], seconds: float, connections: int = 8) -> Result:
    """Sends the list repeatedly, as fast as responses arrive."""
    asks_file = Path(f"/tmp/skrytka-bench-{server.process.pid}.txt")
    asks_file.write_text("\n".join(ask.line for ask in asks))
    cpu = server.cpu_seconds()
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "20s", "--latency", "-s", REPLAY,
               server.url, "--", asks_file, f"127.0.0.1:{server.port}"]
    out = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True).stdout
    cpu = server.cpu_seconds() - cpu
    asks_file.unlink()
    found = dict(re.findall(r"^(\w+)=(\S+)$", out, re.MULTILINE))
    requests = max(1, int(found["requests"]))
    duration = int(found["microseconds"]) / 1e6
    return Result(requests, requests / duration, float(found["p50"]) / 1e3, float(found["p99"]) / 1e3,
                  int(found["bytes"]) / duration, int(found["failures"]), cpu * 1e3 / requests)


class Connection(asyncio.Protocol):
    """A kept connection: sends a request, and measures until the last byte of the response."""

    def __init__(self):
        self.buffer = bytearray()
        self.missing = -1
        self.done: asyncio.Future | None = None

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, error):
        if self.done and not self.done.done():
            self.done.set_result(599)

    def data_received(self, data):
        self.buffer += data
        if self.missing < 0:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self.buffer[:end]).lower()
            length = re.search(rb"content-length: (\d+)", head)
            self.status = int(head[9:12])
            self.missing = end + 4 + (int(length[1]) if length else 0)
        if len(self.buffer) >= self.missing:
            self.buffer.clear()
            self.missing = -1
            if self.done:
                self.done.set_result(self.status)

    async def ask(self, wire: bytes) -> int:
        self.done = asyncio.get_running_loop().create_future()
        self.transport.write(wire)
        return await self.done


def paced(server: Running, asks: list[Ask], rate: int, seconds: float, connections: int = 32) -> Result:
    """Sends at a constant rate. Times count from when a request was due, so that a stall counts fully."""
    return asyncio.run(_paced(server, asks, rate, seconds, connections))


async def _paced(server: Running, asks: list[Ask], rate: int, seconds: float, connections: int) -> Result:
    loop = asyncio.get_running_loop()
    free: asyncio.LifoQueue = asyncio.LifoQueue()
    for _ in range(connections):
        free.put_nowait((await loop.create_connection(Connection, "127.0.0.1", server.port))[1])
    wires = [ask.wire(server.port) for ask in asks]
    times, failures = [], 0

    async def one(number: int, due: float) -> None:
        nonlocal failures
        connection = await free.get()
        status = await connection.ask(wires[number % len(wires)])
        times.append((time.perf_counter() - due) * 1e3)
        failures += status >= 400
        free.put_nowait(connection)

    cpu, begin, tasks = server.cpu_seconds(), time.perf_counter(), set()
    for number in range(int(rate * seconds)):
        due = begin + number / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        task = loop.create_task(one(number, due))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    times.sort()
    cpu = server.cpu_seconds() - cpu
    return Result(len(times), len(times) / (time.perf_counter() - begin), times[len(times) // 2], times[int(len(times) * 0.99)], 0,
                  failures, cpu * 1e3 / len(times))


class Streams:
    """Many event streams that only listen, in a thread of their own while something else is measured."""

    def __init__(self, server: Running, asks: list[Ask]):
        self.server, self.asks, self.open = server, asks, 0

    async def run(self, work):
        """Opens all streams, runs `work` in a thread, closes them."""
        gate = asyncio.Semaphore(64)

        async def listen(ask: Ask):
            async with gate:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.server.port)
                writer.write(ask.wire(self.server.port))
                head = await reader.readuntil(b"\r\n\r\n")
                if b" 200 " in head[:15] and await reader.readuntil(b"event: counts"):
                    self.open += 1
            while await reader.read(4096):
                pass

        listeners = [asyncio.create_task(listen(ask)) for ask in self.asks]
        deadline = time.monotonic() + 60
        while self.open < len(self.asks) and time.monotonic() < deadline:
            await asyncio.sleep(0.2)
        result = await asyncio.to_thread(work)
        for listener in listeners:
            listener.cancel()
        return result
