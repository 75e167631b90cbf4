"""Makes the office of the budgets by direct insertion: 2,000 firms, 3,000 people, 1,000,000 messages of two years.

The program itself makes the database, so the schema is today's. Rows are written in the order of time, as they would
have come, with the indexes put back at the end.
"""

import base64
import contextlib
import dataclasses
import hashlib
import os
import random
import sqlite3
import time
from pathlib import Path

from decade import Decade
from words import FIRMS, NAMES, SUBJECTS, body

DAY = 86_400_000
PASSWORD = "bench-skrytka-2026"
DOWNLOAD_SIZE = 100 * 1024
LARGE_SIZE = 96 * 1024 * 1024


@dataclasses.dataclass
class Size:
    firms: int = 2_000
    people: int = 3_000
    messages: int = 1_000_000
    broadcasts: int = 240

    @property
    def questions(self) -> int:
        """The number of threads that are not notices; one has four messages on average."""
        return max(0, self.messages - self.broadcasts * self.firms) // 4


@dataclasses.dataclass
class Session:
    person: int
    cookie: str
    form_token: str


class Maker:
    """An office being written. Counters are kept here, so that every id is known before its row is written."""

    def __init__(self, database: sqlite3.Connection, files: Path, size: Size, password_hash: str):
        self.db, self.files, self.size, self.hash = database, files, size, password_hash
        self.random = random.Random(2026)
        self.now = int(time.time() * 1000)
        self.start = self.now - 730 * DAY
        self.head = database.execute("SELECT personId FROM staff").fetchone()[0]
        # The send itself is measured, not the time in which it can be undone.
        database.execute("UPDATE office SET undoSeconds = 0")
        self.contents, self.stored, self.attachments = 0, 0, 0
        self.templates = [body(self.random, 1, 3) for _ in range(4_000)]
        self.readers: dict[int, list[int]] = {}
        self.staff: list[int] = []
        self.supervisor: dict[int, int] = {}

    def insert(self, table: str, columns: str, rows) -> None:
        marks = ", ".join("?" for _ in columns.split(","))
        self.db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    # People and firms

    def people_and_firms(self) -> None:
        size, choose = self.size, self.random
        first = self.head + 1
        self.staff = list(range(first, first + 19))
        clients = list(range(first + 19, first + 19 + size.people))
        people = [(id, f"osoba{id}@firma.example", choose.choice(NAMES)) for id in self.staff + clients]
        self.insert("person", "id, email, name, language, passwordHash, createdAt, activatedAt",
                    ((*p, "pl", self.hash, self.start, self.start) for p in people))
        self.db.execute("UPDATE person SET passwordHash = ?, activatedAt = ? WHERE id = ?",
                        (self.hash, self.start, self.head))
        self.insert("staff", "personId, role",
                    ((id, "supervisor" if n < 9 else "accountant") for n, id in enumerate(self.staff)))
        names = [f"{choose.choice(FIRMS)} {choose.choice(NAMES).split()[1]} {n}" for n in range(1, size.firms + 1)]
        self.insert("firm", "id, name, country, taxIdentifier, currency, nameKey, searchText, createdAt",
                    ((n, name, "PL", f"{n:010}", "PLN", fold(name), fold(f"{name}\n{n:010}"), self.start)
                     for n, name in enumerate(names, 1)))
        forms = ["lumpSum", "ledger", "fullBooks", "card"]
        self.insert("taxation", "firmId, form, validFrom",
                    ((firm, choose.choice(forms), "2024-01-01") for firm in range(1, size.firms + 1)))
        self.memberships(clients)
        self.supervisor = {firm: choose.choice(self.staff[:9]) for firm in range(1, size.firms + 1)}
        columns = "firmId, personId, duty, fromOn, createdAt"
        self.insert("assignment", columns, ((f, p, "supervisor", "2024-01-01", self.start)
                                            for f, p in self.supervisor.items()))
        self.insert("assignment", columns, ((f, choose.choice(self.staff[9:]), "accountant", "2024-01-01", self.start)
                                            for f in range(1, size.firms + 1, 2)))

    def memberships(self, clients: list[int]) -> None:
        """Gives everyone a firm, and a tenth of the first people a second one."""
        size, choose = self.size, self.random
        pairs = [(n % size.firms + 1, person) for n, person in enumerate(clients)]
        pairs += [(choose.randint(1, size.firms), person) for person in clients[: size.firms // 10]]
        pairs = list(dict.fromkeys(pairs))
        for firm, person in pairs:
            self.readers.setdefault(firm, []).append(person)
        self.insert("membership", "firmId, personId, canRead, canApprove, canPayroll, isNotified, createdAt",
                    ((firm, person, 1, 1, 0, 1, self.start) for firm, person in pairs))

    # Files

    def real_files(self) -> None:
        """Writes files whose bytes all files of the office share by hard links: of real size, without filling the
        disk."""
        self.originals = [self.write_file(DOWNLOAD_SIZE, n) for n in range(40)]

    def write_file(self, size: int, number: int) -> tuple[Path, bytes]:
        path = self.files.parent / f"original-{number}"
        data = (b"%PDF-1.4\n" + random.Random(number).randbytes(1 << 20))[: min(size, 1 << 20)]
        with path.open("wb") as file:
            for _ in range(-(-size // len(data))):
                file.write(data)
            file.truncate(size)
        return path, hashlib.sha256(path.read_bytes()).digest()

    def stored_file(self, person: int, at: int, original: tuple[Path, bytes] | None = None) -> tuple:
        path, digest = original or self.originals[self.stored % len(self.originals)]
        self.stored += 1
        key = hashlib.sha256(str(self.stored).encode()).hexdigest()
        folder = self.files / key[:2]
        folder.mkdir(exist_ok=True)
        os.link(path, folder / key)
        return (self.stored, key, f"ewidencja-{self.stored}.pdf", "application/pdf", "pdf", path.stat().st_size, digest,
                person, at)

    # Correspondence

    def correspondence(self) -> None:
        threads = self.threads()
        contents, stored, attachments, downloads = [], [], [], []
        conversations, messages, receipts, unread, handling = [], [], [], [], []
        last: dict[int, tuple] = {}
        for id, (at, thread, firm, side, kind, content, person) in enumerate(self.events(threads, contents), 1):
            messages.append((id, thread, firm, content, person, side, kind, at))
            last[thread] = (id, at, side)
            if side == "office":
                self.readings(id, thread, firm, at, receipts, unread)
        messages = self.attach(messages, stored, attachments, downloads)
        for thread, (firm, subject, broadcast, starter, at) in enumerate(threads, 1):
            message, at_last, side = last[thread]
            waits = side == "client" and self.now - at_last < 5 * DAY
            conversations.append((thread, firm, subject, broadcast, at, starter, message, at_last,
                                  at_last if waits else None, broadcast is not None))
            if waits:
                unread += [(p, message, thread, firm, "client") for p in (self.head, self.supervisor[firm])]
            elif side == "client":
                handling.append((thread, self.supervisor[firm], at_last))
        self.insert("content", "id, body", contents)
        self.insert("everyConversation", "id, firmId, subject, broadcastId, startedAt, startedBy, lastMessageId,"
                    "lastMessageAt, waitingSince, isNotice", conversations)
        self.insert("everyMessage", "id, conversationId, firmId, contentId, personId, side, kind, sentAt, hasFiles", messages)
        self.insert("readReceipt", "messageId, personId, readAt", sorted(receipts))
        self.insert("unread", "personId, messageId, conversationId, firmId, side", sorted(unread))
        self.insert("handling", "conversationId, personId, handledAt", handling)
        self.insert("storedFile", "id, key, name, mediaType, kind, size, sha256, uploadedBy, uploadedAt", stored)
        self.insert("attachment", "id, contentId, fileId, position", attachments)
        self.insert("download", "attachmentId, messageId, personId, startedAt", downloads)

    def threads(self) -> list[tuple]:
        """Returns every conversation (firm, subject, broadcast, author, time) in the order of time."""
        size, choose = self.size, self.random
        threads, broadcasts = [], []
        for number in range(1, size.broadcasts + 1):
            at = self.start + number * (self.now - self.start) // (size.broadcasts + 1)
            subject = choose.choice(SUBJECTS)
            broadcasts.append((number, subject, number, hashlib.sha256(subject.encode()).digest(), self.head,
                               f"bench-{number}", at, size.firms))
            threads += [(firm, subject, number, self.head, at) for firm in range(1, size.firms + 1)]
        for _ in range(size.questions):
            firm = choose.randint(1, size.firms)
            at = choose.randint(self.start, self.now - 600_000)
            threads.append((firm, choose.choice(SUBJECTS), None, choose.choice(self.readers[firm]), at))
        self.insert("broadcast", "id, subject, contentId, personId, idempotencyKey, sentAt, firmCount, digest",
                    ((b[0], b[1], b[2], b[4], b[5], b[6], b[7], b[3]) for b in broadcasts))
        threads.sort(key=lambda thread: thread[4])
        return threads

    def events(self, threads: list[tuple], contents: list[tuple]) -> list[tuple]:
        """Returns every message in the order of time; a broadcast's messages share their content."""
        choose, events = self.random, []
        self.contents = self.size.broadcasts
        contents += [(n, body(choose, 3, 6)) for n in range(1, self.size.broadcasts + 1)]
        for number, (firm, _, broadcast, starter, at) in enumerate(threads, 1):
            if broadcast:
                events.append((at, number, firm, "office", "notice", broadcast, starter))
                continue
            for turn in range(choose.randint(2, 6)):
                if at > self.now - 60_000:
                    break
                self.contents += 1
                contents.append((self.contents, f"{choose.choice(self.templates)} ({self.contents})"))
                side, person = ("client", starter) if turn % 2 == 0 else ("office", self.supervisor[firm])
                events.append((at, number, firm, side, "answer" if turn else "message", self.contents, person))
                at += choose.randint(600_000, 2 * DAY)
        events.sort(key=lambda event: event[0])
        return events

    def readings(self, id: int, thread: int, firm: int, at: int, receipts: list, unread: list) -> None:
        """Marks old messages as read by all, those of the last days by half of the people, and a few by nobody."""
        for person in self.readers[firm]:
            isSlow = person % 33 == 0
            if self.now - at > (60 if isSlow else 8) * DAY or (not isSlow and self.random.random() < 0.5):
                receipts.append((id, person, min(self.now, at + 7_200_000)))
            else:
                unread.append((person, id, thread, firm, "office"))

    def attach(self, messages: list, stored: list, attachments: list, downloads: list) -> list:
        """Gives a third of the notices and an eighth of the office's answers a file, which most people downloaded."""
        by_content: dict[int, int] = {}
        marked = []
        for message in messages:
            id, _, firm, content, person, side, kind, at = message
            hasFile = side == "office" and content % (3 if kind == "notice" else 8) == 0
            marked.append((*message, hasFile))
            if not hasFile:
                continue
            if content not in by_content:
                stored.append(self.stored_file(person, at))
                self.attachments += 1
                attachments.append((self.attachments, content, self.stored, 0))
                by_content[content] = self.attachments
            if id % 4:
                downloads.append((by_content[content], id, self.readers[firm][0], min(self.now, at + 7_300_000)))
        return marked

    def large_file(self) -> None:
        """Attaches a large file to the office's newest message to the first firm."""
        content, person = self.db.execute(
            "SELECT contentId, personId FROM message WHERE firmId = 1 AND side = 'office' ORDER BY id DESC LIMIT 1"
        ).fetchone()
        self.insert("storedFile", "id, key, name, mediaType, kind, size, sha256, uploadedBy, uploadedAt",
                    [self.stored_file(person, self.now, self.write_file(LARGE_SIZE, 1_000))])
        self.attachments += 1
        self.insert("attachment", "id, contentId, fileId, position", [(self.attachments, content, self.stored, 9)])
        self.db.execute("UPDATE everyMessage SET hasFiles = TRUE WHERE contentId = ?", [content])

def text(token: bytes) -> str:
    return base64.urlsafe_b64encode(token).rstrip(b"=").decode()


def fold(name: str) -> str:
    return name.lower()


@contextlib.contextmanager
def without_indexes(db: sqlite3.Connection):
    """Drops the indexes while the rows are written, and restores them afterwards."""
    indexes = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        db.execute(sql)


def make(folder: Path, size: Size, password_hash: str) -> None:
    """Fills the data folder made by `skrytka office create`."""
    db = sqlite3.connect(folder / "office.sqlite", isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -262144")
    db.execute("BEGIN")
    maker = Maker(db, folder / "files", size, password_hash)
    maker.files.mkdir(exist_ok=True)
    maker.real_files()
    with without_indexes(db):
        maker.people_and_firms()
        maker.correspondence()
        maker.large_file()
        Decade(maker).write()
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def new_sessions(folder: Path) -> list[Session]:
    """Inserts a session for everybody, the head first: signing 3,000 people in would cost minutes of argon2id."""
    db = sqlite3.connect(folder / "office.sqlite")
    now, sessions, rows = int(time.time() * 1000), [], []
    for (person,) in db.execute("SELECT id FROM person ORDER BY id").fetchall():
        token, form = os.urandom(32), text(os.urandom(32))
        sessions.append(Session(person, text(token), form))
        rows.append((hashlib.sha256(token).digest(), form, person, now, now, now + 12 * 3_600_000))
    db.executemany("INSERT INTO session (tokenDigest, formToken, personId, kind, device, address, createdAt, lastSeenAt,"
                   " expiresAt) VALUES (?, ?, ?, 'full', 'bench', '127.0.0.1', ?, ?, ?)", rows)
    db.commit()
    db.close()
    return sessions
