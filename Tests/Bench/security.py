"""The rows of security: hostile text, and whether the time reveals what belongs to others."""

import statistics
import time
from http.client import HTTPConnection

import hostile as attacks
import load
from row import Row, failed
from world import World


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
