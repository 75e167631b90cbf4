"""All kinds of people who write, at once, and what is to be found of it afterwards."""

import hashlib
import re
import sqlite3
import threading
import time
from collections import Counter

from writers import KINDS, Questions


class Crowd:
    """One of each kind, at work from when they are all signed in until the server is gone or they are told to stop."""

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
        """Until each has written again."""
        before = [len(writer.done) for writer in self.writers]
        deadline = time.monotonic() + 60
        while any(len(writer.done) <= count for writer, count in zip(self.writers, before)):
            idle = [writer.name for writer, count in zip(self.writers, before) if len(writer.done) <= count]
            assert time.monotonic() < deadline, f"{when}, and {idle} do not write: {self.pages()}"
            time.sleep(0.05)

    def await_refusals(self, count):
        """Until so many presses and pages were refused, or ten seconds have passed without."""
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
        """How often pages on the way were refused, by the sentence that says so."""
        return Counter(re.sub(r".* (answered \d+).*", r"\1", page, flags=re.DOTALL)
                       for writer in self.writers for page in writer.pages)

    def compare(self, base, data):
        """What was acknowledged is there once, what was refused is not, what was not answered is there once or not."""
        database = sqlite3.connect(f"file:{data}/office.sqlite?mode=ro", uri=True)
        try:
            for writer in self.writers:
                for mark in writer.done:
                    assert writer.found(database, mark) == 1, f"{mark} was acknowledged"
                for mark, status in writer.refused:
                    if mark in writer.done:
                        # It was tried again.
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
