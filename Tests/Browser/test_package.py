"""The Debian package: its contents, its installation, and an upgrade that keeps the office."""

import os
import re
import subprocess
import urllib.request
from pathlib import Path

import pytest

from server import BINARY, ROOT, clean_environment, free_port


def make_package(folder, version):
    environment = clean_environment() | {"SKRYTKA_BINARY": str(BINARY), "SKRYTKA_PACKAGE_VERSION": version,
                                         "DPKG_DEB_COMPRESSOR_TYPE": "none"}
    made = subprocess.run(
        [ROOT / "bin/package", folder], env=environment, capture_output=True, text=True, timeout=300)
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip().splitlines()[-1])


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    return [make_package(folder, version) for version in ("1.0", "1.1")]


def install(root, *arguments):
    """Runs Debian's installer on a separate folder, as any user: the scripts find the folder in DPKG_ROOT."""
    for part in ("info", "updates"):
        (root / "var/lib/dpkg" / part).mkdir(parents=True, exist_ok=True)
    (root / "var/lib/dpkg/status").touch()
    done = subprocess.run(
        ["dpkg", f"--root={root}", f"--log={root}/log", "--force-not-root", "--force-depends",
         "--force-script-chrootless", *map(str, arguments)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def skrytka(root, *arguments):
    return subprocess.run([root / "usr/bin/skrytka", *map(str, arguments)], cwd=root, env=clean_environment(),
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


def test_holds_the_program_its_pages_and_its_service_and_nothing_for_others_to_change(packages):
    listing = subprocess.run(["dpkg-deb", "--contents", packages[0]], check=True, capture_output=True, text=True).stdout
    files = {line.split()[5].removeprefix("."): line.split()[0] for line in listing.splitlines()}
    for path in ("/usr/lib/skrytka/skrytka", "/usr/bin/skrytka", "/usr/share/skrytka/Templates/languages/he.json",
                 "/lib/systemd/system/skrytka.service", "/lib/systemd/system/skrytka-backup.timer",
                 "/etc/skrytka/skrytka.conf", "/usr/share/doc/skrytka/self-hosting.md",
                 "/lib/systemd/system/skrytka-check.timer", "/lib/systemd/system/skrytka-doctor.timer",
                 "/lib/systemd/system/skrytka-failed@.service", "/usr/lib/skrytka/certbot-deploy",
                 "/usr/share/doc/skrytka/examples/nginx.conf", "/usr/share/doc/skrytka/examples/nginx-main.conf"):
        assert path in files, listing
    assert not [path for path, mode in files.items() if mode[0] != "l" and (mode[5] == "w" or mode[8] == "w")]
    assert all(" root/root " in line for line in listing.splitlines())
    control = subprocess.run(["dpkg-deb", "--field", packages[0]], check=True, capture_output=True, text=True).stdout
    for library in ("libsqlite3-0", "libargon2-1", "libssl3", "libmagic1", "libpng16-16", "libturbojpeg0", "zlib1g"):
        assert library in control, control


def test_a_newer_one_keeps_the_office_and_its_settings_and_a_purge_keeps_the_office(packages, tmp_path):
    said = install(tmp_path, "--install", packages[0])
    assert "office create" in said
    data = tmp_path / "var/lib/skrytka"
    assert oct(data.stat().st_mode)[-3:] == "700"
    created = skrytka(tmp_path, "office", "create", "--data", data, "--name", "Biuro", "--tax-identifier", "1111111111",
                      "--email", "szef@biuro.example", "--person", "Helena Nowa")
    assert created.returncode == 0, created.stderr
    settings = tmp_path / "etc/skrytka/skrytka.conf"
    settings.write_text("SKRYTKA_BASE_URL=https://portal.example\n")
    said = install(tmp_path, "--install", packages[1])
    assert "office create" not in said
    assert settings.read_text() == "SKRYTKA_BASE_URL=https://portal.example\n"
    assert_serves(tmp_path, data)
    install(tmp_path, "--purge", "skrytka")
    assert (data / "office.sqlite").exists()
    assert not (tmp_path / "usr/bin/skrytka").exists() and not settings.exists()


def assert_serves(root, data):
    """The installed program finds its pages, wherever it was installed and from whatever folder it is started."""
    port = free_port()
    process = subprocess.Popen(
        ["skrytka", "serve", "--data", data, "--port", str(port)], cwd="/", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=clean_environment() | {"PATH": f"{root}/usr/bin:{os.environ['PATH']}"})
    try:
        assert "Biuro" in process.stdout.readline(), process.stderr.read()
        mapped = Path(f"/proc/{process.pid}/maps").read_text()
        assert f"{root}/usr/lib/skrytka/skrytka" in mapped
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def manager(tmp_path):
    """A service manager that only records its commands; `fails` names those that fail."""
    folder = tmp_path / "manager"
    folder.mkdir()
    (folder / "systemctl").write_text(f"""#!/bin/sh
echo "$*" >>{folder}/asked
case "$*" in
  $FAILS) exit 1 ;;
esac
""")
    for name in ("adduser", "chown", "getent"):
        (folder / name).write_text("#!/bin/sh\n")
    (folder / "install").write_text('#!/bin/sh\nfor last; do :; done; mkdir -p "$last"\n')
    for path in folder.iterdir():
        path.chmod(0o755)

    def configure(office, *arguments, fails="nothing"):
        # The same script on a simulated machine: its paths are below a folder, its commands are replaced.
        root = tmp_path / "machine"
        (root / "run/systemd/system").mkdir(parents=True, exist_ok=True)
        (root / "var/lib/skrytka").mkdir(parents=True, exist_ok=True)
        if office:
            (root / "var/lib/skrytka/office.sqlite").touch()
        text = (ROOT / "deploy/debian/postinst").read_text()
        for place in ("/run/systemd", "/var/lib/skrytka"):
            assert place in text
            text = text.replace(place, f"{root}{place}")
        (folder / "asked").write_text("")
        done = subprocess.run(
            ["sh", "-c", text, "postinst", "configure", *arguments], capture_output=True, text=True, timeout=60,
            env={"PATH": f"{folder}:{os.environ['PATH']}", "FAILS": fails, "DPKG_ROOT": ""})
        return done, (folder / "asked").read_text().splitlines()

    return configure


TIMERS = "skrytka-backup.timer skrytka-check.timer skrytka-doctor.timer"


def test_its_timers_run_from_the_installation_on(manager):
    done, asked = manager(False)
    assert done.returncode == 0 and "office create" in done.stdout
    assert f"enable --quiet --now {TIMERS}" in asked
    assert "restart skrytka.service" not in asked


def test_an_upgrade_from_a_version_with_one_timer_switches_the_others_on_and_starts_them(manager):
    done, asked = manager(True, "0.3.0")
    assert done.returncode == 0, done.stderr
    assert "enable --quiet skrytka-check.timer skrytka-doctor.timer" in asked
    for timer in TIMERS.split():
        assert f"start {timer}" in asked[asked.index("enable --quiet skrytka-check.timer skrytka-doctor.timer"):]
    # An upgrade keeps the decision about backups.
    assert not [line for line in asked if line.startswith("enable") and "backup" in line]


def test_an_upgrade_starts_the_timers_that_are_switched_on_and_no_others(manager):
    done, asked = manager(True, "0.3.1", fails="is-enabled --quiet skrytka-check.timer")
    assert done.returncode == 0, done.stderr
    assert "start skrytka-backup.timer" in asked and "start skrytka-check.timer" not in asked
    assert not [line for line in asked if line.startswith("enable")]
    assert "restart skrytka.service" in asked


def test_the_installation_fails_when_the_service_does_not_start_and_says_where_to_look(manager):
    done, _ = manager(True, "0.3.0", fails="restart skrytka.service")
    assert done.returncode == 1
    assert "journalctl -u skrytka" in done.stderr and "dpkg --configure skrytka" in done.stderr


def test_a_renewed_certificate_is_read_by_nginx_and_a_wrong_configuration_is_left_alone(tmp_path):
    for name in ("nginx", "systemctl"):
        (tmp_path / name).write_text(f'#!/bin/sh\necho "{name} $*" >>{tmp_path}/asked\n[ "{name}" != "$FAILS" ]\n')
        (tmp_path / name).chmod(0o755)
    for fails, asked in [("", ["nginx -t -q", "systemctl reload nginx"]), ("nginx", ["nginx -t -q"])]:
        (tmp_path / "asked").write_text("")
        done = subprocess.run([ROOT / "deploy/certbot-deploy"], env={
            "PATH": f"{tmp_path}:{os.environ['PATH']}", "FAILS": fails}, timeout=60)
        assert (done.returncode != 0) == bool(fails)
        assert (tmp_path / "asked").read_text().splitlines() == asked


SERVICES = sorted(path.name for path in (ROOT / "deploy").glob("*.service"))


def test_its_units_are_understood(tmp_path):
    """Runs `systemd-analyze verify` on all units; the program that they start is not installed here."""
    units = []
    for path in sorted([*(ROOT / "deploy").glob("*.service"), *(ROOT / "deploy").glob("*.timer")]):
        units.append(tmp_path / path.name.replace("@.", "@skrytka."))
        units[-1].write_text(path.read_text().replace("/usr/bin/skrytka", "/bin/true"))
        if "@." in path.name:
            (tmp_path / path.name).write_text(path.read_text())
    judged = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, timeout=60,
        env=os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"})
    said = [line for line in judged.stderr.splitlines() if "skrytka" in line]
    assert said == [], judged.stderr


def test_a_start_that_fails_ends_in_a_failed_unit_that_says_so():
    unit = (ROOT / "deploy/skrytka.service").read_text()
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))
    # All restarts, with their pauses, fit into the interval in which they are counted.
    assert int(settings["StartLimitBurst"]) * (int(settings["RestartSec"]) + 8) < int(settings["StartLimitIntervalSec"])
    assert settings["Type"] == "notify" and int(settings["WatchdogSec"]) >= 30
    assert int(settings["TimeoutStopSec"]) > 8
    assert "AF_UNIX" in settings["RestrictAddressFamilies"]
    for name in ("skrytka", "skrytka-backup", "skrytka-check", "skrytka-doctor"):
        assert "OnFailure=skrytka-failed@%n.service" in (ROOT / f"deploy/{name}.service").read_text()


def test_nights_of_clock_change_have_a_backup():
    for timer in (ROOT / "deploy").glob("*.timer"):
        [calendar] = re.findall(r"^OnCalendar=(.*)$", timer.read_text(), re.MULTILINE)
        assert calendar.endswith(" UTC"), timer
        assert subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, timeout=60).returncode == 0


@pytest.mark.parametrize("unit", SERVICES)
def test_its_services_are_shut_in(unit):
    """Checks the exposure in `systemd-analyze`, from 0 (safe) to 10."""
    judged = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--no-pager", ROOT / "deploy" / unit],
                            capture_output=True, text=True, timeout=60)
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", judged.stdout)
    assert exposure, judged.stdout + judged.stderr
    # The server itself hands mail to the office's mail server, which may be anywhere.
    assert float(exposure[1]) <= (1.2 if unit == "skrytka.service" else 1.0), judged.stdout


def test_the_service_may_do_all_that_the_program_does(demo_folder, tmp_path):
    """Every system call of a start, a request and a stop is allowed by the service's filter."""
    calls = tmp_path / "calls"
    port = free_port()
    process = subprocess.Popen(
        ["strace", "-f", "-qq", "-c", "-U", "name", "-o", calls, BINARY, "demo", "--data", tmp_path / "data",
         "--port", str(port)], cwd=ROOT, env=clean_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        if f":{port}" in line:
            break
    fetch(port)
    subprocess.run(["pkill", "-TERM", "-P", str(process.pid)], check=True)
    process.wait(60)
    used = set(re.findall(r"^\w+$", calls.read_text(), re.MULTILINE)) - {"syscall", "total"}
    # As root, SQLite gives its files to the folder's owner; the service runs as a separate user.
    if os.geteuid() == 0:
        used.discard("fchown")
    assert {"openat", "fdatasync", "accept4"} & used and len(used) > 20, used
    denied = used - allowed_calls()
    assert not denied, denied


def fetch(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=30) as page:
        assert page.status == 200


def allowed_calls():
    """Returns the system calls that the unit's SystemCallFilter allows, by systemd's own groups."""
    text = (ROOT / "deploy/skrytka.service").read_text()
    calls = set()
    for line in re.findall(r"^SystemCallFilter=(.*)$", text, re.MULTILINE):
        groups = set().union(*map(members, line.lstrip("~").split()))
        calls = calls - groups if line.startswith("~") else calls | groups
    return calls


def members(name):
    """Returns one call, or a systemd group with all of its subgroups."""
    if not name.startswith("@"):
        return {name}
    listed = subprocess.run(["systemd-analyze", "syscall-filter", "--no-pager", name], check=True,
                            capture_output=True, text=True).stdout
    names = set(re.findall(r"^    (@?[\w-]+)$", listed, re.MULTILINE))
    return set().union(*map(members, names))
