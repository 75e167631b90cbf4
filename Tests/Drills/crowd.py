"""All kinds of writers at once, and the check of what is stored afterwards."""

import hashlib
import re
import sqlite3
import threading
import time
from collections import Counter

from writers import KINDS, Questions


class Crowd:
    """One writer of each kind, working from when all are signed in until the server or the crowd is stopped."""

    def __init__(self, base, name):
        self.writers = [kind(base, f"{kind.__name__} {name}") for kind in KINDS]
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=writer.run, args=[self.stopping]) for writer in self.writers]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in self.threads), "somebody waits for an answer for ever"

    def await_more(self, when):
        """Waits until each has written again."""
        before = [len(writer.done) for writer in self.writers]
        deadline = time.monotonic() + 60
        while any(len(writer.done) <= count for writer, count in zip(self.writers, before)):
            idle = [writer.name for writer, count in zip(self.writers, before) if len(writer.done) <= count]
            assert time.monotonic() < deadline, f"{when}, and {idle} do not write: {self.pages()}"
            time.sleep(0.05)

    def await_refusals(self, count):
        """Waits until this many requests were refused, or until ten seconds have passed without a refusal."""
        deadline = time.monotonic() + 10
        while len(self.refused) + self.pages().total() < count and time.monotonic() < deadline:
            time.sleep(0.05)

    @property
    def acknowledged(self):
        return sum(len(writer.done) for writer in self.writers)

    @property
    def refused(self):
        return [refusal for writer in self.writers for refusal in writer.refused]

    def pages(self):
        """Counts the refused page requests, by their message."""
        return Counter(re.sub(r".* (answered \d+).*", r"\1", page, flags=re.DOTALL)
                       for writer in self.writers for page in writer.pages)

    def compare(self, base, data):
        """Checks that acknowledged writes are stored once, refused ones not, and unanswered ones once or not."""
        database = sqlite3.connect(f"file:{data}/office.sqlite?mode=ro", uri=True)
        try:
            for writer in self.writers:
                for mark in writer.done:
                    assert writer.found(database, mark) == 1, f"{mark} was acknowledged"
                for mark, status in writer.refused:
                    if mark in writer.done:
                        # It was repeated.
                        continue
                    assert writer.found(database, mark) == 0, f"{mark} was refused with {status}"
                for mark in writer.open:
                    assert writer.found(database, mark) in (0, 1), f"{mark} was not answered"
            self.compare_files(database, data)
        finally:
            database.close()
        for writer in self.writers:
            writer.are_kept(base)

    def compare_files(self, database, data):
        for writer in self.writers:
            if not isinstance(writer, Questions):
                continue
            for mark, digest in writer.done.items():
                [(key, kept)] = database.execute(
                    """SELECT key, sha256 FROM storedFile JOIN attachment ON fileId = storedFile.id
                       JOIN message USING (contentId) JOIN conversation ON conversation.id = conversationId
                       WHERE subject = ?""", [mark])
                [path] = (data / "files").rglob(key)
                assert hashlib.sha256(path.read_bytes()).digest() == kept == digest, f"the file of {mark}"
