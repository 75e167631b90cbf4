"""Commands reach the server that runs by the socket in the data folder, which is for the office's own user alone."""

import socket
import stat

from server import Server, copy_of, one_line, run


def test_the_socket_is_for_this_user_alone_and_a_stale_one_is_no_obstacle(demo_folder, tmp_path):
    # Longer than a socket's path may be.
    data = copy_of(demo_folder, tmp_path / ("długa-nazwa-" * 8) / "data")
    assert len(str(data / "socket").encode()) > 107
    left = socket.socket(socket.AF_UNIX)
    folder = tmp_path / "s"
    folder.symlink_to(data)
    left.bind(str(folder / "socket"))
    left.close()
    with Server(data) as server:
        assert stat.S_IMODE((data / "socket").stat().st_mode) == 0o600
        added = run("staff", "add", "--name", "Iga Nowa", "--email", "iga@biuro.example", "--data", data)
        assert added.returncode == 0, added.stderr
        assert added.stdout.startswith(f"{server.base}/activation/")
        again = run("staff", "add", "--name", "Iga Nowa", "--email", "iga@biuro.example", "--data", data)
        one_line(again, "this person is in the office")
    assert not (data / "socket").exists()


def test_a_command_beside_another_command_is_refused(stopped):
    import fcntl
    with open(stopped / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        one_line(run("doctor", "--data", stopped), "another skrytka holds the folder")


def test_a_server_that_is_told_to_stop_does_not_wait_for_a_command(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    with Server(data):
        idle = socket.socket(socket.AF_UNIX)
        idle.connect(str(data / "socket"))
    idle.close()
