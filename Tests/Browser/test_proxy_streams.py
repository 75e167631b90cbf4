"""The shipped configuration of nginx keeps the event streams of two thousand browsers open."""

import asyncio
import resource
import socket
import ssl
import threading

import pytest

from proxies import NAME, Nginx
from visitor import await_text

STREAMS = 2000
# The number of open files that nginx-main.conf sets.
OPEN_FILES = 16384


class Streams:
    """A program that answers each request with a stream and keeps it open, for any number of them. The real one keeps
    twenty for each person, and the demo does not have a hundred people."""

    def __enter__(self):
        self.open = []
        self.loop = asyncio.new_event_loop()
        # On a separate thread, because the tests' thread may have the browser's event loop.
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        listening = asyncio.start_server(self.answer, "127.0.0.1", 0, backlog=4096)
        server = asyncio.run_coroutine_threadsafe(listening, self.loop).result()
        self.port = server.sockets[0].getsockname()[1]
        return self

    async def answer(self, reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        # Counted before the response, because a client counts those open once it has read it.
        self.open.append(writer)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: counts\n\n")

    def tell(self):
        def write():
            for writer in self.open:
                writer.write(b"event: changed\n\n")
        self.loop.call_soon_threadsafe(write)

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        for writer in self.open:
            writer.transport.abort()


def test_two_thousand_browsers_wait_for_changes_at_once(tmp_path):
    """Opens streams through nginx as shipped, from enough addresses for its limit for each address."""
    if not Nginx.program.exists():
        pytest.skip(f"{Nginx.program} is missing: bin/setup --tests fetches it")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < OPEN_FILES:
        pytest.skip(f"only {hard} files may be open here, and {OPEN_FILES} are needed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, OPEN_FILES), hard))
    streams = []
    proxy = Nginx(tmp_path)
    try:
        with Streams() as program:
            proxy.start(program.port)
            trust = ssl.create_default_context(cafile=str(proxy.chain))
            request = f"GET /events HTTP/1.1\r\nHost: {proxy.host}\r\n\r\n".encode()
            for number in range(STREAMS):
                plain = socket.create_connection(
                    ("127.0.0.1", proxy.https), timeout=60, source_address=(f"127.0.0.{2 + number // 50}", 0))
                stream = trust.wrap_socket(plain, server_hostname=NAME)
                stream.sendall(request)
                streams.append(stream)
            for stream in streams:
                await_text(stream, b"event: counts")
            assert len(program.open) == STREAMS
            program.tell()
            for stream in streams:
                await_text(stream, b"event: changed")
            proxy.stop()
    finally:
        for stream in streams:
            stream.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
