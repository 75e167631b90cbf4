"""The rows of files: downloads, printouts and imports, each beside a program that does only that."""

import subprocess
import time
from pathlib import Path

import ledger
import load
import register
from load import Ask
from office import DOWNLOAD_SIZE, LARGE_SIZE
from row import Row, failed, rates
from servers import BARE, SKRYTKA, run
from world import World


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
