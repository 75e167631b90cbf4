"""The disk is full again and again while people write: nothing acknowledged is lost, what is refused is not stored, and
with free space everybody continues."""

import os
import re
import subprocess

import pytest

from crowd import Crowd
from server import Server, copy_of, run

CYCLES = int(os.environ.get("SKRYTKA_DRILL_CYCLES", "10"))
ROOM = 200_000_000


@pytest.fixture
def disk(tmp_path):
    """A separate small disk in memory. bin/drill runs in a mount namespace, so that the disk ends with the drill."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "drill", folder],
                             capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no disk of its own without the right to mount one: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder, left):
    """Fills the disk except this many bytes, while others write to it too."""
    piece = 1 << 22
    with (folder / "filler").open("ab") as filler:
        while piece >= 4096:
            free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
            if free - left < piece:
                piece //= 2
                continue
            try:
                os.posix_fallocate(filler.fileno(), os.fstat(filler.fileno()).st_size, piece)
            except OSError:
                piece //= 2


def test_a_full_disk_refuses_and_loses_nothing(demo_folder, disk):
    data, faults = copy_of(demo_folder, disk / "data"), []
    # The floor is meant for a real disk; here it must leave space between it and the end.
    with Server(data, settings={"SKRYTKA_DISK_FLOOR": "20M"}) as server:
        for cycle in range(1, CYCLES + 1):
            with Crowd(server.base, f"w cyklu {cycle}") as crowd:
                crowd.await_more("the disk has room")
                # To the last byte, or with a megabyte left, so that the database runs out of space in the middle of a
                # write.
                fill(disk, left=0 if cycle % 2 else 1_000_000)
                crowd.await_refusals(20)
                (disk / "filler").unlink()
                crowd.await_more("the disk has room again")
            statuses = sorted({status for _, status in crowd.refused})
            print(f"cycle {cycle}: {crowd.acknowledged} acknowledged, refused with {statuses}; {crowd.pages()}")
            faults += [refusal for refusal in crowd.refused if refusal[1] >= 500 and refusal[1] != 507]
            faults += [page for writer in crowd.writers for page in writer.pages if " answered 500" in page]
            crowd.compare(server.base, data)
            examined = run("doctor", "--data", data)
            # The disk is too small for the doctor's check of it, even when empty.
            problems = [line for line in examined.stdout.splitlines()
                        if line.startswith("problem") and not re.match(r"problem +Disk", line)]
            assert "Journal:" in examined.stdout and not problems, f"cycle {cycle}:\n{examined.stdout}{examined.stderr}"
    assert not faults, f"{len(faults)} answers call a full disk a fault of the program: {faults[:10]}"
