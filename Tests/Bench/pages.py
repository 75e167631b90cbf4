"""The rows of pages: of a client, and of the office."""

import time

import load
from load import Ask
from row import Row, failed, rates
from world import World


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


def firms(world: World) -> Row:
    return office_page(world, "firm list", "/office/firms")


def questions(world: World) -> Row:
    return office_page(world, "Client questions, all", "/office/questions?show=all")


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
    for path in ("/files", "/files?kind=registers", "/conversations"):
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
