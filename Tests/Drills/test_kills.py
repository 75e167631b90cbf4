"""The server is killed at random moments while people write: what was acknowledged is stored, and nothing twice."""

import os
import random
import time
from collections import Counter

from crowd import Crowd
from server import Server, copy_of, run
from writers import KINDS

CYCLES = int(os.environ.get("SKRYTKA_DRILL_CYCLES", "25"))


def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(demo_folder, tmp_path):
    seed = random.randrange(1 << 32)
    chance, acknowledged, unanswered = random.Random(seed), Counter(), Counter()
    print(f"\nseed {seed}, {CYCLES} cycles")
    data = copy_of(demo_folder, tmp_path / "data")
    server = Server(data).start()
    for cycle in range(1, CYCLES + 1):
        with Crowd(server.base, f"w cyklu {cycle}") as crowd:
            # From before the first of them has signed in until all have written for a while.
            time.sleep(chance.uniform(0.2, 4))
            server.kill()
        faults = [refusal for refusal in crowd.refused if refusal[1] >= 500]
        assert not faults, f"cycle {cycle}, seed {seed}: {faults}\n{server.output}"
        server = Server(data).start()
        crowd.compare(server.base, data)
        examined = run("doctor", "--data", data)
        assert examined.returncode == 0, f"cycle {cycle}, seed {seed}:\n{examined.stdout}{examined.stderr}"
        for writer in crowd.writers:
            acknowledged[type(writer).__name__] += len(writer.done)
            unanswered[type(writer).__name__] += len(writer.open)
    server.stop()
    print(f"acknowledged: {dict(acknowledged)}\nbroken off: {dict(unanswered)}\nnone lost, none doubled")
    assert all(acknowledged[kind.__name__] for kind in KINDS) and unanswered.total(), "this drill proves nothing"
