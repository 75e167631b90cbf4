"""Files that are missing or changed on the disk are named; they are declared lost, and found again."""

import pytest

from damage import any_file, flip
from server import Server, copy_of, one_line, run


def test_each_missing_or_changed_file_is_named_and_the_rest_is_copied(stopped, tmp_path):
    data = copy_of(stopped, tmp_path / "data")
    lost, changed, *rest = [path for path in sorted((data / "files").rglob("*")) if path.is_file()]
    lost.unlink()
    flip(changed)
    done = run("backup", tmp_path / "backups", "--data", data)
    one_line(done, f"{lost.name} is missing", f"{changed.name} is not what", "not complete")
    [partial] = (tmp_path / "backups").iterdir()
    assert partial.name.endswith(".partial") and not (partial / "manifest.json").exists()
    assert all((partial / "files" / path.parent.name / path.name).exists() for path in rest)
    sick = run("doctor", "--data", data, "--deep")
    assert sick.returncode == 1 and lost.name in sick.stdout and changed.name in sick.stdout
    assert "2 problems found" in sick.stderr


@pytest.mark.parametrize("is_served", [False, True])
def test_a_file_is_declared_lost_and_found_again_also_while_the_office_is_served(is_served, demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    lost = any_file(data)
    content = lost.read_bytes()
    lost.unlink()
    server = Server(data).start() if is_served else None
    try:
        one_line(run("backup", tmp_path / "one", "--data", data), "not complete")
        one_line(run("files", "lost", "nothing", "--why", "Dysk", "--data", data), "no file is called nothing")
        one_line(run("files", "lost", lost.name, "--why", " ", "--data", data), "--why")
        done = run("files", "lost", lost.name, "--why", "Dysk padł", "--data", data)
        assert done.returncode == 0, done.stderr
        one_line(run("files", "lost", lost.name, "--why", "Dysk", "--data", data), "declared lost before")
        whole = run("backup", tmp_path / "two", "--data", data)
        assert whole.returncode == 0, whole.stderr
        one_line(run("files", "found", lost.name, "--data", data), "not on the disk")
        lost.write_bytes(content)
        assert run("files", "found", lost.name, "--data", data).returncode == 0
        assert run("doctor", "--data", data, "--deep").returncode == 0
    finally:
        if server:
            server.stop()
