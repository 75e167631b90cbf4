"""The package on a machine with systemd: installed, run, killed, blocked, backed up, upgraded and stopped by it."""

import re
import time
from pathlib import Path

import pytest

from machine import Machine, NoMachine
from test_package import make_package

DATA = "/var/lib/skrytka"
# What the relay on the other address heard.
HEARD = "/run/heard"
TIMERS = ["backup", "check", "doctor"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    return [make_package(folder, version) for version in ("0.3.0", "1.0", "1.1")]


@pytest.fixture(scope="module")
def machine(packages, tmp_path_factory):
    """A machine with the package and an office; the service runs."""
    try:
        with Machine(tmp_path_factory.mktemp("machine") / "room") as machine:
            install(machine, packages[0])
            made = machine.must("runuser", "-u", "skrytka", "--", "skrytka", "office", "create", "--data", DATA, "--name", "Biuro",
                         "--tax-identifier", "1111111111", "--email", "szef@biuro.example", "--person", "Helena Nowa")
            machine.link = re.search(r"http://\S*/activation/\S+", made)[0]
            machine.must("systemctl", "start", "skrytka.service")
            machine.await_that(machine.answers, "the service was started, and does not answer")
            yield machine
    except NoMachine as reason:
        pytest.skip(str(reason))


def install(machine, package):
    machine.must("dpkg", "--force-depends", "-i", machine.give(package))


def test_a_killed_server_is_back_and_answers(machine):
    before = machine.shows("skrytka", "MainPID")
    machine.must("kill", "-9", before)
    machine.await_that(lambda: machine.shows("skrytka", "MainPID") not in (before, "0"), "nobody started it again")
    machine.await_that(machine.answers, "it was started again, and does not answer")
    assert machine.shows("skrytka", "ActiveState") == "active"


def test_mail_and_the_question_for_its_server_leave_the_machine(machine):
    """A test on loopback would pass behind a unit that lets nothing out."""
    relay = machine.give(Path(__file__).with_name("relay.py"))
    machine.must("bash", "-c", f"""
        ip netns add relay && ip link add office type veth peer name outside netns relay
        ip address add 198.51.100.1/24 dev office && ip link set office up
        ip -n relay address add 198.51.100.2/24 dev outside && ip -n relay link set outside up
        echo nameserver 198.51.100.2 >/etc/resolv.conf
        touch {HEARD}
        systemd-run --unit=relay --property=NetworkNamespacePath=/run/netns/relay \
          --property=StandardOutput=append:{HEARD} --property=StandardError=append:{HEARD} python3 {relay}""")
    machine.await_that(lambda: "ready" in heard(machine), "the relay does not listen")
    script = machine.give(Path(__file__).with_name("head.py"))
    page = machine.must("python3", script, machine.link, "smtp.relay.example")
    assert "name asked" in heard(machine) and "198.51.100.1 EHLO" in heard(machine), page


def heard(machine):
    return machine.must("cat", HEARD)


def test_a_server_whose_port_is_taken_fails_and_says_so(machine):
    machine.must("bash", "-c", f"""
        sed 's,{DATA},/var/lib/skrytka-second,; s,^StateDirectory=skrytka$,StateDirectory=skrytka-second,' \
          /lib/systemd/system/skrytka.service >/run/systemd/system/second.service
        install -d -o skrytka -g skrytka -m 700 /var/lib/skrytka-second
        cp -a {DATA}/office.sqlite* {DATA}/files /var/lib/skrytka-second/
        systemctl daemon-reload""")
    machine.run("systemctl", "start", "second.service")
    machine.await_that(lambda: machine.shows("second", "ActiveState") == "failed",
                       "the second server cannot listen, and systemd does not call it failed", within=90)
    began = time.monotonic()
    machine.run("systemctl", "stop", "second.service")
    assert time.monotonic() - began < 10 and machine.answers()


def test_a_night_makes_a_backup(machine):
    machine.must("systemctl", "start", "skrytka-backup.service")
    assert machine.shows("skrytka-backup", "Result") == "success"
    assert "office.sqlite" in machine.must("bash", "-c", "ls /var/backups/skrytka/*/")


def test_a_newer_package_serves_the_same_office_and_starts_the_timers_that_are_new_in_it(machine, packages):
    # As version 0.3.0 left it, with one timer.
    machine.must("systemctl", "disable", "--now", "skrytka-check.timer", "skrytka-doctor.timer")
    before = machine.shows("skrytka", "MainPID")
    install(machine, packages[1])
    machine.await_that(machine.answers, "the newer one does not answer")
    assert machine.shows("skrytka", "MainPID") not in (before, "0")
    assert {machine.shows(f"skrytka-{name}.timer", "ActiveState") for name in TIMERS} == {"active"}


def test_a_timer_that_was_switched_off_stays_off(machine, packages):
    machine.must("systemctl", "disable", "--now", "skrytka-check.timer")
    install(machine, packages[2])
    machine.await_that(machine.answers, "the newest one does not answer")
    assert [machine.shows(f"skrytka-{name}.timer", "ActiveState") for name in TIMERS] == ["active", "inactive", "active"]


def test_it_stops_when_it_is_told_to(machine):
    began = time.monotonic()
    machine.must("systemctl", "stop", "skrytka.service")
    assert time.monotonic() - began < 10
    assert machine.shows("skrytka", "ActiveState") == "inactive" and machine.shows("skrytka", "Result") == "success"
