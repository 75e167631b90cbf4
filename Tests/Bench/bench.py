"""Measures a release build against the budgets of the design and prints them as a table. See bin/bench --help."""

import argparse
import datetime
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

import files
import memory
import office
import pages
import security
import servers
import writes
from office import Size
from row import Row
from world import World

# The memory of an idle server comes first; a broadcast last, in another office.
ROWS = {row.__name__: row for row in [
    memory.memory_idle, pages.healthz, pages.inbox, pages.conversations, pages.conversation, pages.firms,
    pages.questions, pages.unanswered, pages.office_search, pages.client_search, pages.files, pages.archive,
    writes.sign_ins, writes.receipts, writes.answers, files.downloads, files.large, memory.memory_loaded, files.imports,
    memory.streams, files.printing, files.printing_long, security.missing, security.hostile, writes.broadcast]}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__, epilog=f"Rows: {' '.join(ROWS)}")
    parser.add_argument("rows", nargs="*", metavar="ROW", help="only these rows; all of them without")
    parser.add_argument("--seconds", type=float, default=5, help="how long each load lasts (5)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the office here, or take the one of an earlier run")
    parser.add_argument("--small", action="store_true", help="a small office, to try the bench itself")
    options = parser.parse_args()
    if unknown := set(options.rows) - set(ROWS):
        parser.error(f"there is no row {' '.join(sorted(unknown))}; rows are {' '.join(ROWS)}")
    return options


def made(folder: Path, size: Size) -> list[office.Session]:
    """Returns the office in this folder, made if missing; its sessions are always new."""
    began = time.monotonic()
    hash = servers.run(servers.BARE, "hash", office.PASSWORD)
    if not (folder / "office.sqlite").exists():
        servers.run(servers.SKRYTKA, "office", "create", "--data", folder, "--name", "Biuro Miara", "--tax-identifier",
                    "1111111111", "--email", "szef@biuro.example", "--person", "Anna Lis")
        office.make(folder, size, hash)
        print(f"made in {time.monotonic() - began:.0f} s: {counts(folder)}", file=sys.stderr)
    return office.new_sessions(folder)


def counts(folder: Path) -> str:
    database = sqlite3.connect(folder / "office.sqlite")
    tables = ["firm", "person", "conversation", "message", "readReceipt", "unread", "attachment"]
    return ", ".join(f"{database.execute(f'SELECT count(*) FROM {t}').fetchone()[0]:,} {t}" for t in tables)


def measure(folder: Path, sessions: list[office.Session], chosen: list[str], options) -> list[Row]:
    """Starts the server on an office, the bare framework and nginx, and measures the rows."""
    running = []
    try:
        # The first start of a big office builds the search index, which would not count as idle.
        servers.serve(folder).stop()
        app = servers.serve(folder)
        running.append(app)
        app.settle()
        idle = app.memory()
        running += [servers.hello(), servers.nginx(folder / "nginx", folder / "files")]
        world = World(app, running[1], running[2], folder, sessions, idle, options.seconds)
        results = []
        for name in chosen:
            print(f"measuring {name}", file=sys.stderr)
            results.append(ROWS[name](world))
        return results
    finally:
        for server in running:
            server.stop()


def table(results: list[Row]) -> str:
    lines = ["| what | budget | measured | beside it | |", "|---|---|---|---|---|"]
    marks = {True: "✓", False: "✗", None: ""}
    lines += [f"| {row.what} | {row.budget} | {row.measured} | {row.beside} | {marks[row.kept]} |" for row in results]
    return "\n".join(lines)


def machine(folder: Path) -> str:
    cpu = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")), "?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    commit = servers.run("git", "describe", "--always", "--dirty")
    moment = datetime.datetime.now(datetime.UTC)
    return (f"{moment:%Y-%m-%d %H:%M} UTC, commit {commit}; {os.cpu_count()} × {cpu}, {memory} GB, load "
            f"{os.getloadavg()[0]:.1f} before; load generator on the same machine.\nThe office: {counts(folder)}.")


def main() -> None:
    options = arguments()
    chosen = [name for name in ROWS if not options.rows or name in options.rows]
    servers.allow_many_files()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="skrytka-bench-"))
    try:
        size = Size(200, 300, 20_000, 20) if options.small else Size()
        results = []
        first = [name for name in chosen if name != "broadcast"]
        sessions = made(folder / "office", size)
        facts = machine(folder / "office")
        if first:
            results += measure(folder / "office", sessions, first, options)
        if "broadcast" in chosen:
            many = Size(1_000, 1_000, 2_000, 2) if options.small else Size(10_000, 10_000, 100_000, 5)
            results += measure(folder / "many", made(folder / "many", many), ["broadcast"], options)
        print(f"\n{facts}\n\n{table(results)}")
    finally:
        if not options.keep:
            shutil.rmtree(folder)


main()
