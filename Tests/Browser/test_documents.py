"""Runs each command of docs/backup.md unchanged and in order, on a test office."""

import os
import re
import shutil
import subprocess

import pytest

from caller import Caller
from server import BINARY, ROOT, Server, clean_environment, copy_of

DOCUMENT = (ROOT / "docs/backup.md").read_text()
NAMED = "2026-11-21T22-10-05Z"


def commands(heading):
    """Returns the blocks of commands under a heading, each as a list of lines."""
    section = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^## |\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)[1]
    return [block.strip().splitlines() for block in re.findall(r"^```\n(.*?)^```", section, re.MULTILINE | re.DOTALL)]


class Machine:
    """A simulated machine in a folder: the document's paths are moved there, and root's commands are only recorded."""

    def __init__(self, folder, office):
        self.folder = folder
        self.data = folder / "var/lib/skrytka"
        self.backups = folder / "var/backups/skrytka"
        for place in ("var/lib", "var/backups/skrytka", "mnt/elsewhere", "mnt/backups", "etc/skrytka", "bin"):
            (folder / place).mkdir(parents=True)
        copy_of(office, self.data)
        (folder / "etc/skrytka/restic-password").write_text("secret")
        (folder / "bin/skrytka").symlink_to(BINARY)
        self.command("sudo", 'shift 2; exec "$@"')
        for name in ("systemctl", "apt"):
            self.command(name, f'echo "{name} $*" >>{folder}/asked')

    def command(self, name, script):
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(self, lines):
        """Runs the lines of one block in one shell, until one fails."""
        for line in lines:
            for place in re.findall(r"(?<![\w.])/(?:var|mnt|etc)/", line):
                line = line.replace(f" {place}", f" {self.folder}{place}").replace(f"={place}", f"={self.folder}{place}")
            yield line.replace(NAMED, self.newest() if NAMED in line else NAMED)

    def newest(self):
        return max(path.name for path in self.backups.iterdir() if path.name.endswith("Z"))

    def does(self, lines):
        environment = clean_environment() | {
            "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "HOME": str(self.folder), "TMPDIR": str(self.folder)}
        done = subprocess.run(["sh", "-e", "-c", "\n".join(self.run(lines))], cwd=ROOT, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def machine(demo_folder, tmp_path):
    return Machine(tmp_path / "machine", demo_folder)


@pytest.fixture
def backed_up(machine):
    [keep] = commands("Keeping")
    machine.does([keep[0].replace("/mnt/backups", "/var/backups/skrytka")])
    return machine


@pytest.fixture(params=["rsync", "restic"])
def program(request):
    return shutil.which(request.param) or pytest.fail(f"{request.param} is missing: bin/setup --tests")


def assert_served(data):
    with Server(data) as server:
        assert Caller(server.base).sign_in("anna@biuro.example").get("/office/firms")


def test_a_backup_and_its_restore(machine):
    backup, restore = commands("Backup and restore")
    made = machine.does(backup[:1])
    machine.backups = machine.folder / "mnt/backups"
    assert machine.newest() in made
    machine.does(backup[1:])
    shutil.rmtree(machine.data)
    machine.does(restore)
    assert_served(machine.data)


def test_a_lost_file(machine):
    [[declared]] = commands("What a backup is")
    lost = next(path for path in sorted((machine.data / "files").rglob("*")) if path.is_file())
    lost.unlink()
    assert "whole without it" in machine.does([declared.replace("4711", lost.name)])
    assert "every byte checked" in machine.does(["skrytka backup /mnt/backups --data /var/lib/skrytka"])


def test_copies_in_another_place_and_back_from_there(backed_up, program):
    (backed_up.backups / "2026-01-01T00-00-00Z.partial").mkdir()
    rsync, restic, back = commands("Another place")
    if program.endswith("rsync"):
        backed_up.does(rsync)
        copies = backed_up.folder / "mnt/elsewhere/skrytka"
    else:
        backed_up.does(restic)
        # restic restores files below their whole path.
        back[-1] = back[-1].replace("/mnt/spare/var", f"/mnt/spare{backed_up.folder}/var")
        backed_up.does(back)
        copies = backed_up.folder / f"mnt/spare{backed_up.folder}/var/backups/skrytka"
    assert [path.name for path in copies.iterdir()] == [backed_up.newest()]


def test_the_runbook_for_a_lost_office(backed_up):
    [steps] = commands("Runbook: the office is lost")
    backed_up.does(steps)
    assert (backed_up.folder / "asked").read_text().splitlines() == ["systemctl stop skrytka", "systemctl start skrytka"]
    assert (backed_up.folder / "var/lib/skrytka.lost/office.sqlite").exists()
    assert_served(backed_up.data)


def test_the_runbook_for_an_upgrade_and_the_way_back(machine):
    upgrade, back = commands("Runbook: an upgrade, and the way back")
    machine.does(upgrade)
    machine.does(back)
    assert "apt install --allow-downgrades" in (machine.folder / "asked").read_text()
    assert_served(machine.data)


def test_no_command_of_the_document_is_untried():
    tried = ["Backup and restore", "What a backup is", "Keeping", "Another place", "Runbook: the office is lost",
             "Runbook: an upgrade, and the way back"]
    assert sum(len(commands(heading)) for heading in tried) == DOCUMENT.count("\n```\n") // 2


def test_the_nightly_service_does_what_the_document_says():
    [[keep]] = commands("Keeping")
    unit = (ROOT / "deploy/skrytka-backup.service").read_text()
    assert f"ExecStart=/usr/bin/{keep.replace('/mnt/backups', '/var/backups/skrytka')}\n" in unit
    [check] = re.findall(r"^ExecStart=/usr/bin/(.*)$", (ROOT / "deploy/skrytka-check.service").read_text(), re.MULTILINE)
    assert f"`{check}`" in DOCUMENT


def test_the_documents_certificate_is_renewed_with_the_hook():
    text = (ROOT / "docs/self-hosting.md").read_text()
    assert re.search(r"^certbot certonly .*--deploy-hook /usr/lib/skrytka/certbot-deploy$", text, re.MULTILINE)
