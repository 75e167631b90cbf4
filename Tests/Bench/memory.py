"""The rows of memory: idle, after the load, and with thousands of open event streams."""

import asyncio

import load
from load import Ask, Result
from row import Row
from world import World


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
