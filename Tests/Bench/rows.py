"""The rows of the table: each measures one budget of the design."""

import asyncio
import dataclasses
import functools
import html
import re
import sqlite3
import statistics
import subprocess
import time
import urllib.parse
import urllib.request
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError

import hostile as attacks
import ledger
import load
import register
from codes import Codes
from load import Ask, Result
from office import DOWNLOAD_SIZE, LARGE_SIZE, PASSWORD, Session
from servers import BARE, SKRYTKA, Running, run


@dataclasses.dataclass
class Row:
    what: str
    budget: str
    measured: str
    beside: str
    """The bare framework, nginx or argon2id alone, in the same run."""
    kept: bool | None
    """Whether the budget is kept; None without a budget or a measurement."""


@dataclasses.dataclass
class World:
    app: Running
    hello: Running
    nginx: Running
    folder: Path
    sessions: list[Session]
    idle_memory: float
    seconds: float

    @functools.cached_property
    def codes(self) -> Codes:
        return Codes(self.query("SELECT bytes FROM addressKey")[0][0])

    @property
    def head(self) -> Session:
        return self.sessions[0]

    @property
    def clients(self) -> list[Session]:
        return self.sessions[20:]

    def query(self, sql: str, *arguments) -> list[tuple]:
        database = sqlite3.connect(f"file:{self.folder}/office.sqlite?mode=ro", uri=True)
        try:
            return database.execute(sql, arguments).fetchall()
        finally:
            database.close()

    def asks(self, path: str) -> list[Ask]:
        return [Ask(path, session.cookie) for session in self.clients]

    def bare(self) -> str:
        """Measures the machine's speed at this moment, for comparison."""
        seconds = max(1, self.seconds / 3)
        hello = load.wrk(self.hello, [Ask("/")], seconds).rate
        nginx = load.wrk(self.nginx, [Ask("/hello")], seconds).rate
        return f"bare {hello:,.0f}/s, nginx {nginx:,.0f}/s"

    def call(self, session: Session, path: str, form: dict | None = None) -> tuple[int, str, str]:
        """Sends a browser's request; returns the status, the redirect and the page."""
        data = urllib.parse.urlencode({**form, "csrf": session.form_token}).encode() if form is not None else None
        request = urllib.request.Request(self.app.url + path, data)
        request.add_header("Cookie", f"skrytka={session.cookie}")
        request.add_header("Origin", self.app.url)
        try:
            with urllib.request.build_opener(Stay).open(request, timeout=60) as answer:
                return answer.status, answer.headers.get("Location") or "", answer.read().decode()
        except HTTPError as error:
            return error.code, error.headers.get("Location") or "", error.read().decode(errors="replace")


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def page(world: World, what: str, asks: list[Ask]) -> Row:
    """Measures a client's page: at full speed, then the slowest hundredth at 500 a second."""
    load.wrk(world.app, asks, 1)
    most = load.wrk(world.app, asks, world.seconds)
    steady = load.paced(world.app, asks, 500, world.seconds)
    return Row(what, "> 2,000 req/s; p99 < 15 ms at 500 req/s", f"{rates(most)}; at 500/s p50 {steady.p50:.1f}, p99 "
               f"{steady.p99:.1f} ms{failed(steady)}", world.bare(), most.rate > 2_000 and steady.p99 < 15)


def office_page(world: World, what: str, path: str, limit: float = 50) -> Row:
    """Measures a page of the office, singly, then eight at once."""
    status, _, _ = world.call(world.head, path)
    if status == 404:
        return Row(what, f"< {limit:.0f} ms a page", "not there", "", None)
    asks = [Ask(path, world.head.cookie)]
    load.wrk(world.app, asks, 1)
    alone = load.wrk(world.app, asks, world.seconds, connections=1)
    eight = load.wrk(world.app, asks, world.seconds)
    return Row(what, f"< {limit:.0f} ms a page", f"p50 {alone.p50:.1f}, p99 {alone.p99:.1f} ms alone; {rates(eight)}", "",
               alone.p99 < limit and not alone.failures)


def healthz(world: World) -> Row:
    return Row("/healthz", "", rates(load.wrk(world.app, [Ask("/healthz")], world.seconds)), world.bare(), None)


def inbox(world: World) -> Row:
    return page(world, "client inbox, /", world.asks("/"))


def conversations(world: World) -> Row:
    return page(world, "client's list, /conversations", world.asks("/conversations"))


def conversation(world: World) -> Row:
    newest = dict(world.query(
        "SELECT membership.personId, max(conversation.id) FROM membership JOIN conversation USING (firmId)"
        " WHERE broadcastId IS NULL GROUP BY membership.personId"))
    asks = [Ask(f"/conversations/{world.codes[newest[s.person]]}", s.cookie) for s in world.clients if s.person in newest]
    return page(world, "a conversation", asks)


def hostile(world: World) -> Row:
    """Measures hostile text in every field, alone; then repeatedly while clients open their inboxes."""
    alone = attacks.Attacker(world.app, world.head)
    alone.start()
    alone.join()
    calm = load.paced(world.app, world.asks("/"), 200, world.seconds)
    attacker = attacks.Attacker(world.app, world.head, again=True)
    attacker.start()
    others = load.paced(world.app, world.asks("/"), 200, world.seconds)
    attacker.ending = True
    attacker.join()
    failures = alone.failures + attacker.failures
    slowest = f"{alone.slowest[0]:.0f} ms ({alone.slowest[1]})"
    return Row(f"hostile text, {alone.count} requests", "< 100 ms an answer; others unharmed: p99 < 15 ms at 200 req/s",
               f"slowest {slowest}; others p99 {others.p99:.1f} ms{failed(others)}; 5xx: {len(failures)} {failures[:3] or ''}",
               f"p99 {calm.p99:.1f} ms without it", alone.slowest[0] < 100 and others.p99 < 15 and not failures)


def missing(world: World) -> Row:
    """Alternates requests for others' rows and missing rows on one connection: whether the time reveals which."""
    client = world.clients[0]
    foreign = world.query("SELECT max(id) FROM conversation WHERE firmId NOT IN"
                          " (SELECT firmId FROM membership WHERE personId = ?)", client.person)[0][0]
    kinds = {"foreign": f"/conversations/{world.codes[foreign]}", "missing": f"/conversations/{world.codes[2**40]}"}
    taken = {kind: [] for kind in kinds}
    connection = HTTPConnection(*world.app.url.removeprefix("http://").split(":"))
    until = time.monotonic() + max(10, world.seconds)
    while time.monotonic() < until:
        for kind, path in kinds.items():
            began = time.perf_counter()
            connection.request("GET", path, headers={"Cookie": f"skrytka={client.cookie}"})
            answer = connection.getresponse()
            answer.read()
            taken[kind].append((time.perf_counter() - began) * 1e6)
            assert answer.status == 404, answer.status
    medians = {kind: statistics.median(times) for kind, times in taken.items()}
    # The expected difference between two medians of so many measurements (normal approximation).
    spread = 1.2533 * 1.4142 * statistics.pstdev(taken["missing"]) / len(taken["missing"]) ** 0.5
    apart = abs(medians["foreign"] - medians["missing"])
    said = ", ".join(f"{kind} {median / 1e3:.3f} ms" for kind, median in medians.items())
    return Row("not found", "foreign and missing in the same time", f"{said}, {apart:.0f} µs apart, "
               f"± {2 * spread:.0f} µs, of {len(taken['missing'])} each", "", apart < max(10, 3 * spread))


def firms(world: World) -> Row:
    return office_page(world, "firm list", "/office/firms")


def questions(world: World) -> Row:
    return office_page(world, "Client questions", "/office/questions")


def unanswered(world: World) -> Row:
    return office_page(world, "Client questions, unanswered", "/office/questions?show=unanswered")


def office_search(world: World) -> Row:
    return office_page(world, "search of the office", "/office/search?q=leasing+samochod")


def client_search(world: World) -> Row:
    status, _, _ = world.call(world.clients[0], "/search?q=leasing")
    if status == 404:
        return Row("search of a client", "< 50 ms", "not there", "", None)
    asks = world.asks("/search?q=leasing")
    result = load.wrk(world.app, asks, world.seconds, connections=1)
    return Row("search of a client", "< 50 ms", f"p50 {result.p50:.1f}, p99 {result.p99:.1f} ms", "", result.p99 < 50)


def files(world: World) -> Row:
    """Measures the pages of a client of ten years: the budget is for the files, the conversations are for
    comparison."""
    old = world.sessions[-1]
    said, slowest = [], 0.0
    for path in ("/files", "/files?kind=revenue", "/conversations"):
        asks = [Ask(path, old.cookie)]
        load.wrk(world.app, asks, 1)
        alone = load.wrk(world.app, asks, world.seconds, connections=1)
        said.append(f"{path} p50 {alone.p50:.1f}, p99 {alone.p99:.1f} ms, {alone.cpu:.2f} ms CPU{failed(alone)}")
        slowest = max(slowest, alone.p50)
    return Row("a client of ten years", "< 15 ms", "; ".join(said), world.bare(), slowest < 15)


def archive(world: World) -> Row:
    """Measures the whole correspondence of the client of ten years, printed and as a table: in constant memory."""
    firm = world.codes[world.query("SELECT max(id) FROM firm")[0][0]]
    said, grown = [], 0.0
    for path in (f"/office/firms/{firm}/archive", f"/office/firms/{firm}/archive.csv"):
        world.call(world.head, path)
        world.app.forget_peak()
        before, began = world.app.memory(), time.monotonic()
        _, _, text = world.call(world.head, path)
        grown = max(grown, world.app.peak_memory() - before)
        name = "table" if path.endswith("csv") else "print"
        said.append(f"{name} {len(text) / 1e6:.1f} MB in {time.monotonic() - began:.2f} s")
    return Row("archive of ten years", "< 20 MB of memory", f"{', '.join(said)}, {grown:.0f} MB on top", "", grown < 20)


def sign_ins(world: World) -> Row:
    """Measures sign-ins of two at once against argon2id alone on two cores; a visitor's form carries a token of its
    cookie."""
    seconds = max(4, world.seconds)
    before = int(run(BARE, "argon2", 2, int(seconds)))
    emails = [row[0] for row in world.query("SELECT email FROM person WHERE email LIKE 'osoba%' ORDER BY id LIMIT 2000")]
    request = urllib.request.Request(world.app.url + "/sign-in")
    with urllib.request.urlopen(request) as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        token = cookie.split("=", 1)[1]
    asks = [Ask("/sign-in", f"; {cookie}", token,
                urllib.parse.urlencode({"email": email, "password": PASSWORD, "next": ""})) for email in emails]
    result = load.wrk(world.app, asks, 2 * seconds, connections=8)
    # The machine's speed varies, so argon2id is measured before and after.
    bare = (before + int(run(BARE, "argon2", 2, int(seconds)))) / 2
    share = result.rate / bare
    return Row("sign-ins", "≥ 90 % of bare argon2id on two cores", f"{result.rate:.0f}/s, {share:.0%}{failed(result)}",
               f"argon2id {bare:.0f}/s", share >= 0.9)


def receipts(world: World) -> Row:
    """Measures read receipts: one write each, answered after its fsync. Only receipts that do not exist yet."""
    tokens, codes = {session.person: session for session in world.clients}, world.codes
    rows = world.query(
        "SELECT membership.personId, message.conversationId, message.id FROM membership JOIN message USING (firmId)"
        " WHERE side = 'office' AND NOT EXISTS (SELECT 1 FROM readReceipt WHERE messageId = message.id"
        " AND readReceipt.personId = membership.personId) ORDER BY message.id LIMIT 60000")
    asks = [Ask(f"/conversations/{codes[conversation]}/messages/{codes[message]}/receipt", tokens[person].cookie,
                tokens[person].form_token, "") for person, conversation, message in rows]
    name, budget = "durable writes: read receipts", "> 1,000/s"
    if not asks:
        return Row(name, budget, "earlier runs have read everything: make a new office", "", None)
    before = world.query("SELECT count(*) FROM readReceipt")[0][0]
    result = load.wrk(world.app, asks, min(world.seconds, len(asks) / 8_000), connections=64)
    written = world.query("SELECT count(*) FROM readReceipt")[0][0] - before
    rate = result.rate * min(1, written / result.requests)
    return Row(name, budget, f"{rate:,.0f}/s, p99 {result.p99:.0f} ms, "
               f"{result.cpu:.2f} ms CPU{failed(result)}", "", rate > 1_000)


def answers(world: World) -> Row:
    rows = world.query(
        "SELECT max(conversation.id), membership.personId FROM conversation JOIN membership USING (firmId)"
        " WHERE broadcastId IS NULL GROUP BY membership.personId")
    tokens = {session.person: session for session in world.clients}
    asks = [Ask(f"/conversations/{world.codes[conversation]}/messages", tokens[person].cookie, tokens[person].form_token,
                "body=Dzi%C4%99kuj%C4%99%2C+wysy%C5%82am+faktury.") for conversation, person in rows]
    result = load.wrk(world.app, asks, world.seconds, connections=64)
    return Row("durable writes: answers", "> 1,000/s", f"{result.rate:,.0f}/s, p99 {result.p99:.0f} ms, "
               f"{result.cpu:.2f} ms CPU{failed(result)}", "", result.rate > 1_000 and not result.failures)


def downloads(world: World) -> Row:
    """Measures files of 100 KB, each download recorded before its first byte; nginx sends the same bytes with
    sendfile."""
    rows = world.query(
        "SELECT attachment.id, message.id, membership.personId, key FROM attachment JOIN storedFile ON storedFile.id ="
        " fileId JOIN message ON message.contentId = attachment.contentId JOIN membership USING (firmId)"
        " WHERE size = ? ORDER BY message.id DESC LIMIT 3000", DOWNLOAD_SIZE)
    tokens = {session.person: session.cookie for session in world.clients}
    asks = [Ask(f"/attachments/{world.codes[id]}?message={world.codes[message]}", tokens[person]) for id, message, person, _ in rows]
    result = load.wrk(world.app, asks, world.seconds, connections=32)
    beside = load.wrk(world.nginx, [Ask(f"/{key[:2]}/{key}") for *_, key in rows], max(2, world.seconds / 2), 32)
    return Row("downloads of 100 KB", "> 3,000/s", rates(result), f"nginx {beside.rate:,.0f}/s", result.rate > 3_000)


def large(world: World) -> Row:
    rows = world.query(
        "SELECT attachment.id, message.id, membership.personId, key FROM attachment JOIN storedFile ON storedFile.id ="
        " fileId JOIN message ON message.contentId = attachment.contentId JOIN membership USING (firmId)"
        " WHERE size = ? LIMIT 1", LARGE_SIZE)
    id, message, person, key = rows[0]
    cookie = next(session.cookie for session in world.clients if session.person == person)
    result = load.wrk(world.app, [Ask(f"/attachments/{world.codes[id]}?message={world.codes[message]}", cookie)], max(4, world.seconds), 2)
    beside = load.wrk(world.nginx, [Ask(f"/{key[:2]}/{key}")], max(4, world.seconds), 2)
    share = result.bytes_per_second / beside.bytes_per_second
    return Row(f"download of {LARGE_SIZE >> 20} MB", "≥ 25 % of nginx sendfile",
               f"{result.bytes_per_second / 1e6:,.0f} MB/s, {share:.0%}{failed(result)}",
               f"nginx {beside.bytes_per_second / 1e6:,.0f} MB/s", share >= 0.25)


def broadcast(world: World) -> Row:
    """Measures a notice to all firms of the office: from the request to the response, when it is in every inbox."""
    times, firms = [], 0
    for number in range(3):
        form = {"subject": f"Pomiar {number} {time.time():.0f}", "body": "Termin mija w piątek.", "all": "1",
                "matching": ""}
        _, check, _ = world.call(world.head, "/office/broadcasts/check", form)
        _, _, text = world.call(world.head, check)
        fields = dict(re.findall(r'name="(draft|expected|audience)" value="([^"]*)"', text))
        firms = int(fields.get("expected", 0))
        began = time.perf_counter()
        status, report, _ = world.call(world.head, "/office/broadcasts", {k: html.unescape(v) for k, v in fields.items()})
        times.append((time.perf_counter() - began) * 1e3)
        if status != 303 or not re.search(r"/office/broadcasts/[0-9a-z]{13}$", report):
            return Row("broadcast", "< 400 ms", f"refused: {status} {report}", "", False)
    threads = world.query("SELECT count(*) FROM unread JOIN (SELECT max(id) AS id FROM broadcast) AS newest"
                          " JOIN conversation ON conversation.id = conversationId WHERE broadcastId = newest.id")[0][0]
    return Row(f"broadcast to {firms:,} firms", "< 400 ms", f"{min(times):.0f} to {max(times):.0f} ms, "
               f"{threads:,} inboxes", "", max(times) < 400)


def memory_idle(world: World) -> Row:
    return Row("memory, idle", "< 60 MB", f"{world.idle_memory:.0f} MB", f"bare {world.hello.memory():.0f} MB",
               world.idle_memory < 60)


def memory_loaded(world: World) -> Row:
    return Row("memory after the rows above", "", f"{world.app.memory():.0f} MB, at most {world.app.peak_memory():.0f} MB",
               f"bare {world.hello.memory():.0f} MB", None)


def streams(world: World) -> Row:
    """Measures 5,000 event streams that only listen (at most two of a person), and a page meanwhile."""
    people = world.clients
    asks = [Ask("/events", people[number % len(people)].cookie) for number in range(min(5_000, len(people) * 20))]
    crowd = load.Streams(world.app, asks)
    before = world.app.memory()

    def meanwhile() -> tuple[Result, float]:
        result = load.wrk(world.app, world.asks("/"), world.seconds, connections=1)
        return result, world.app.memory()

    result, memory = asyncio.run(crowd.run(meanwhile))
    return Row(f"{crowd.open:,} idle event streams", "< 250 MB", f"{memory:.0f} MB ({before:.0f} before); / meanwhile p50 "
               f"{result.p50:.1f}, p99 {result.p99:.1f} ms", "", memory < 250 and crowd.open == len(asks))


def printing(world: World) -> Row:
    """Measures a KPiR of 1,000 rows, including reading its file, against two well-known printers of the same table."""
    ours = ledger.printed(BARE, world.folder, 1_000)
    return Row("KPiR of 1,000 rows as PDF", "> 250 pages/s", ledger.said(ours),
               ", ".join(f"{name} {ledger.said(ledger.rival(name, 1_000))}" for name in ("reportlab", "weasyprint")),
               ours.rate > 250)


def printing_long(world: World) -> Row:
    """Checks that 20,000 rows need only the memory of 1,000."""
    short, long = (ledger.printed(BARE, world.folder, count) for count in (1_000, 20_000))
    return Row("KPiR of 20,000 rows as PDF", "constant memory", ledger.said(long), f"1,000 rows {short.megabytes:.0f} MB",
               long.megabytes < short.megabytes + 8)


def imports(world: World) -> Row:
    """Measures the import of a register of 100 MB by the command, which sends it to the server, against bare
    parsing."""
    file = world.folder / "register.xml"
    nip = world.query("SELECT min(taxIdentifier) FROM firm WHERE country = 'PL'")[0][0]
    count = register.write(file, nip, 100)
    megabytes = file.stat().st_size / 1e6
    world.app.forget_peak()
    before = world.app.memory()
    began = time.monotonic()
    said = run(SKRYTKA, "import", "--data", world.folder, file)
    rate = megabytes / (time.monotonic() - began)
    grown = world.app.peak_memory() - before
    beside = ", ".join(f"xmllint --{way} {parsing(file, way):,.0f} MB/s" for way in ("sax", "stream"))
    file.unlink()
    if "do not agree" in said or "taken in" not in said:
        return Row("JPK import", "> 100 MB/s", f"refused: {said}", beside, False)
    return Row(f"JPK import, {megabytes:.0f} MB, {count:,} rows", "> 100 MB/s, < 60 MB of memory",
               f"{rate:,.0f} MB/s, {grown:.0f} MB on top of {before:.0f}", beside, rate > 100 and grown < 60)


def parsing(file: Path, way: str) -> float:
    began = time.monotonic()
    subprocess.run(["xmllint", f"--{way}", "--noout", file], stdout=subprocess.DEVNULL, check=True)
    return file.stat().st_size / 1e6 / (time.monotonic() - began)


def rates(result: Result) -> str:
    return (f"{result.rate:,.0f} req/s, p50 {result.p50:.1f}, p99 {result.p99:.1f} ms, {result.cpu:.2f} ms CPU"
            f"{failed(result)}")


def failed(result: Result) -> str:
    return f", **{result.failures} failed**" if result.failures else ""
